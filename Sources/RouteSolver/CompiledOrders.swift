import Quantities

/// What is served at most once: a stop of its own, or one of a group of alternatives.
final class CompiledOrders {
  let count: Int
  /// By stop.
  let order: FlatBuffer<Int32>
  /// By order: where its stops lie in `options`, one past the end being the next entry.
  let optionOffset: FlatBuffer<Int32>
  let options: FlatBuffer<Int32>
  /// By order: what leaving it out costs.
  let penalty: FlatBuffer<Int64>
  /// What the prize of an order that has one is on average, apart from orders that are required.
  let meanPrize: Int64
  /// By stop: what visiting it rather than its group's best costs.
  let regret: FlatBuffer<Int64>
  /// By stop: its spacing, or -1.
  let spacing: FlatBuffer<Int32>
  /// By stop: its place in the series of its spacing.
  let rank: FlatBuffer<Int32>
  let spacings: [RoutingSpacing]
  /// By spacing: where its stops lie in `spaced`, one past the end being the next entry.
  let spacedOffset: FlatBuffer<Int32>
  let spaced: FlatBuffer<Int32>

  init(_ problem: RoutingProblem) {
    let stops = problem.stops
    var members: [[Int]] = []
    var orderOfGroup: [Int: Int] = [:]
    for (position, stop) in stops.enumerated() {
      if let group = stop.group, let known = orderOfGroup[group] {
        members[known].append(position)
      } else {
        if let group = stop.group { orderOfGroup[group] = members.count }
        members.append([position])
      }
    }
    count = members.count
    order = FlatBuffer(repeating: 0, count: stops.count)
    penalty = FlatBuffer(repeating: 0, count: members.count)
    regret = FlatBuffer(repeating: 0, count: stops.count)
    var prizes: Int64 = 0
    var prizeCount: Int64 = 0
    for (position, options) in members.enumerated() {
      let parts = problem.penalty(of: options)
      penalty[position] = parts.total.value
      if parts.required == .zero, parts.prizes > .zero {
        prizes += parts.prizes.value
        prizeCount += 1
      }
      for stop in options {
        order[stop] = Int32(position)
        regret[stop] = parts.prizes.value - stops[stop].prize.value
      }
    }
    meanPrize = prizes / max(1, prizeCount)
    optionOffset = FlatBuffer(Self.offsets(members))
    options = FlatBuffer(members.joined().map { Int32($0) })
    spacing = FlatBuffer(stops.map { Int32($0.spacing ?? -1) })
    spacings = problem.spacings
    rank = FlatBuffer(repeating: 0, count: stops.count)
    var spacedStops = Array(repeating: [Int](), count: problem.spacings.count)
    for (position, stop) in stops.enumerated() {
      if let spacing = stop.spacing { spacedStops[spacing].append(position) }
    }
    for stops in spacedStops {
      var seen: [Int32: Int32] = [:]
      for stop in stops {
        rank[stop] = seen[order[stop]] ?? Int32(seen.count)
        seen[order[stop]] = rank[stop]
      }
    }
    spacedOffset = FlatBuffer(Self.offsets(spacedStops))
    spaced = FlatBuffer(spacedStops.joined().map { Int32($0) })
  }

  private static func offsets(_ lists: [[Int]]) -> [Int32] {
    var end: Int32 = 0
    return [0]
      + lists.map { list in
        end += Int32(list.count)
        return end
      }
  }
}

extension RoutingProblem {
  /// What leaving out a group with these members costs.
  func penalty(of members: [Int]) -> CostParts {
    var parts = CostParts()
    for stop in members.map({ stops[$0] }) {
      if stop.isRequired { parts.required = weights.unservedRequired }
      parts.priorities = max(parts.priorities, weights.priorities[stop.priority])
      parts.prizes = max(parts.prizes, stop.prize)
    }
    return parts
  }
}
