import Quantities
import RouteChecking
import RouteSolver
import Testing

@Suite("Days between visits, judged")
struct SpacingTests {
  /// The faults when each of the four stops, or some of them, is visited on a day.
  private func kinds(
    _ rule: RoutingSpacing, _ days: [Int?], groups: [Int?] = []
  ) throws -> [RouteFault.Kind] {
    var world = LineWorld()
    world.spacings = [rule]
    for (stop, group) in groups.enumerated() { world.stops[stop].group = group }
    world.vehicles = (0..<9).map { day in
      RoutingVehicle(
        day: day, start: Index(0), end: Index(0),
        shift: HorizonSpan(.hours(24 * day), .hours(24 * day + 20)))
    }
    var plan = RoutingPlan(routes: Array(repeating: [], count: 9))
    for (stop, day) in days.enumerated() {
      world.stops[stop].spacing = 0
      if let day { plan.routes[day].append(Index(stop)) }
    }
    return RouteChecker(try world.problem()).faults(in: plan).map(\.kind)
  }

  @Test("any two visits are at least so many days apart, the same day being none")
  func least() throws {
    #expect(try kinds(RoutingSpacing(minimumDays: 3), [4, 1, 7]).isEmpty)
    #expect(try kinds(RoutingSpacing(minimumDays: 3), [4, 2, 7]) == [.tooSoonAgain])
    #expect(try kinds(RoutingSpacing(minimumDays: 1), [4, 4]) == [.tooSoonAgain])
    #expect(try kinds(RoutingSpacing(minimumDays: 0), [4, 4]).isEmpty)
  }

  @Test("any two visits are at most so many days apart, whatever lies between")
  func most() throws {
    let rule = RoutingSpacing(minimumDays: 1, maximumDays: 4)
    #expect(try kinds(rule, [5, 1, 3]).isEmpty)
    #expect(try kinds(rule, [6, 1, 3]) == [.tooLateAgain])
  }

  @Test("a series goes on in the order of the problem")
  func series() throws {
    let rule = RoutingSpacing(minimumDays: 2, isSeries: true)
    #expect(try kinds(rule, [0, 2, 4, 8]).isEmpty)
    #expect(try kinds(rule, [0, 4, 2]) == [.outOfSeries])
    #expect(try kinds(rule, [0, 1, 4]) == [.tooSoonAgain])
    #expect(try kinds(RoutingSpacing(minimumDays: 0, isSeries: true), [3, 3, 3]).isEmpty)
  }

  @Test("from one of a series to the next are at most so many days, and more past one left out")
  func seriesMost() throws {
    let rule = RoutingSpacing(minimumDays: 1, maximumDays: 2, isSeries: true)
    #expect(try kinds(rule, [0, 2, 4, 6]).isEmpty)
    #expect(try kinds(rule, [0, 3]) == [.tooLateAgain])
    #expect(try kinds(rule, [0, nil, 4]).isEmpty)
    #expect(try kinds(rule, [0, nil, 5]) == [.tooLateAgain])
  }

  @Test("alternatives of one group have one place in a series")
  func alternatives() throws {
    let rule = RoutingSpacing(minimumDays: 1, maximumDays: 2, isSeries: true)
    // The second and third stop are one visit, so that the fourth is the next after it.
    #expect(try kinds(rule, [0, nil, 2, 4], groups: [nil, 7, 7, nil]).isEmpty)
    #expect(try kinds(rule, [0, nil, nil, 4], groups: [nil, 7, 7, nil]).isEmpty)
    #expect(try kinds(rule, [0, nil, nil, 5], groups: [nil, 7, 7, nil]) == [.tooLateAgain])
    #expect(try kinds(rule, [0, nil, nil, 5]).isEmpty)
  }
}
