import Quantities
import RouteSolver
import Testing

/// A line of places 600 s and 5,000 dm apart, home at the left end.
private struct Line {
  var stops: [RoutingStop]
  var vehicle: RoutingVehicle

  init(_ count: Int) {
    stops = (1...count).map {
      RoutingStop(location: Index($0), service: Seconds(900), isRequired: true)
    }
    vehicle = RoutingVehicle(
      start: Index(0), end: Index(0), shift: HorizonSpan(.hours(8), .hours(18)))
  }

  var matrix: TravelMatrix {
    let count = stops.count + 1
    var durations: [Int32] = []
    var distances: [Int32] = []
    for from in 0..<count {
      for to in 0..<count {
        durations.append(Int32(600 * abs(from - to)))
        distances.append(Int32(5_000 * abs(from - to)))
      }
    }
    return TravelMatrix(count: count, durations: durations, distances: distances)
  }

  func problem(
    vehicles: [RoutingVehicle]? = nil, spacings: [RoutingSpacing] = []
  ) throws -> RoutingProblem {
    try RoutingProblem(
      matrices: [matrix], stops: stops, vehicles: vehicles ?? [vehicle], spacings: spacings)
  }
}

private func judged(_ problem: RoutingProblem) -> RoutingSolution {
  let solution = solve(problem, stop: AfterIterations(60), seed: 1)
  #expect(PlanJudge(problem: problem).faults(solution).isEmpty)
  return solution
}

/// Expects that the vehicle with the limit just wide enough serves all stops at no extra cost, and
/// one a notch tighter leaves stops out and says why.
private func expectEdge(
  _ count: Int, binding: RoutingConstraint, wide: (inout Line) -> Void,
  tight: (inout Line) -> Void
) throws {
  let free = judged(try Line(count).problem())
  var line = Line(count)
  wide(&line)
  let inside = judged(try line.problem())
  #expect(inside.unserved.isEmpty)
  #expect(inside.cost == free.cost)
  tight(&line)
  let problem = try line.problem()
  let outside = judged(problem)
  #expect(outside.unserved.count == 1)
  let left = try #require(outside.unserved.first)
  guard case .barred(let constraints) = left.reason else {
    Issue.record("\(left.reason)")
    return
  }
  #expect(constraints.contains(binding))
  for constraint in constraints {
    let relaxed = solve(
      problem.relaxing(constraint, for: [left.stop]), start: outside.plan(vehicleCount: 1),
      stop: AfterIterations(60), seed: 1)
    #expect(relaxed.unserved.isEmpty, "relaxing \(constraint) makes room")
  }
}

@Suite("Constraints, each in its own money")
struct ConstraintTests {
  @Test("a window may be met to the second")
  func window() throws {
    try expectEdge(
      1, binding: .window,
      wide: { $0.stops[0].windows = [HorizonSpan(.hours(8), .hours(8) + Seconds(600))] },
      tight: { $0.stops[0].windows = [HorizonSpan(.hours(8), .hours(8) + Seconds(599))] })
  }

  @Test("of several windows any will do, and waiting for the next one is idle time")
  func severalWindows() throws {
    var line = Line(1)
    line.stops[0].windows = [
      HorizonSpan(.hours(6), .hours(7)), HorizonSpan(.hours(12), .hours(12)),
    ]
    let route = try #require(judged(try line.problem()).routes.first)
    #expect(route.visits[0].start == .hours(12))
    #expect(route.departure == .hours(12) - Seconds(600))
    #expect(route.waiting == .zero)
  }

  @Test("the latest return may be met to the second")
  func shift() throws {
    let duty = Seconds(2 * 600 * 2 + 2 * 900)
    try expectEdge(
      2, binding: .shift,
      wide: { $0.vehicle.shift = HorizonSpan(.hours(8), .hours(8) + duty) },
      tight: { $0.vehicle.shift = HorizonSpan(.hours(8), .hours(8) + duty - Seconds(1)) })
  }

  @Test("the longest duty may be used to the second")
  func duty() throws {
    try expectEdge(
      2, binding: .duty, wide: { $0.vehicle.maxDuty = Seconds(4_200) },
      tight: { $0.vehicle.maxDuty = Seconds(4_199) })
  }

  @Test("the longest driving may be used to the second")
  func driving() throws {
    try expectEdge(
      2, binding: .driving, wide: { $0.vehicle.maxDriving = Seconds(2_400) },
      tight: { $0.vehicle.maxDriving = Seconds(2_399) })
  }

  @Test("a service that is long enough is a rest from driving")
  func continuousDriving() throws {
    try expectEdge(
      2, binding: .continuousDriving,
      wide: {
        $0.vehicle.continuousDriving = ContinuousDriving(limit: Seconds(1_200), rest: Seconds(900))
      },
      tight: {
        $0.vehicle.continuousDriving = ContinuousDriving(limit: Seconds(1_199), rest: Seconds(900))
      })
  }

  @Test("the longest way may be used to the decimetre")
  func distance() throws {
    try expectEdge(
      2, binding: .maxDistance, wide: { $0.vehicle.maxDistance = Distance(decimetres: 20_000) },
      tight: { $0.vehicle.maxDistance = Distance(decimetres: 19_999) })
  }

  @Test("no more stops than allowed")
  func maxStops() throws {
    try expectEdge(
      3, binding: .maxStops, wide: { $0.vehicle.maxStops = 3 }, tight: { $0.vehicle.maxStops = 2 })
  }

  @Test("the last service ends before dark, though the way home may be later")
  func daylight() throws {
    let end = Seconds.hours(8) + Seconds(1_200 + 1_800)
    try expectEdge(
      2, binding: .latestServiceEnd, wide: { $0.vehicle.latestServiceEnd = end },
      tight: { $0.vehicle.latestServiceEnd = end - Seconds(1) })
  }

  @Test("a break fits beside the visits, or one of them goes")
  func breaks() throws {
    let duty = Seconds(4_200)
    let pause = RoutingBreak(
      window: HorizonSpan(.hours(8) + Seconds(1_000), .hours(8) + Seconds(3_000)),
      duration: Seconds(1_800))
    try expectEdge(
      2, binding: .breaks,
      wide: {
        $0.vehicle.breaks = [pause]
        $0.vehicle.shift = HorizonSpan(.hours(8), .hours(8) + duty + pause.duration)
      },
      tight: {
        $0.vehicle.shift = HorizonSpan(.hours(8), .hours(8) + duty + pause.duration - Seconds(1))
        // Home again by the end of this window would be too early to owe the break.
        $0.vehicle.breaks[0].window.start = .hours(8) + Seconds(600)
        $0.vehicle.breaks[0].window.end = .hours(8) + Seconds(3_000)
        $0.vehicle.maxDuty = nil
      })
  }

  @Test("a crew needs every skill of a stop")
  func skills() throws {
    try expectEdge(
      2, binding: .skills,
      wide: {
        $0.stops[1].skills = 0b101
        $0.vehicle.skills = 0b111
      }, tight: { $0.vehicle.skills = 0b110 })
  }

  @Test("only allowed crews come, and only the pinned one")
  func allowed() throws {
    var line = Line(1)
    line.stops[0].allowedVehicles = [Index(1)]
    var near = line.vehicle
    near.costPerTravelSecond = 5
    let both = judged(try line.problem(vehicles: [line.vehicle, near]))
    #expect(both.routes.map(\.vehicle) == [Index(1)])
    line.stops[0].pinnedVehicle = Index(0)
    let pinned = judged(try line.problem(vehicles: [line.vehicle, near]))
    #expect(pinned.routes.map(\.vehicle) == [Index(0)])
    line.stops[0].pinnedVehicle = nil
    line.stops[0].allowedVehicles = []
    let none = judged(try line.problem())
    #expect(none.unserved.map(\.reason) == [.barred(by: [.allowedVehicles])])
  }

  @Test("visits that share a spacing are days apart")
  func spacing() throws {
    var line = Line(2)
    line.stops[0].spacing = 0
    line.stops[1].spacing = 0
    var days: [RoutingVehicle] = []
    for day in 0..<3 {
      var crew = line.vehicle
      crew.day = day
      crew.shift = HorizonSpan(
        day: day, from: TimeOfDay(hour: 8), until: TimeOfDay(hour: 18))
      days.append(crew)
    }
    let twoApart = judged(try line.problem(vehicles: days, spacings: [.init(minimumDays: 2)]))
    #expect(twoApart.routes.map(\.vehicle) == [Index(0), Index(2)])
    let threeApart = judged(try line.problem(vehicles: days, spacings: [.init(minimumDays: 3)]))
    #expect(threeApart.unserved.map(\.reason) == [.barred(by: [.spacing])])
  }

  @Test("one of a group is visited, the one that costs less")
  func group() throws {
    var line = Line(3)
    for stop in 0..<2 { line.stops[stop].group = 7 }
    let solution = judged(try line.problem())
    #expect(solution.routes[0].visits.count == 2)
    #expect(solution.unserved.isEmpty)
  }

  @Test("a stop is visited while its prize is above the way, and not at the way's cost")
  func prize() throws {
    var line = Line(1)
    line.stops[0].isRequired = false
    line.stops[0].prize = Cost(1_201)
    #expect(judged(try line.problem()).unserved.isEmpty)
    line.stops[0].prize = Cost(1_150)
    let left = judged(try line.problem()).unserved
    #expect(left.map(\.reason) == [.notWorthwhile(by: Cost(50))])
  }

  @Test("the higher priority is served where only one can be")
  func priority() throws {
    var line = Line(2)
    line.vehicle.maxStops = 1
    for stop in 0..<2 { line.stops[stop].isRequired = false }
    line.stops[0].prize = Cost(9_000)
    line.stops[1].priority = 1
    let problem = try RoutingProblem(
      matrices: [line.matrix], stops: line.stops, vehicles: [line.vehicle],
      weights: ObjectiveWeights(priorities: [.zero, Cost(100_000)]))
    #expect(judged(problem).routes[0].visits.map(\.stop) == [Index(1)])
  }

  @Test("a stop without a way is unreachable, not late")
  func unreachable() throws {
    let line = Line(1)
    let matrix = TravelMatrix(count: 2, durations: [0, TravelMatrix.unreachable, 600, 0])
    let problem = try RoutingProblem(
      matrices: [matrix], stops: line.stops, vehicles: [line.vehicle])
    #expect(judged(problem).unserved.map(\.reason) == [.unreachable])
  }

  @Test("an affinity cost sends the other crew, an imbalance weight shares the work")
  func preferences() throws {
    var line = Line(2)
    line.stops[0].affinities = [RoutingAffinity(vehicle: Index(0), cost: Cost(5_000))]
    let other = judged(try line.problem(vehicles: [line.vehicle, line.vehicle]))
    let disliked = other.routes.filter { $0.vehicle == Index(0) }.flatMap(\.visits).map(\.stop)
    #expect(!disliked.contains(Index(0)))
    let even = try RoutingProblem(
      matrices: [line.matrix], stops: Line(4).stops.prefix(2).map { $0 },
      vehicles: [line.vehicle, line.vehicle], weights: ObjectiveWeights(imbalance: 100))
    #expect(judged(even).routes.count == 2)
  }

  @Test("a day with neither start nor end has only the legs between its stops")
  func openEnds() throws {
    var line = Line(3)
    line.vehicle.start = nil
    line.vehicle.end = nil
    let route = try #require(judged(try line.problem()).routes.first)
    #expect(route.driving == Seconds(1_200))
    #expect(route.departure == route.visits[0].start)
  }
}
