/// Which stops of a route may stand where when its order is looked for.
struct ExactPlaces {
  /// By place in the order: the number of the only stop that may stand there, or -1.
  private var due: [Int]
  /// By number of stop: whether it has a place.
  private var isFixed: [Bool]

  /// The first `locked` of `stops` stay where they are, and what is pinned to a place stands there.
  init(_ positions: borrowing CompiledPositions, stops: [Int], locked: Int) {
    due = stops.indices.map { $0 < locked ? $0 : -1 }
    isFixed = stops.indices.map { $0 < locked }
    for (number, stop) in stops.enumerated() where number >= locked {
      let place = positions.place(of: stop)
      if place == CompiledPositions.free { continue }
      due[place == CompiledPositions.last ? stops.count - 1 : Int(place) - 1] = number
      isFixed[number] = true
    }
  }

  /// Whether stop `number` may stand at `place`, counted from 0.
  func allows(_ number: Int, at place: Int) -> Bool {
    due[place] < 0 ? !isFixed[number] : due[place] == number
  }
}
