import Quantities
import RouteSolver

/// The rules of a problem that hold whatever the times, as brute force reads them.
struct BruteRules {
  private let problem: RoutingProblem

  init(_ problem: RoutingProblem) { self.problem = problem }

  /// Whether a vehicle may serve these stops, as far as it depends on which they are.
  func mayServe(_ stops: [Int], with vehicle: Int) -> Bool {
    let crew = problem.vehicles[vehicle]
    guard stops.count <= crew.maxStops ?? .max else { return false }
    var load = 0
    for stop in stops {
      let rules = problem.stops[stop]
      load += Int(rules.load)
      guard rules.skills & ~crew.skills == 0, mayCome(vehicle, to: rules),
        rules.pinnedDay == nil || rules.pinnedDay == crew.day
      else { return false }
      for (other, owner) in problem.vehicles.enumerated() where other != vehicle {
        if owner.lockedVisits.contains(where: { $0.position == stop }) { return false }
      }
    }
    return load <= crew.capacity.map { Int($0) } ?? .max
  }

  /// Whether what is pinned to a place stands there in this order.
  func standRight(_ order: [Int]) -> Bool {
    order.indices.allSatisfy { index in
      switch problem.stops[order[index]].pinnedPosition {
      case .number(let number)?: index == number - 1
      case .last?: index == order.count - 1
      case nil: true
      }
    }
  }

  private func mayCome(_ vehicle: Int, to stop: RoutingStop) -> Bool {
    let index = Index<RoutingVehicle>(vehicle)
    if let pin = stop.pinnedVehicle { return pin == index }
    return stop.allowedVehicles?.contains(index) ?? true
  }

  /// Whether visits on these days go together; `nil` is no visit.
  func hold(_ days: [Int?]) -> Bool {
    for later in days.indices {
      for earlier in days.indices where earlier < later {
        guard let day = days[earlier], let otherDay = days[later] else { continue }
        let (left, right) = (problem.stops[earlier], problem.stops[later])
        if let group = left.group, group == right.group { return false }
        guard let spacing = left.spacing, spacing == right.spacing else { continue }
        let rule = problem.spacings[spacing]
        var (gap, most) = (abs(otherDay - day), rule.maximumDays ?? .max)
        if rule.isSeries {
          // Of alternatives the first stands for all, so the stop listed later may come first.
          let steps = place(later) - place(earlier)
          gap = steps > 0 ? otherDay - day : day - otherDay
          most = rule.maximumDays.map { $0 * abs(steps) } ?? .max
        }
        if gap < rule.minimumDays || gap > most { return false }
      }
    }
    return true
  }

  /// How many visits of the same series come before that of `stop`.
  private func place(_ stop: Int) -> Int {
    let members = problem.stops.indices.filter {
      problem.stops[$0].spacing == problem.stops[stop].spacing
    }
    func first(_ member: Int) -> Int {
      members.first {
        $0 == member
          || problem.stops[$0].group != nil
            && problem.stops[$0].group == problem.stops[member].group
      } ?? member
    }
    return Set(members.map(first).filter { $0 < first(stop) }).count
  }

  /// What is paid for the stops that are not visited, and for lesser members of groups.
  func penalty(_ days: [Int?]) -> Int64 {
    var total: Int64 = 0
    for position in problem.stops.indices {
      let stop = problem.stops[position]
      let members = problem.stops.indices.filter {
        $0 == position || stop.group != nil && problem.stops[$0].group == stop.group
      }
      guard members.first == position else { continue }
      let prize = members.map { problem.stops[$0].prize.value }.max() ?? 0
      total += prize
      if let visited = members.first(where: { days[$0] != nil }) {
        total -= problem.stops[visited].prize.value
        continue
      }
      if members.contains(where: { problem.stops[$0].isRequired }) {
        total += problem.weights.unservedRequired.value
      }
      total +=
        members.map { problem.weights.priorities[problem.stops[$0].priority].value }.max() ?? 0
    }
    return total
  }
}
