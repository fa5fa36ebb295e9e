import Quantities
import RouteChecking
import RouteSolver
import Testing

@Suite("Breaks, judged")
struct BreakTests {
  /// A break of 600 s after two visits, at 8:50.
  private static let moment = Seconds.hours(8) + Seconds(3_000)
  private static let solution = LineWorld.solution(
    visiting: Array(0..<4), breakAfter: (2, 600))

  private func kinds(
    _ window: HorizonSpan, length: Int32 = 600, shiftEnd: Seconds = .hours(18),
    in solution: RoutingSolution = Self.solution
  ) throws -> (timed: [RouteFault.Kind], untimed: [RouteFault.Kind]) {
    var world = LineWorld()
    world.vehicles[0].breaks = [RoutingBreak(window: window, duration: Seconds(length))]
    world.vehicles[0].shift.end = shiftEnd
    let checker = RouteChecker(try world.problem())
    return (
      checker.faults(in: solution).map(\.kind), checker.faults(in: LineWorld.plan).map(\.kind)
    )
  }

  @Test("a break within its window passes, one second outside it does not")
  func window() throws {
    #expect(try kinds(HorizonSpan(.hours(8), Self.moment)).timed.isEmpty)
    #expect(
      try kinds(HorizonSpan(.hours(8), Self.moment - Seconds(1))).timed == [.breakOutsideWindow])
    #expect(try kinds(HorizonSpan(Self.moment, .hours(10))).timed.isEmpty)
    let late = HorizonSpan(Self.moment + Seconds(1), .hours(10))
    #expect(try kinds(late).timed == [.breakOutsideWindow])
  }

  @Test("a break lasts as long as it is owed")
  func length() throws {
    let found = try kinds(HorizonSpan(.hours(8), .hours(9)), length: 601).timed
    #expect(found.contains(.wrongBreakLength))
  }

  @Test("a break that is owed must be taken; who is back before its last moment owes none")
  func owed() throws {
    let home = Seconds.hours(8) + Seconds(8_400)
    let without = LineWorld.solution
    #expect(
      try kinds(HorizonSpan(.hours(9), home - Seconds(1)), in: without).timed == [.breakNotTaken])
    #expect(try kinds(HorizonSpan(.hours(9), home), in: without).timed.isEmpty)
  }

  @Test("an unpaid break is no duty, a paid one is")
  func unpaid() throws {
    var world = LineWorld()
    world.vehicles[0].breaks = [
      RoutingBreak(
        window: HorizonSpan(.hours(8), .hours(9)), duration: Seconds(600), isPaid: false)
    ]
    // Who must leave at eight cannot have the break behind it.
    world.stops[0].windows = [HorizonSpan(.hours(8), .hours(8) + Seconds(600))]
    world.vehicles[0].maxDuty = Seconds(8_400)
    let inside = RouteChecker(try world.problem())
    #expect(inside.faults(in: Self.solution).isEmpty)
    #expect(inside.faults(in: LineWorld.plan).isEmpty)
    world.vehicles[0].breaks[0].isPaid = true
    let outside = RouteChecker(try world.problem())
    #expect(outside.faults(in: Self.solution).map(\.kind) == [.dutyTooLong])
    #expect(outside.faults(in: LineWorld.plan).map(\.kind) == [.noSchedule])
  }

  @Test("without times, a break that leaves no room is found out")
  func room() throws {
    let window = HorizonSpan(.hours(8) + Seconds(600), .hours(10))
    let end = Seconds.hours(8) + Seconds(9_000)
    #expect(try kinds(window, shiftEnd: end).untimed.isEmpty)
    #expect(try kinds(window, shiftEnd: end - Seconds(1)).untimed == [.noSchedule])
  }

  @Test("a break that the crew does not have, or that stands nowhere, is named")
  func foreign() throws {
    let none = RouteChecker(try LineWorld().problem())
    #expect(none.faults(in: Self.solution).map(\.kind).contains(.unknownBreak))
    var lost = Self.solution
    lost.routes[0].breaks[0].visitsBefore = 9
    var world = LineWorld()
    world.vehicles[0].breaks = [
      RoutingBreak(window: HorizonSpan(.hours(8), .hours(9)), duration: Seconds(600))
    ]
    let found = RouteChecker(try world.problem()).faults(in: lost).map(\.kind)
    #expect(found.contains(.breakNowhere))
    var twice = Self.solution
    twice.routes[0].breaks.append(twice.routes[0].breaks[0])
    #expect(
      RouteChecker(try world.problem()).faults(in: twice).map(\.kind).contains(.breakTwice))
  }
}
