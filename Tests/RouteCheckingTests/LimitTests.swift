import Quantities
import RouteChecking
import RouteSolver
import Testing

/// One limit: set where the plan just keeps it, and a notch tighter.
struct LimitCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What the timed solution is accused of outside.
  let kind: RouteFault.Kind
  /// What the untimed plan is accused of outside; the same where times play no part.
  let untimed: RouteFault.Kind
  let inside: @Sendable (inout LineWorld) -> Void
  let outside: @Sendable (inout LineWorld) -> Void

  init(
    _ name: String, _ kind: RouteFault.Kind, untimed: RouteFault.Kind? = nil,
    inside: @escaping @Sendable (inout LineWorld) -> Void,
    outside: @escaping @Sendable (inout LineWorld) -> Void
  ) {
    testDescription = name
    self.kind = kind
    self.untimed = untimed ?? kind
    self.inside = inside
    self.outside = outside
  }

  private static let eight = Seconds.hours(8)

  static let all: [LimitCase] = [
    LimitCase(
      "window", .outsideWindows, untimed: .noSchedule,
      inside: { $0.stops[0].windows = [HorizonSpan(eight, eight + Seconds(600))] },
      outside: { $0.stops[0].windows = [HorizonSpan(eight, eight + Seconds(599))] }),
    LimitCase(
      "second of two windows", .outsideWindows, untimed: .noSchedule,
      inside: {
        $0.stops[1].windows = [
          HorizonSpan(.zero, eight), HorizonSpan(eight, eight + Seconds(2_100)),
        ]
      },
      outside: {
        $0.stops[1].windows = [
          HorizonSpan(.zero, eight), HorizonSpan(eight, eight + Seconds(2_099)),
        ]
      }),
    LimitCase(
      "start of the shift", .leavesBeforeShift, untimed: .noSchedule,
      inside: { $0.vehicles[0].shift.end = .hours(8) + Seconds(8_400) },
      outside: {
        $0.vehicles[0].shift = HorizonSpan(eight + Seconds(1), eight + Seconds(8_400))
      }),
    LimitCase(
      "end of the shift", .backAfterShift, untimed: .noSchedule,
      inside: { $0.vehicles[0].shift.end = eight + Seconds(8_400) },
      outside: { $0.vehicles[0].shift.end = eight + Seconds(8_399) }),
    LimitCase(
      "duty", .dutyTooLong, untimed: .noSchedule,
      inside: { $0.vehicles[0].maxDuty = Seconds(8_400) },
      outside: { $0.vehicles[0].maxDuty = Seconds(8_399) }),
    LimitCase(
      "latest end of service", .afterLatestServiceEnd, untimed: .noSchedule,
      inside: { $0.vehicles[0].latestServiceEnd = eight + Seconds(6_000) },
      outside: { $0.vehicles[0].latestServiceEnd = eight + Seconds(5_999) }),
    LimitCase(
      "driving", .drivingTooLong, inside: { $0.vehicles[0].maxDriving = Seconds(4_800) },
      outside: { $0.vehicles[0].maxDriving = Seconds(4_799) }),
    LimitCase(
      "driving without rest", .drivingWithoutRest,
      inside: {
        $0.vehicles[0].continuousDriving = ContinuousDriving(
          limit: Seconds(2_400), rest: Seconds(900))
      },
      outside: {
        $0.vehicles[0].continuousDriving = ContinuousDriving(
          limit: Seconds(2_399), rest: Seconds(900))
      }),
    LimitCase(
      "length of a rest", .drivingWithoutRest,
      inside: {
        $0.vehicles[0].continuousDriving = ContinuousDriving(
          limit: Seconds(2_400), rest: Seconds(900))
      },
      outside: {
        $0.vehicles[0].continuousDriving = ContinuousDriving(
          limit: Seconds(2_400), rest: Seconds(901))
      }),
    LimitCase(
      "way", .wayTooLong,
      inside: { $0.vehicles[0].maxDistance = Distance(decimetres: 40_000) },
      outside: { $0.vehicles[0].maxDistance = Distance(decimetres: 39_999) }),
    LimitCase(
      "stops", .tooManyStops, inside: { $0.vehicles[0].maxStops = 4 },
      outside: { $0.vehicles[0].maxStops = 3 }),
    LimitCase(
      "capacity", .overCapacity, inside: { $0.vehicles[0].capacity = 20 },
      outside: { $0.vehicles[0].capacity = 19 }),
    LimitCase(
      "skills", .missingSkill,
      inside: {
        $0.stops[2].skills = 0b101
        $0.vehicles[0].skills = 0b111
      },
      outside: { $0.vehicles[0].skills = 0b110 }),
    LimitCase(
      "pin", .offPin, inside: { $0.stops[0].pinnedVehicle = Index(0) },
      outside: { $0.stops[0].pinnedVehicle = Index(1) }),
    LimitCase(
      "pinned day", .offPinnedDay, inside: { $0.stops[0].pinnedDay = 0 },
      outside: { $0.stops[0].pinnedDay = 3 }),
    LimitCase(
      "pinned start", .offPinnedStart, untimed: .noSchedule,
      inside: {
        $0.stops[0].pinnedStart = eight + Seconds(600)
        // The pin overrules it.
        $0.stops[0].windows = [HorizonSpan(.zero, .zero)]
      },
      outside: { $0.stops[0].pinnedStart = eight + Seconds(599) }),
    LimitCase(
      "driving of a crew", .crewDrivingTooLong,
      inside: {
        $0.crews = [RoutingCrew(maxDriving: Seconds(4_800))]
        $0.vehicles[0].crew = 0
      },
      outside: { $0.crews = [RoutingCrew(maxDriving: Seconds(4_799))] }),
    LimitCase(
      "work of a crew", .crewWorkTooLong,
      inside: {
        $0.crews = [RoutingCrew(maxWork: Seconds(8_400))]
        $0.vehicles[0].crew = 0
      },
      outside: { $0.crews = [RoutingCrew(maxWork: Seconds(8_399))] }),
    LimitCase(
      "locked beginning", .notAtBeginning,
      inside: { $0.vehicles[0].lockedVisits = [Index(0), Index(1)] },
      outside: { $0.vehicles[0].lockedVisits = [Index(1), Index(0)] }),
    LimitCase(
      "locked to another", .lockedElsewhere,
      inside: { $0.vehicles[0].lockedVisits = [Index(0)] },
      outside: {
        $0.vehicles[0].lockedVisits = []
        $0.vehicles[1].lockedVisits = [Index(0)]
      }),
    LimitCase(
      "allowed vehicles", .forbiddenVehicle,
      inside: { $0.stops[0].allowedVehicles = [Index(0)] },
      outside: { $0.stops[0].allowedVehicles = [Index(1)] }),
    LimitCase(
      "way there", .noWay, inside: { _ in },
      outside: {
        var durations = LineWorld.line.durations
        durations[1 * 5 + 2] = TravelMatrix.unreachable
        $0.matrix = TravelMatrix(
          count: 5, durations: durations, distances: LineWorld.line.distances)
      }),
  ]
}

@Suite("Each limit, just kept and just broken")
struct LimitTests {
  @Test("a plan just inside passes, and just outside the fault is named", arguments: LimitCase.all)
  func edge(_ limit: LimitCase) throws {
    var world = LineWorld()
    limit.inside(&world)
    let inside = RouteChecker(try world.problem())
    #expect(inside.faults(in: LineWorld.solution).isEmpty)
    #expect(inside.faults(in: LineWorld.plan).isEmpty)
    limit.outside(&world)
    let outside = RouteChecker(try world.problem())
    let timed = outside.faults(in: LineWorld.solution).map(\.kind)
    #expect(timed.contains(limit.kind), "\(timed)")
    #expect(outside.faults(in: LineWorld.plan).map(\.kind) == [limit.untimed])
  }

  @Test("a duty that is too long from early on may fit from later on")
  func laterDeparture() throws {
    var world = LineWorld()
    world.stops[0].windows = [HorizonSpan(.hours(12), .hours(13))]
    world.vehicles[0].maxDuty = Seconds(8_400)
    #expect(RouteChecker(try world.problem()).faults(in: LineWorld.plan).isEmpty)
    world.vehicles[0].maxDuty = Seconds(8_399)
    #expect(
      RouteChecker(try world.problem()).faults(in: LineWorld.plan).map(\.kind) == [.noSchedule])
  }
}
