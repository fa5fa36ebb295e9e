import Quantities
import RouteChecking
import Testing

@testable import RouteSolver

@Suite("Overload at a price")
struct OverloadTests {
  /// Random places whose loads fill the vehicles but for one unit each.
  private func tight(seed: UInt64, routes: Int = 5, each: Int = 4) throws -> RoutingProblem {
    var chance = SeededGenerator(seed: seed)
    let count = routes * each
    var plane = Plane(
      (0..<count).map { _ in (x: chance.below(300), y: chance.below(300)) }, vehicles: routes + 2)
    for stop in 0..<count { plane.stops[stop].load = Int32(5 + stop % each * 5) }
    let load = (0..<each).reduce(0) { $0 + 5 + $1 * 5 }
    for vehicle in plane.vehicles.indices { plane.vehicles[vehicle].capacity = Int32(load + 1) }
    return try plane.problem()
  }

  private func search(_ problem: RoutingProblem, seed: UInt64) -> RouteSearch {
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let search = RouteSearch(compiled, seed: seed)
    search.begin(from: nil)
    return search
  }

  /// What the routes of `plan` hold that vehicles may not carry.
  private func overload(of plan: PlanState) -> Int64 {
    (0..<plan.problem.vehicleCount).reduce(0) { sum, vehicle in
      let load = plan.stops(of: vehicle).reduce(Int64(0)) { $0 + Int64(plan.problem.load[$1]) }
      return sum + max(0, load - plan.problem.vehicles[vehicle].capacity)
    }
  }

  @Test("happens, is counted rightly, and never in the best plan")
  func best() throws {
    var overloaded = 0
    for seed in UInt64(0)..<30 {
      let problem = try tight(seed: seed)
      let search = search(problem, seed: seed)
      search.allowOverload(temperature: search.startTemperature(isLong: false))
      for _ in 0..<20 {
        search.run(iterations: 150)
        #expect(search.current.overload == overload(of: search.current))
        #expect(search.best.overload == 0 && overload(of: search.best) == 0)
        if search.current.overload > 0 { overloaded += 1 }
      }
      let slack = Int64(search.settings.overloadShare * 51)
      for vehicle in 0..<search.problem.vehicleCount {
        #expect(search.current.totals[vehicle].load <= 51 + slack)
      }
    }
    #expect(overloaded > 60)
  }

  @Test("ends with the next plan that is begun")
  func begin() throws {
    let search = search(try tight(seed: 1), seed: 1)
    search.allowOverload(temperature: 100)
    var laps = 0
    while search.current.overload == 0, laps < 1_000 {
      search.run(iterations: 20)
      laps += 1
    }
    #expect(search.current.overload > 0)
    search.begin(from: nil)
    for _ in 0..<20 {
      search.run(iterations: 50)
      #expect(search.current.overload == 0)
    }
  }

  @Test("is not allowed where nothing limits loads")
  func unlimited() throws {
    var plane = Plane((1...6).map { (x: 10 * $0, y: 0) }, vehicles: 2)
    for stop in plane.stops.indices { plane.stops[stop].load = 5 }
    let search = search(try plane.problem(), seed: 1)
    search.allowOverload(temperature: 100)
    #expect(search.overloadRate == 0 && search.trial.loadSlack == 0)
  }

  @Test("costs what the excess costs, at the place where the stop goes")
  func price() throws {
    // The one vehicle takes 100 and has 96; ten more are outside.
    var plane = Plane([(x: 100, y: 0), (x: 102, y: 0)], vehicles: 1)
    plane.stops[0].load = 96
    plane.stops[1].load = 10
    plane.vehicles[0].capacity = 100
    let search = search(try plane.problem(), seed: 1)
    #expect(search.trial.bankCount == 1)
    let outside = Int(search.trial.bank[0])
    let stop = Int(search.problem.orders.options[outside])
    // Six too many, where eight are allowed.
    search.allowOverload(temperature: 1_000)
    search.overloadRate = 5
    #expect(search.overloadPrice(of: stop, vehicle: 0) == 30)
    let place = search.cheapestPlace(for: outside, 1)
    let before = search.price(of: search.trial)
    let penalty = search.problem.orders.penalty[outside]
    search.make(place)
    #expect(search.trial.overload == 6)
    #expect(search.price(of: search.trial) == before - penalty + place.cost)
    // At a price beyond what it costs to leave it out it stays out.
    search.trial.remove(stop)
    #expect(search.trial.refresh(0))
    search.overloadRate = Double(penalty)
    #expect(search.cheapestPlace(for: outside, 1).stop < 0)
  }

  @Test("becomes dearer while too few plans keep the limits, and cheaper after")
  func adapts() throws {
    let search = search(try tight(seed: 2), seed: 2)
    search.allowOverload(temperature: 100)
    let first = search.overloadRate
    let plans = search.settings.overloadPlans
    for _ in 1..<plans { search.adaptOverloadRate() }
    #expect(search.overloadRate == first)
    search.adaptOverloadRate()
    #expect(search.overloadRate == first * search.settings.overloadFall)
    for _ in 0..<(200 * plans) { search.adaptOverloadRate() }
    #expect(search.overloadRate == first * search.settings.leastOverloadPrice)
    for _ in 0..<(400 * plans) {
      search.plansInLimits = -1
      search.adaptOverloadRate()
    }
    #expect(search.overloadRate == first * search.settings.mostOverloadPrice)
  }

  @Test("goes with every other constraint where it is allowed", arguments: 0..<150 as Range<UInt64>)
  func others(seed: UInt64) throws {
    let some = try RandomProblem.make(seed: seed, stops: 16)
    let isFree = some.vehicles.allSatisfy(\.lockedVisits.isEmpty)
    guard isFree, some.stops.allSatisfy({ $0.group == nil }) else { return }
    var chance = SeededGenerator(seed: seed)
    var stops = some.stops
    for stop in stops.indices { stops[stop].load = Int32(10 + chance.below(50)) }
    var vehicles = some.vehicles
    for vehicle in vehicles.indices { vehicles[vehicle].capacity = Int32(100 + chance.below(150)) }
    let problem = try some.replacing(stops: stops, vehicles: vehicles)
    let search = search(problem, seed: seed)
    search.allowOverload(temperature: search.startTemperature(isLong: false))
    #expect(search.overloadRate > 0)
    search.run(iterations: 400)
    #expect(search.current.overload == overload(of: search.current))
    let routes = (0..<vehicles.count).map { vehicle in
      search.best.stops(of: vehicle).map { Index<RoutingStop>($0) }
    }
    #expect(RouteChecker(problem).faults(in: RoutingPlan(routes: routes)).isEmpty)
  }

  @Test("is not allowed where visits are locked")
  func locked() throws {
    var plane = Plane((1...6).map { (x: 10 * $0, y: 0) }, vehicles: 2)
    for stop in plane.stops.indices { plane.stops[stop].load = 5 }
    for vehicle in plane.vehicles.indices { plane.vehicles[vehicle].capacity = 100 }
    plane.vehicles[0].lockedVisits = [Index(2)]
    let search = search(try plane.problem(), seed: 1)
    search.allowOverload(temperature: 100)
    #expect(search.overloadRate == 0)
  }

  @Test("is not allowed where there are alternatives")
  func alternatives() throws {
    var plane = Plane((1...6).map { (x: 10 * $0, y: 0) }, vehicles: 2)
    for stop in plane.stops.indices { plane.stops[stop].load = 5 }
    for vehicle in plane.vehicles.indices { plane.vehicles[vehicle].capacity = 100 }
    plane.stops[0].group = 1
    plane.stops[1].group = 1
    let search = search(try plane.problem(), seed: 1)
    search.allowOverload(temperature: 100)
    #expect(search.overloadRate == 0)
  }

  @Test("does no harm where no plan can take all loads")
  func tooMuch() throws {
    for seed in UInt64(0)..<6 {
      var chance = SeededGenerator(seed: seed)
      var plane = Plane(
        (0..<60).map { _ in (x: chance.below(300), y: chance.below(300)) }, vehicles: 7)
      for stop in plane.stops.indices { plane.stops[stop].load = Int32(5 + chance.below(16)) }
      let load = plane.stops.reduce(0) { $0 + Int($1.load) }
      for vehicle in plane.vehicles.indices {
        plane.vehicles[vehicle].capacity = Int32(load * 95 / 700)
      }
      let problem = try plane.problem()
      let short = solve(problem, stop: AfterIterations(512), seed: seed)
      let long = solve(problem, stop: AfterIterations(12_000), seed: seed)
      #expect(PlanJudge(problem: problem).faults(long).isEmpty)
      #expect(!long.unserved.isEmpty)
      // Long searches must go on from where short ones end.
      #expect(long.cost.total.value < short.cost.total.value)
    }
  }

  @Test("leaves plans that the judge accepts and that leave nothing out")
  func plans() throws {
    for seed in UInt64(0)..<8 {
      let problem = try tight(seed: seed + 50)
      // Enough for several plans, by one search and by two.
      for searches in [1, 2] {
        let solution = solve(
          problem, stop: AfterIterations(6_000), seed: seed, searches: searches, sharing: .inTurn)
        let other = solve(
          problem, stop: AfterIterations(6_000), seed: seed, searches: searches,
          sharing: .backwards)
        #expect(solution == other)
        #expect(PlanJudge(problem: problem).faults(solution).isEmpty)
        #expect(solution.unserved.isEmpty)
      }
    }
  }
}
