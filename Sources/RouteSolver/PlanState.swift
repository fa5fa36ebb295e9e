/// A plan under search: every route a ring of nodes through its vehicle's home, in flat buffers
/// that are copied as wholes.
///
/// Node `s` below `stopCount` is a stop, node `stopCount + v` the home of vehicle `v`, and two
/// more nodes are scratch. Each stop keeps what is needed to judge an insertion beside it in O(1):
/// labels from home to here and the latest arrival from which the rest of the route still works.
final class PlanState {
  let problem: CompiledProblem
  let next: FlatBuffer<Int32>
  let previous: FlatBuffer<Int32>
  /// By stop: its vehicle, or -1.
  let vehicle: FlatBuffer<Int32>
  /// By node, the feasible ones first: after service and any break there.
  let labels: FlatBuffer<PathLabel>
  /// By node and number of breaks taken on arrival.
  let latest: FlatBuffer<Int32>
  /// By stop, where duty or waiting count and one label says all: the rest of the route.
  let tails: FlatBuffer<RouteTail>
  /// By node: the seconds to the next one; 0 at the home of an empty route.
  let leg: FlatBuffer<Int32>
  /// By node: driving since the last rest, on leaving.
  let sinceRest: FlatBuffer<Int32>
  /// By node: driving until the next rest, on arrival.
  let untilRest: FlatBuffer<Int32>
  /// By vehicle.
  let totals: FlatBuffer<RouteTotals>
  /// By vehicle: what most looks at its route ask for.
  let glances: FlatBuffer<RouteGlance>
  /// By crew: what it does over all days.
  let crewTotals: FlatBuffer<CrewTotals>
  let roster: VehicleRoster
  /// Routes as those read them who look for places in this plan.
  private(set) lazy var rows = RouteRows(problem)
  /// Times routes of vehicles whose ways take longer at some hours, where there are such vehicles.
  let timed: TimedRun?
  /// By order: whether one of its stops is visited.
  let isServed: FlatBuffer<Bool>
  /// The orders that are not served, in no order, and where each stands.
  let bank: FlatBuffer<Int32>
  let bankPosition: FlatBuffer<Int32>
  private(set) var bankCount: Int
  /// How many orders are visited as in the plan that people know.
  private(set) var keptCount = 0
  private(set) var penalties: Int64 = 0
  private(set) var routeCosts: Int64 = 0
  /// The part of these that waiting makes.
  private(set) var waitingCosts: Int64 = 0

  /// How much more than it may carry any vehicle is given while a search goes on.
  var loadSlack: Int64 = 0
  /// How much all vehicles are given that they may not carry.
  private(set) var overload: Int64 = 0

  static let never: Int32 = -(1 << 30)

  /// The cost of the plan.
  var cost: Int64 { penalties + routeCosts }
  var scratch: Int { problem.stopCount + problem.vehicleCount }

  /// The plan in which nobody leaves home.
  init(_ problem: CompiledProblem) {
    self.problem = problem
    let stops = problem.stopCount
    let nodes = stops + problem.vehicleCount + 2
    let orders = problem.orders.count
    next = FlatBuffer(repeating: -1, count: nodes)
    previous = FlatBuffer(repeating: -1, count: nodes)
    vehicle = FlatBuffer(repeating: -1, count: stops)
    labels = FlatBuffer(repeating: .infeasible, count: nodes * problem.slots)
    latest = FlatBuffer(repeating: Self.never, count: nodes * problem.width)
    tails = FlatBuffer(
      repeating: RouteTail(finish: 0, duration: 0), count: problem.hasTails ? nodes : 0)
    leg = FlatBuffer(repeating: 0, count: nodes)
    sinceRest = FlatBuffer(repeating: 0, count: nodes)
    untilRest = FlatBuffer(repeating: 0, count: nodes)
    totals = FlatBuffer(repeating: RouteTotals(), count: problem.vehicleCount)
    glances = FlatBuffer(
      (0..<problem.vehicleCount).map { RouteGlance(RouteTotals(), problem.vehicles[$0]) })
    crewTotals = FlatBuffer(repeating: CrewTotals(), count: problem.crews.count)
    roster = VehicleRoster(problem)
    timed = problem.hasPeriods ? TimedRun(problem) : nil
    isServed = FlatBuffer(repeating: false, count: orders)
    bank = FlatBuffer((0..<orders).map { Int32($0) })
    bankPosition = FlatBuffer((0..<orders).map { Int32($0) })
    bankCount = orders
    for order in 0..<orders { penalties += problem.orders.penalty[order] }
    for vehicle in 0..<problem.vehicleCount { openHome(of: vehicle) }
  }

  private func openHome(of vehicle: Int) {
    let home = problem.stopCount + vehicle
    let crew = problem.vehicles[vehicle]
    next[home] = Int32(home)
    previous[home] = Int32(home)
    var count = 0
    for taken in 0...Int(crew.breakCount) {
      let label = problem.homeLabel(crew, taken: taken)
      if label.isFeasible {
        labels[home * problem.slots + count] = label
        count += 1
      }
      latest[home * problem.width + taken] = problem.latestReturn(crew, taken: taken)
    }
  }

  /// Becomes the same plan as `other`, of the same problem.
  func copy(_ other: PlanState) {
    next.copy(from: other.next)
    previous.copy(from: other.previous)
    vehicle.copy(from: other.vehicle)
    labels.copy(from: other.labels)
    latest.copy(from: other.latest)
    tails.copy(from: other.tails)
    leg.copy(from: other.leg)
    sinceRest.copy(from: other.sinceRest)
    untilRest.copy(from: other.untilRest)
    totals.copy(from: other.totals)
    glances.copy(from: other.glances)
    crewTotals.copy(from: other.crewTotals)
    roster.copy(other.roster)
    isServed.copy(from: other.isServed)
    bank.copy(from: other.bank)
    bankPosition.copy(from: other.bankPosition)
    bankCount = other.bankCount
    keptCount = other.keptCount
    penalties = other.penalties
    routeCosts = other.routeCosts
    waitingCosts = other.waitingCosts
    overload = other.overload
  }

  /// Becomes the same plan as `other`, which differs in no other routes than those of `vehicles`.
  func copy(_ other: PlanState, routesOf vehicles: [Int32]) {
    vehicle.copy(from: other.vehicle)
    isServed.copy(from: other.isServed)
    bank.copy(from: other.bank)
    bankPosition.copy(from: other.bankPosition)
    bankCount = other.bankCount
    keptCount = other.keptCount
    penalties = other.penalties
    for vehicle in vehicles { copyRoute(of: Int(vehicle), other) }
  }

  /// Takes over the routes of some vehicles from another plan, in which no other vehicle visits what
  /// these visit here or there.
  func adopt(_ other: PlanState, routesOf vehicles: [Int32]) {
    for vehicle in vehicles {
      for stop in stops(of: Int(vehicle)) {
        noteVisit(stop, vehicle: Int(vehicle), change: -1)
        self.vehicle[stop] = -1
        enterBank(Int(problem.orders.order[stop]))
      }
    }
    for vehicle in vehicles { copyRoute(of: Int(vehicle), other) }
    for vehicle in vehicles {
      for stop in stops(of: Int(vehicle)) {
        noteVisit(stop, vehicle: Int(vehicle), change: 1)
        self.vehicle[stop] = vehicle
        leaveBank(Int(problem.orders.order[stop]))
      }
    }
  }

  private func copyRoute(of vehicle: Int, _ other: PlanState) {
    let home = problem.stopCount + vehicle
    setTotals(other.totals[vehicle], of: vehicle)
    next[home] = other.next[home]
    previous[home] = other.previous[home]
    leg[home] = other.leg[home]
    var node = Int(next[home])
    while node != home {
      next[node] = other.next[node]
      previous[node] = other.previous[node]
      leg[node] = other.leg[node]
      copyTiming(at: node, other)
      node = Int(next[node])
    }
  }

  @inline(__always)
  private func copyTiming(at node: Int, _ other: PlanState) {
    for slot in (node * problem.slots)..<((node + 1) * problem.slots) {
      labels[slot] = other.labels[slot]
      if !labels[slot].isFeasible { break }
    }
    for entry in (node * problem.width)..<((node + 1) * problem.width) {
      latest[entry] = other.latest[entry]
    }
    if problem.hasTails { tails[node] = other.tails[node] }
    sinceRest[node] = other.sinceRest[node]
    untilRest[node] = other.untilRest[node]
  }

  /// The stops of `vehicle` in order.
  func stops(of vehicle: Int) -> [Int] {
    var stops: [Int] = []
    var node = Int(next[problem.stopCount + vehicle])
    while node < problem.stopCount {
      stops.append(node)
      node = Int(next[node])
    }
    return stops
  }

  /// Tells a route, and what its crew does on other days as far as that counts, from others.
  @inline(__always)
  func signature(of vehicle: Int) -> UInt64 {
    let crew = Int(problem.vehicles[vehicle].crew)
    if crew < 0 { return totals[vehicle].signature }
    let days = crewTotals[crew]
    return totals[vehicle].signature
      &+ RouteSignature.leg(from: Int(days.driving), to: Int(days.work))
  }

  /// Puts `stop` after `node` in the route of `vehicle`, which must be refreshed afterwards.
  func insert(_ stop: Int, after node: Int, vehicle: Int) {
    let follower = Int(next[node])
    next[node] = Int32(stop)
    previous[stop] = Int32(node)
    next[stop] = Int32(follower)
    previous[follower] = Int32(stop)
    self.vehicle[stop] = Int32(vehicle)
    totals[vehicle].count += 1
    noteVisit(stop, vehicle: vehicle, change: 1)
    leaveBank(Int(problem.orders.order[stop]))
  }

  /// Takes `stop` out of its route, which must be refreshed afterwards.
  func remove(_ stop: Int) {
    let before = Int(previous[stop])
    let after = Int(next[stop])
    next[before] = Int32(after)
    previous[after] = Int32(before)
    totals[Int(vehicle[stop])].count -= 1
    noteVisit(stop, vehicle: Int(vehicle[stop]), change: -1)
    vehicle[stop] = -1
    enterBank(Int(problem.orders.order[stop]))
  }

  @inline(__always)
  private func noteVisit(_ stop: Int, vehicle: Int, change: Int) {
    let order = Int(problem.orders.order[stop])
    if problem.changes.keeps(stop: stop, order: order, vehicle: vehicle) { keptCount += change }
  }

  /// Whether no more orders are moved than may be, or than in `other`.
  @inline(__always)
  func keepsEnough(_ other: PlanState) -> Bool {
    let moved = problem.changes.count - keptCount
    return moved <= problem.changes.mostMoved || keptCount >= other.keptCount
  }

  private func leaveBank(_ order: Int) {
    assert(!isServed[order])
    isServed[order] = true
    penalties -= problem.orders.penalty[order]
    bankCount -= 1
    let hole = bankPosition[order]
    let moved = bank[bankCount]
    bank[Int(hole)] = moved
    bankPosition[Int(moved)] = hole
    bank[bankCount] = Int32(order)
    bankPosition[order] = Int32(bankCount)
  }

  private func enterBank(_ order: Int) {
    assert(isServed[order])
    isServed[order] = false
    penalties += problem.orders.penalty[order]
    let hole = bankPosition[order]
    let moved = bank[bankCount]
    bank[Int(hole)] = moved
    bankPosition[Int(moved)] = hole
    bank[bankCount] = Int32(order)
    bankPosition[order] = Int32(bankCount)
    bankCount += 1
  }

  /// What it costs that a crew works `work` seconds more over all days.
  @inline(__always)
  func crewCostChange(adding work: Int64, crew: Int) -> Int64 {
    if problem.crews.imbalance == 0 { return 0 }
    let old = crewTotals[crew].work
    return problem.crews.cost(ofWork: old + work) - problem.crews.cost(ofWork: old)
  }

  /// The part of the cost that depends on the order of the stops of `vehicle`.
  func orderCost(of vehicle: Int) -> Int64 {
    let crew = Int(problem.vehicles[vehicle].crew)
    let evenness = crew < 0 ? 0 : problem.crews.cost(ofWork: crewTotals[crew].work)
    return totals[vehicle].cost - totals[vehicle].extra + evenness
  }

  /// What the crew of `vehicle` works on its other days.
  func workElsewhere(_ vehicle: Int) -> Int64 {
    let crew = Int(problem.vehicles[vehicle].crew)
    if crew < 0 { return 0 }
    return crewTotals[crew].work - Int64(totals[vehicle].driving)
      - Int64(totals[vehicle].service)
  }

  /// Notes the new sums of a route.
  func setTotals(_ new: RouteTotals, of vehicle: Int) {
    let old = totals[vehicle]
    routeCosts += new.cost - old.cost
    waitingCosts += problem.vehicles[vehicle].waitingRate * Int64(new.waiting - old.waiting)
    totals[vehicle] = new
    glances[vehicle] = RouteGlance(new, problem.vehicles[vehicle])
    let capacity = problem.vehicles[vehicle].capacity
    overload += max(0, new.load - capacity) - max(0, old.load - capacity)
    let crew = Int(problem.vehicles[vehicle].crew)
    if crew >= 0 {
      let work = Int64(new.driving - old.driving + new.service - old.service)
      if problem.crews.imbalance > 0 { routeCosts += crewCostChange(adding: work, crew: crew) }
      crewTotals[crew].driving += Int64(new.driving - old.driving)
      crewTotals[crew].work += work
    }
    if old.isEmpty != new.isEmpty {
      if new.isEmpty { roster.free(vehicle) } else { roster.use(vehicle) }
    }
  }
}

/// What a crew does over all days, in seconds.
struct CrewTotals: BitwiseCopyable {
  var driving: Int64 = 0
  /// Driving and service.
  var work: Int64 = 0
}

/// What is known of a route at a glance, side by side in memory for all of them.
struct RouteGlance: BitwiseCopyable {
  /// Of the order of its stops.
  var signature: UInt64
  /// What it can load besides; nothing at all if it has all the stops it may have.
  var room: Int64

  @inline(__always)
  init(_ totals: RouteTotals, _ crew: CompiledVehicle) {
    signature = totals.signature
    room = totals.count < crew.maxStops ? crew.capacity - totals.load : .min
  }
}

/// The sums of one route.
struct RouteTotals: BitwiseCopyable {
  var count: Int32 = 0
  var driving: Int32 = 0
  var waiting: Int32 = 0
  /// From departure to return, unpaid breaks apart; only kept where it matters.
  var duty: Int32 = 0
  var service: Int32 = 0
  var load: Int64 = 0
  var distance: Int64 = 0
  /// Affinities, and regrets of alternatives.
  var extra: Int64 = 0
  var cost: Int64 = 0
  /// Tells one order of stops from another; 1 where there are none.
  var signature: UInt64 = RouteSignature.empty

  /// Whether there were no stops when the sums were made.
  @inline(__always)
  var isEmpty: Bool { signature == RouteSignature.empty }
}
