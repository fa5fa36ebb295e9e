import FieldModel
import Planning
import Quantities
import TestSupport
import Testing

@Suite("Planned days")
struct PlannedDayTests {
  private static let base = Coordinate(latitude: 312_000_000, longitude: 1_205_000_000)

  private static func place(_ units: Int32) -> Coordinate {
    Coordinate(latitude: base.latitude + units * 10_000, longitude: base.longitude)
  }

  private func world(
    _ places: [Int32], days: Int = 1, _ change: (inout PlannedWorld) -> Void = { _ in }
  ) -> PlannedWorld {
    var world = PlannedWorld(
      cases: places.enumerated().map { SampleCase.lawful($0 + 1, at: Self.place($1)) },
      crews: [SampleCase.crew("K1", at: Self.base)], days: days)
    change(&world)
    return world
  }

  /// The plan of a world, which must be right.
  private func right(_ world: PlannedWorld) throws -> VisitPlan {
    let plan = try world.plan()
    #expect(world.faults(of: plan) == [])
    return plan
  }

  @Test("hold several borrowers at one door, and one at the base itself")
  func sameDoor() throws {
    let plan = try right(world([0, 5, 5, 5, 9]))
    #expect(plan.unplanned.isEmpty)
    let travel = plan.routes.flatMap { $0.stops.map(\.travel) + [$0.returnTravel] }
    #expect(travel.count { $0 == .zero } >= 3)
  }

  @Test("give a break its place, at a door or before the next way")
  func breaks() throws {
    let plan = try right(
      world(Array(1...24)) { world in
        world.crews[0].breaks = [
          CrewBreak(window: window("12:00-12:30"), duration: .minutes(60))
        ]
        world.crews[0].shifts = [.tuesday: window("09:00-17:00")]
      })
    #expect(plan.routes.flatMap(\.breaks).map(\.duration) == [.minutes(60)])
  }

  @Test("end at midnight although the shift goes on, as tomorrow has its own rules")
  func nightShift() throws {
    let night = TimeWindow(
      start: TimeOfDay(hour: 17), end: TimeOfDay(secondsSinceMidnight: 26 * 3600))
    let plan = try right(
      world([1, 2, 3], days: 2) { world in
        for weekday in Weekday.allCases { world.crews[0].shifts[weekday] = night }
      })
    #expect(plan.unplanned.isEmpty)
    for stop in plan.routes.flatMap(\.stops) {
      #expect(stop.start >= night.start && stop.end <= .endOfDay)
    }
  }

  @Test("keep each crew to its territory, and share what is in none")
  func territories() throws {
    let plan = try right(
      world([1, 2, 3, 4, 5, 6]) { world in
        world.crews.append(SampleCase.crew("K2", at: Self.place(3)))
        world.territories = [
          Territory(id: "T1", name: "", borrowers: ["B1", "B4"]),
          Territory(id: "T2", name: "", borrowers: ["B2", "B5"]),
        ]
        world.territories[0].crew = "K2"
        world.territories[1].crew = "K1"
      })
    for route in plan.routes {
      for stop in route.stops {
        if ["B1", "B4"].contains(stop.borrower) { #expect(route.crew == "K2") }
        if ["B2", "B5"].contains(stop.borrower) { #expect(route.crew == "K1") }
      }
    }
    #expect(plan.unplanned.isEmpty)
  }

  @Test("go when somebody is in where that is possible")
  func presence() throws {
    let plan = try right(
      world([3, 4]) { $0.cases[1].addresses[0].presence = [window("15:00-16:00")] })
    let stop = try #require(plan.routes.flatMap(\.stops).first { $0.borrower == "B2" })
    #expect(window("15:00-16:00").contains(stop.start))
    #expect(stop.window == window("15:00-16:00"))
  }

  @Test("fit in what is worth more when not all fits")
  func value() throws {
    let plan = try right(
      world([1, 2, 3, 4]) { world in
        world.crews[0].maximumStops = 2
        for number in [1, 3] {
          world.cases[number].loans[0].overdue = Money(minorUnits: 9_000_000, currency: .cny)
        }
      })
    #expect(Set(plan.routes.flatMap(\.stops).map(\.borrower)) == ["B2", "B4"])
  }

  @Test("leave next to nothing out as too far while a town's crews have time")
  func town() throws {
    let town = FlatTown(seed: 4, count: 60)
    var world = PlannedWorld(
      cases: town.places.enumerated().map { SampleCase.lawful($0 + 1, at: $1) },
      crews: ["K1", "K2"].map { SampleCase.crew($0, at: Self.base) }, days: 3)
    world.iterations = 600
    let plan = try right(world)
    #expect(plan.unplanned.count <= 2, "\(plan.unplanned)")
  }
}
