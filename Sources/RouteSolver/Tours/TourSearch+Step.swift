/// One step: a leg taken out, and a chain of changes followed while they gain.
extension TourSearch {
  /// Makes the first step from `node` that pays.
  ///
  /// - Returns: whether there was one.
  mutating func improve(_ node: Int) -> Bool {
    let position = Int(tour.position[node])
    return open(after: position, isMirrored: false) || open(after: position, isMirrored: true)
  }

  /// Takes out the leg after (mirrored: before) the node at `position`, which then ends the path.
  @inline(__always)
  private mutating func open(after position: Int, isMirrored: Bool) -> Bool {
    let start = tour.wrap(isMirrored ? position &- 1 : position &+ 1)
    path.open(at: start, isMirrored: isMirrored)
    let opened = Int(tour.leg[isMirrored ? start : position])
    let end = Int(tour.order[position])
    return follow(0, from: Int(tour.order[start]), end: end, gain: opened)
  }

  /// Follows the ways on from the path that begins with `start`, `gain` being what was taken out
  /// less what was put in.
  private mutating func follow(_ depth: Int, from start: Int, end: Int, gain: Int) -> Bool {
    options.begin(depth)
    closing = TourOptions.Option()
    if costs.isSymmetric {
      findTurns(depth, start: start, end: end, gain: gain)
    } else if depth == 0 {
      findDearTurns(start: start, end: end, gain: gain)
    }
    if !costs.isSymmetric || depth < settings.swapDepth {
      findSwaps(depth, start: start, end: end, gain: gain)
    }
    if closing.gain > 0 {
      path.push(closing.kind, Int(closing.first), Int(closing.last))
      make(gain: closing.gain)
      return true
    }
    guard depth + 1 < options.depths else { return false }
    for number in 0..<options.count(depth) {
      let option = options.option(depth, number)
      path.push(option.kind, Int(option.first), Int(option.last))
      if follow(depth &+ 1, from: Int(option.start), end: end, gain: option.gain) { return true }
      path.pop()
    }
    return false
  }

  /// Joins `start` to a near node further on and turns what lies before that one.
  @inline(__always)
  private mutating func findTurns(_ depth: Int, start: Int, end: Int, gain: Int) {
    let row = start &* near.width
    for entry in row..<(row &+ near.width) {
      let left = gain &- Int(near.costs[entry])
      if left <= 0 { break }
      let now = path.place(of: Int(tour.position[Int(near.nodes[entry])]))
      let place = path.moved(now)
      if place < 2 { continue }
      let before = path.original(place &- 1)
      guard let leg = leg(before, now) else { continue }
      offer(
        TourPath.Change.turn.rawValue, place, place &- 1, newStart: before, gain: left &+ leg,
        depth, end)
    }
  }

  /// Joins `start` to a near node that is to come before it, and closes the ring that this makes
  /// by opening it elsewhere.
  @inline(__always)
  private mutating func findSwaps(_ depth: Int, start: Int, end: Int, gain: Int) {
    let row = listBefore(start)
    for entry in row..<(row &+ near.width) {
      let left = gain &- Int(near.costs[entry])
      if left <= 0 { break }
      let now = path.place(of: Int(tour.position[Int(near.nodes[entry])]))
      let place = path.moved(now)
      if place < 1 || place &+ 2 > path.count { continue }
      let after = path.original(place &+ 1)
      guard let leg = leg(now, after) else { continue }
      openRing(depth, last: place, after: node(at: after), end: end, gain: left &+ leg)
    }
  }

  /// Joins the path that begins with `after` to a node of the ring of places `0 ... last`.
  @inline(__always)
  private mutating func openRing(_ depth: Int, last: Int, after: Int, end: Int, gain: Int) {
    let row = listBefore(after)
    for entry in row..<(row &+ near.width) {
      let left = gain &- Int(near.costs[entry])
      if left <= 0 { break }
      let now = path.place(of: Int(tour.position[Int(near.nodes[entry])]))
      let place = path.moved(now)
      if place >= last { continue }
      let next = path.original(place &+ 1)
      if let leg = leg(now, next) {
        offer(
          TourPath.Change.swap.rawValue, place, last, newStart: next, gain: left &+ leg, depth, end)
      }
      guard costs.isSymmetric, place > 0 else { continue }
      let before = path.original(place &- 1)
      if let leg = leg(before, now) {
        offer(
          TourPath.Change.turn.rawValue, place, last, newStart: before, gain: left &+ leg, depth,
          end)
      }
    }
  }

  /// Turns a beginning where that changes its cost; only before any other change.
  private mutating func findDearTurns(start: Int, end: Int, gain: Int) {
    let row = path.isMirrored ? near.arrivals &+ start &* near.width : start &* near.width
    for entry in row..<(row &+ near.width) {
      let left = gain &- Int(near.costs[entry])
      let place = path.place(of: Int(tour.position[Int(near.nodes[entry])]))
      if place < 2 { continue }
      let turned = left &+ legOut(place &- 1) &- turning(0, place &- 1)
      if turned <= 0 { continue }
      offer(
        TourPath.Change.turn.rawValue, place, place &- 1, newStart: place &- 1, gain: turned, 0,
        end)
    }
  }

  /// What it costs more to drive from place `first` on to `last` the other way, before any change.
  @inline(__always)
  private func turning(_ first: Int, _ last: Int) -> Int {
    let start = path.position(of: path.isMirrored ? last : first)
    let end = path.position(of: path.isMirrored ? first : last)
    return tour.turning(from: start, to: end)
  }

  /// Judges a change that leaves the path beginning with what lay at `newStart`: notes it if closing
  /// the tour then pays best, and keeps it as a way on.
  @inline(__always)
  private mutating func offer(
    _ kind: Int32, _ first: Int, _ last: Int, newStart: Int, gain: Int, _ depth: Int, _ end: Int
  ) {
    let start = node(at: newStart)
    var option = TourOptions.Option(
      gain: gain, start: Int32(truncatingIfNeeded: start), kind: kind,
      first: Int32(truncatingIfNeeded: first), last: Int32(truncatingIfNeeded: last))
    if depth &+ 1 < options.depths { options.offer(option, depth) }
    option.gain = gain &- closingCost(end, start)
    if option.gain > closing.gain { closing = option }
  }

  /// Makes all changes of the path.
  @inline(never)
  private mutating func make(gain: Int) {
    path.collect(&segments)
    for number in 0..<segments.count {
      let start = Int(segments.start[number])
      queue.append(Int(tour.order[start]))
      queue.append(Int(tour.order[tour.wrap(start &+ Int(segments.length[number]) &- 1)]))
    }
    tour.arrange(segments, costs)
    length &-= gain
  }

  @inline(__always)
  private func node(at place: Int) -> Int { Int(tour.order[path.position(of: place)]) }

  /// The list of nodes that are to come before `node` on the path.
  @inline(__always)
  private func listBefore(_ node: Int) -> Int {
    path.isMirrored ? node &* near.width : near.arrivals &+ node &* near.width
  }

  @inline(__always)
  private func closingCost(_ end: Int, _ start: Int) -> Int {
    costs.isSymmetric || !path.isMirrored ? costs.cost(end, start) : costs.cost(start, end)
  }

  /// The cost of the leg between two places that follow one another now, or `nil` where it was put in
  /// by a change and so must stay.
  @inline(__always)
  private func leg(_ from: Int, _ to: Int) -> Int? {
    if to == from &+ 1 { return legOut(from) }
    if from == to &+ 1 { return legBack(to) }
    return nil
  }

  /// The leg between `place` and the next as the tour has it.
  @inline(__always)
  private func legOut(_ place: Int) -> Int {
    Int(tour.leg[path.position(of: path.isMirrored ? place &+ 1 : place)])
  }

  /// The same leg driven the other way.
  @inline(__always)
  private func legBack(_ place: Int) -> Int {
    Int(tour.back[path.position(of: path.isMirrored ? place &+ 1 : place)])
  }
}
