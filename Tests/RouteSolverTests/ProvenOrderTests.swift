import Quantities
import RouteSolver
import Testing

@Suite("Short routes leave in the best order")
struct ProvenOrderTests {
  /// A crew's day of fifteen short visits, a third of them with an hour or two to be made in, and
  /// one lunch; waiting costs, so that departure matters too.
  private func day(seed: UInt64) throws -> RoutingProblem {
    var chance = SeededGenerator(seed: seed)
    let places = (0..<16).map { _ in (chance.below(1_800), chance.below(1_800)) }
    var durations: [Int32] = []
    for from in places {
      for to in places {
        let way = abs(from.0 - to.0) + abs(from.1 - to.1)
        durations.append(way == 0 ? 0 : Int32(60 + way + chance.below(120)))
      }
    }
    let stops = (1..<16).map { number in
      let open = Int32(8 * 3600 + chance.below(8) * 3600)
      let width = Int32(3600 * (1 + chance.below(2)))
      return RoutingStop(
        location: Index(number), service: .minutes(8),
        windows: chance.below(3) == 0 ? [HorizonSpan(Seconds(open), Seconds(open + width))] : [],
        isRequired: false, prize: Cost(1_000_000))
    }
    let lunch = RoutingBreak(
      window: HorizonSpan(.hours(11), .hours(13)), duration: .minutes(45))
    let crew = RoutingVehicle(
      start: Index(0), end: Index(0), shift: HorizonSpan(.hours(8), .hours(19)),
      breaks: [lunch], costPerTravelSecond: 2, costPerWaitingSecond: 1)
    return try RoutingProblem(
      matrices: [TravelMatrix(count: 16, durations: durations)], stops: stops, vehicles: [crew])
  }

  @Test("fifteen stops with windows and a lunch are proven, whatever order the search ends with")
  func fifteen() throws {
    for seed in UInt64(0)..<12 {
      let problem = try day(seed: seed)
      let solution = solve(problem, stop: AfterIterations(400), seed: seed)
      #expect(PlanJudge(problem: problem).faults(solution).isEmpty)
      let route = try #require(solution.routes.first)
      #expect(route.hasProvenOrder, "seed \(seed), \(route.visits.count) stops")
    }
  }

  @Test("no long search from another start finds a better order of the same stops")
  func unbeaten() throws {
    var compared = 0
    for seed in UInt64(0)..<6 {
      let problem = try day(seed: seed)
      // Few iterations leave the order to the proof, many to the search.
      let proven = solve(problem, stop: AfterIterations(1), seed: seed)
      let searched = solve(problem, stop: AfterIterations(3_000), seed: seed + 100)
      let visited = proven.routes.flatMap(\.visits).map(\.stop).sorted()
      guard visited == searched.routes.flatMap(\.visits).map(\.stop).sorted() else { continue }
      #expect(proven.cost.total == searched.cost.total, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 0)
  }

  @Test("under every constraint, no route of up to fifteen stops stays without proof")
  func everyConstraint() throws {
    for seed in UInt64(0)..<60 {
      let problem = try RandomProblem.make(seed: seed, stops: 15)
      let solution = solve(problem, stop: AfterIterations(30), seed: seed)
      for route in solution.routes {
        let matrix = problem.matrices[problem.vehicles[route.vehicle.position].matrix]
        // Where ways depend on the hour, up to seven stops are tried.
        if !matrix.periods.isEmpty, route.visits.count > 7 { continue }
        #expect(route.hasProvenOrder, "seed \(seed), \(route.visits.count) stops")
      }
    }
  }
}
