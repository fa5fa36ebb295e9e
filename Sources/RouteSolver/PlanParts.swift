import Quantities

/// Cuts a plan into parts of routes that lie together, one for each search of a team.
struct PlanParts {
  private let plan: PlanState
  private let neighbourhood: Neighbourhood
  private let nearest = 10

  init(_ plan: PlanState, _ neighbourhood: Neighbourhood) {
    self.plan = plan
    self.neighbourhood = neighbourhood
  }

  /// The vehicles of each part; none if routes are too few, or bound to each other by days or crews, or
  /// visits are locked, which may be laid anew while others search.
  ///
  /// Vehicles without stops go to all parts in turn.
  func cut(into count: Int, _ chance: inout SeededGenerator) -> [[Int32]] {
    let problem = plan.problem
    guard plan.roster.usedTotal >= 3 * count, problem.orders.spacings.isEmpty,
      problem.crews.count == 0, problem.changes.count == 0, problem.locks.isEmpty
    else { return [] }
    let order = nearOrder(from: chance.below(problem.stopCount))
    let total = order.reduce(0) { $0 + Int(plan.totals[Int($1)].count) }
    var parts = Array(repeating: [Int32](), count: count)
    var served = 0
    for vehicle in order {
      parts[min(count - 1, served * count / max(total, 1))].append(vehicle)
      served += Int(plan.totals[Int(vehicle)].count)
    }
    var next = 0
    for vehicle in 0..<problem.vehicleCount where plan.totals[vehicle].isEmpty {
      parts[next].append(Int32(vehicle))
      next = (next + 1) % count
    }
    return parts
  }

  /// The vehicles with stops, from the route of `stop` outwards through neighbouring stops.
  private func nearOrder(from stop: Int) -> [Int32] {
    let problem = plan.problem
    var isSeen = Array(repeating: false, count: problem.vehicleCount)
    var order: [Int32] = []
    func see(_ vehicle: Int) {
      guard vehicle >= 0, !isSeen[vehicle], !plan.totals[vehicle].isEmpty else { return }
      isSeen[vehicle] = true
      order.append(Int32(vehicle))
    }
    see(Int(plan.vehicle[stop]))
    var position = 0
    for vehicle in 0..<problem.vehicleCount {
      while position < order.count {
        for stop in plan.stops(of: Int(order[position])) {
          for number in 0..<min(nearest, neighbourhood.width) {
            see(Int(plan.vehicle[Int(neighbourhood.near[stop * neighbourhood.width + number])]))
          }
        }
        position += 1
      }
      see(vehicle)
    }
    return order
  }
}
