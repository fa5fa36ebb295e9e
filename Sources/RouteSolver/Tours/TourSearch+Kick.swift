import Quantities

/// The kick: a double bridge, which no short chain of steps undoes.
extension TourSearch {
  /// Cuts the tour at four places, a few stops from one to the next, and exchanges the three segments between them.
  mutating func exchangeSegments() {
    var gain = Int.min
    let start = chance.below(tour.count)
    for _ in 0..<settings.kickDraws { drawCuts(from: start, ifBetterThan: &gain) }
    let middle = cuts[0]
    let last = cuts[1]
    let rest = cuts[2]
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

  /// Draws three places, each a few stops on from the one before, and keeps them if to exchange what
  /// lies between them gains more (loses less) than `best`.
  private mutating func drawCuts(from start: Int, ifBetterThan best: inout Int) {
    let most = min(settings.kickLength, (tour.count - 1) / 3)
    let middle = tour.wrap(start + 1 + chance.below(most))
    let last = tour.wrap(middle + 1 + chance.below(most))
    let rest = tour.wrap(last + 1 + chance.below(most))
    let gain =
      gain(at: start, at: last) + gain(at: rest, at: middle) + gain(at: last, at: start)
      + gain(at: middle, at: rest)
    guard gain > best else { return }
    best = gain
    cuts[0] = middle
    cuts[1] = last
    cuts[2] = rest
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
