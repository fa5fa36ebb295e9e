import FieldModel
import Planning
import Quantities
import TestSupport
import Testing

@Suite("Why a request is left out of the days")
struct LeftOutTests {
  private static let base = Coordinate(latitude: 312_000_000, longitude: 1_205_000_000)

  /// A place some units of about 111 m north of the base.
  private static func place(_ units: Int32) -> Coordinate {
    Coordinate(latitude: base.latitude + units * 10_000, longitude: base.longitude)
  }

  /// One crew and some borrowers near its base.
  private func world(borrowers: Int = 1, days: Int = 1) -> PlannedWorld {
    PlannedWorld(
      cases: (1...borrowers).map { SampleCase.lawful($0, at: Self.place(Int32($0))) },
      crews: [SampleCase.crew("K1", at: Self.base)], days: days)
  }

  private func reason(
    borrowers: Int = 1, days: Int = 1, of number: Int = 1,
    _ spoil: (inout PlannedWorld) -> Void
  ) throws -> UnplannedReason? {
    var world = world(borrowers: borrowers, days: days)
    spoil(&world)
    #expect(try world.faults(of: world.plan()) == [])
    return try world.reason(number)
  }

  @Test("nothing is, where there is time")
  func nothing() throws {
    #expect(try world(borrowers: 10).plan().unplanned == [])
  }

  @Test("nobody works there, or not on these days")
  func noCrew() throws {
    let territory = Territory(id: "T1", name: "", borrowers: ["B1"])
    #expect(try reason { $0.territories = [territory] } == .noCrew)
    #expect(try reason { $0.crews = [] } == .noCrew)
    #expect(try reason { $0.crews[0].shifts = [:] } == .noCrew)
    #expect(try reason { $0.crews[0].members[0].trainedUntil = nil } == .noCrew)
    #expect(
      try reason {
        $0.territories = [territory]
        $0.territories[0].crew = "K9"
      } == .noCrew, "a crew that is no more")
    #expect(
      try reason { world in
        // The second crew shares the days of the first but not its territory.
        world.crews.append(SampleCase.crew("K2", at: Self.base))
        world.crews[0].shifts = [:]
        world.territories = [territory]
        world.territories[0].crew = "K1"
      } == .noCrew)
  }

  @Test("no crew has the skill, or all skills together")
  func skill() throws {
    #expect(try reason { $0.cases[0].skills = ["legal"] } == .missingSkill("legal"))
    #expect(
      try reason { world in
        world.cases[0].skills = ["legal", "lang:yue"]
        world.crews[0].skills = ["legal"]
        world.crews.append(SampleCase.crew("K2", at: Self.base))
        world.crews[1].skills = ["lang:yue"]
      } == .missingSkill("lang:yue"))
    #expect(
      try reason { world in
        world.cases[0].skills = ["legal"]
        world.crews.append(SampleCase.crew("K2", at: Self.base))
        world.crews[1].skills = ["legal"]
        world.territories = [Territory(id: "T1", name: "", borrowers: ["B1"])]
        world.territories[0].crew = "K1"
      } == nil, "another crew helps out")
  }

  @Test("no road leads there")
  func unreachable() throws {
    #expect(try reason { $0.roads.missing = [Self.place(1)] } == .unreachable)
  }

  @Test("the hours do not meet, and by how much")
  func hours() throws {
    let evening = ContactWish.onlyBetween(window("18:00-19:00"))
    let found = try reason { $0.cases[0].wishes = [evening] }
    guard case .windowTooTight(.some(let slack)) = try #require(found) else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(slack > .minutes(45) && slack < .minutes(47), "18:00 and 15 minutes, home by 17:30")
    #expect(
      try reason {
        $0.crews[0].shifts = [.wednesday: window("08:00-17:00")]
        $0.maker.dates = [SampleCase.firstDay, SampleCase.firstDay.adding(days: 1)]
        $0.cases[0].wishes = [.notOn(.wednesday)]
      } == .windowTooTight(slack: nil), "lawful on one day, at work on the other")
  }

  @Test("the days are full")
  func full() throws {
    let found = try (1...4).map { number in
      try reason(borrowers: 4, of: number) { $0.crews[0].maximumStops = 3 }
    }
    #expect(found.count { $0 == .daysFull } == 1)
    #expect(found.count { $0 == nil } == 3)
  }

  @Test("the way is too long for what the visit is worth, or for the crew's day")
  func far() throws {
    #expect(
      try reason { $0.cases[0].addresses[0].location?.coordinate = Self.place(400) }
        == .notWorthTheWay)
    let found = try reason {
      $0.cases[0].addresses[0].location?.coordinate = Self.place(1400)
      $0.crews[0].maximumDriving = .hours(5)
    }
    guard case .windowTooTight(.some) = try #require(found) else {
      Issue.record("\(String(describing: found))")
      return
    }
  }

  @Test("an appointment is kept before anything else")
  func appointment() throws {
    var world = world(borrowers: 6)
    world.crews[0].maximumStops = 1
    world.maker.appointments["B4"] = Instant(
      date: SampleCase.firstDay, time: time("11:00"), offsetMinutes: 480)
    let plan = try world.plan()
    #expect(world.faults(of: plan) == [])
    #expect(plan.routes.flatMap(\.stops).map(\.borrower) == ["B4"])
  }
}
