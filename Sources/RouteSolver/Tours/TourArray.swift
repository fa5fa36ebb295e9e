/// A closed tour as an array of nodes with the position of each, and the cost of each leg beside
/// it.
///
/// Whatever order its segments are put in, the longest stays where it is and only those that come to
/// lie elsewhere are written, so that a change of one neighbourhood costs its size and not the
/// tour's; where ways differ there and back, sums along the whole tour are added up besides.
struct TourArray: ~Copyable {
  let count: Int
  let isSymmetric: Bool
  /// By position.
  let order: FlatBuffer<Int32>
  /// By node.
  let position: FlatBuffer<Int32>
  /// By position: the cost to the next, and from the next back.
  let leg: FlatBuffer<Int32>
  let back: FlatBuffer<Int32>
  /// By position: what it would cost more to drive all legs before it the other way; only where that
  /// costs something.
  private let turnedBefore: FlatBuffer<Int>
  var log: ChangeLog
  private let scratch: FlatBuffer<ChangeLog.Entry>

  init(_ costs: borrowing TourCosts, order nodes: [Int]) {
    count = nodes.count
    isSymmetric = costs.isSymmetric
    order = FlatBuffer(repeating: 0, count: nodes.count)
    position = FlatBuffer(repeating: 0, count: nodes.count)
    leg = FlatBuffer(repeating: 0, count: nodes.count)
    back = FlatBuffer(repeating: 0, count: nodes.count)
    turnedBefore = FlatBuffer(repeating: 0, count: costs.isSymmetric ? 0 : nodes.count + 1)
    log = ChangeLog(capacity: 4 * nodes.count)
    scratch = FlatBuffer(
      repeating: ChangeLog.Entry(position: 0, node: 0, leg: 0, back: 0), count: nodes.count)
    load(FlatBuffer(nodes.map { Int32($0) }), costs)
  }

  /// Becomes the tour through `nodes`.
  mutating func load(_ nodes: borrowing FlatBuffer<Int32>, _ costs: borrowing TourCosts) {
    order.copy(from: nodes)
    for place in 0..<count { position[Int(order[place])] = Int32(place) }
    for place in 0..<count { measure(place, costs) }
    sumTurns()
    log.removeAll()
  }

  private func sumTurns() {
    if isSymmetric { return }
    var sum = 0
    for place in 0..<count {
      turnedBefore[place] = sum
      sum &+= Int(back[place]) &- Int(leg[place])
    }
    turnedBefore[count] = sum
  }

  /// What it costs more to drive from position `start` on to `end` the other way.
  @inline(__always)
  func turning(from start: Int, to end: Int) -> Int {
    let sum = turnedBefore[end] &- turnedBefore[start]
    return end < start ? sum &+ turnedBefore[count] : sum
  }

  /// The position `offset` after `position`, both below the count in size.
  @inline(__always)
  func wrap(_ position: Int) -> Int {
    position >= count ? position &- count : position < 0 ? position &+ count : position
  }

  @inline(__always)
  private func measure(_ place: Int, _ costs: borrowing TourCosts) {
    let node = Int(order[place])
    let next = Int(order[wrap(place &+ 1)])
    leg[place] = Int32(truncatingIfNeeded: costs.cost(node, next))
    back[place] = Int32(truncatingIfNeeded: costs.cost(next, node))
  }

  /// Puts the tour together from `segments`, which hold every position once.
  mutating func arrange(_ segments: borrowing TourSegments, _ costs: borrowing TourCosts) {
    let fixed = longest(segments)
    let turns = segments.isBackward[fixed]
    var written = 0
    var number = fixed
    var target = wrap(Int(segments.start[fixed]) &+ Int(segments.length[fixed]))
    for _ in 1..<max(segments.count, 1) {
      number = turns ? number &- 1 : number &+ 1
      if number < 0 { number = segments.count &- 1 }
      if number == segments.count { number = 0 }
      let length = Int(segments.length[number])
      let start = Int(segments.start[number])
      let isBackward = segments.isBackward[number] != turns
      if isBackward || start != target {
        read(start, length, isBackward, target, &written)
      }
      target = wrap(target &+ length)
    }
    write(written)
    target = Int(segments.start[fixed])
    number = fixed
    for _ in 0..<segments.count {
      target = wrap(target &+ Int(segments.length[number]))
      change(wrap(target &- 1), costs)
      number = turns ? number &- 1 : number &+ 1
      if number < 0 { number = segments.count &- 1 }
      if number == segments.count { number = 0 }
    }
    sumTurns()
  }

  /// The longest segment that may stay in place.
  @inline(__always)
  private func longest(_ segments: borrowing TourSegments) -> Int {
    var best = -1
    for number in 0..<segments.count where isSymmetric || !segments.isBackward[number] {
      if best < 0 || segments.length[number] > segments.length[best] { best = number }
    }
    return best
  }

  @inline(__always)
  private func read(
    _ start: Int, _ length: Int, _ isBackward: Bool, _ target: Int, _ written: inout Int
  ) {
    var from = isBackward ? wrap(start &+ length &- 1) : start
    var to = target
    for _ in 0..<length {
      // Read backwards, a leg lies before its node and is driven the other way.
      let edge = isBackward ? wrap(from &- 1) : from
      scratch[written] = ChangeLog.Entry(
        position: Int32(truncatingIfNeeded: to), node: order[from],
        leg: isBackward ? back[edge] : leg[edge], back: isBackward ? leg[edge] : back[edge])
      written &+= 1
      from = wrap(isBackward ? from &- 1 : from &+ 1)
      to = wrap(to &+ 1)
    }
  }

  @inline(__always)
  private mutating func write(_ count: Int) {
    for number in 0..<count {
      let entry = scratch[number]
      keep(Int(entry.position))
      put(entry)
    }
  }

  @inline(__always)
  private mutating func change(_ place: Int, _ costs: borrowing TourCosts) {
    keep(place)
    measure(place, costs)
  }

  @inline(__always)
  private mutating func keep(_ place: Int) {
    guard log.isOn else { return }
    log.append(
      ChangeLog.Entry(
        position: Int32(truncatingIfNeeded: place), node: order[place], leg: leg[place],
        back: back[place]))
  }

  @inline(__always)
  private func put(_ entry: ChangeLog.Entry) {
    let place = Int(entry.position)
    order[place] = entry.node
    position[Int(entry.node)] = entry.position
    leg[place] = entry.leg
    back[place] = entry.back
  }

  /// Takes back all that was changed since the log was emptied.
  mutating func undo() {
    if log.count == 0 { return }
    while log.count > 0 { put(log.popLast()) }
    sumTurns()
  }
}
