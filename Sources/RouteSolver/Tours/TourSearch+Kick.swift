import Quantities

/// The kick: a double bridge, which no short chain of steps undoes.
extension TourSearch {
  /// Cuts the tour at four places, a few stops from one to the next, and exchanges the three segments between them.
  mutating func exchangeSegments() {
    drawCuts()
    let start = cuts[0]
    let middle = cuts[1]
    let last = cuts[2]
    let rest = cuts[3]
    let gain =
      gain(at: start, at: last) + gain(at: rest, at: middle) + gain(at: last, at: start)
      + gain(at: middle, at: rest)
    segments.removeAll()
    append(from: last, to: rest)
    append(from: middle, to: last)
    append(from: start, to: middle)
    append(from: rest, to: start)
    enqueue(around: start)
    enqueue(around: middle)
    enqueue(around: last)
    enqueue(around: rest)
    tour.arrange(segments, costs)
    length -= gain
  }

  /// Draws a place and three more a few stops further on each.
  private mutating func drawCuts() {
    let most = min(settings.kickLength, (tour.count - 1) / 3)
    cuts[0] = chance.below(tour.count)
    for number in 1..<4 { cuts[number] = tour.wrap(cuts[number - 1] + 1 + chance.below(most)) }
  }

  private mutating func append(from start: Int, to end: Int) {
    segments.append(start: start, length: end > start ? end - start : end - start + tour.count)
  }

  /// What it gains to go from the node before position `seam` to that at `target`.
  @inline(__always)
  private func gain(at seam: Int, at target: Int) -> Int {
    let before = tour.wrap(seam &- 1)
    return Int(tour.leg[before]) &- costs.cost(Int(tour.order[before]), Int(tour.order[target]))
  }

  private mutating func enqueue(around place: Int) {
    queue.append(Int(tour.order[tour.wrap(place &- 1)]))
    queue.append(Int(tour.order[place]))
  }
}
