import FieldModel
import Planning
import Quantities
import TestSupport
import Testing
import VisitRules

@Suite("Plans of random worlds")
struct RandomPlanTests {
  @Test(
    "pass the checker, hold every open case once and come out the same again",
    arguments: 1...40)
  func faultless(seed: Int) throws {
    let world = RandomWorld.make(seed: UInt64(seed))
    let plan = try world.plan()
    #expect(world.faults(of: plan) == [], "seed \(seed)")
    let listed = plan.routes.flatMap(\.stops).flatMap(\.cases) + plan.unplanned.map(\.loanCase)
    let open = world.cases.filter { $0.status == .open }.map(\.id)
    #expect(listed.sorted() == open.sorted(), "seed \(seed)")
    if seed % 10 == 0 { #expect(try world.plan() == plan) }
  }

  @Test("state risk, conditions and windows exactly as the rules have them", arguments: 61...75)
  func exact(seed: Int) throws {
    let world = RandomWorld.make(seed: UInt64(seed))
    for route in try world.plan().routes {
      for stop in route.stops {
        let cases = world.cases.filter { $0.borrower.id == stop.borrower }
        let address = try #require(
          cases.filter { $0.status == .open }.compactMap { $0.findAddress(stop.address) }.first)
        var context = VisitContext(now: world.maker.now, service: stop.service)
        context.purpose = stop.purpose
        context.promiseDue = stop.cases.compactMap { world.maker.promisesDue[$0] }.max()
        let assessment = world.maker.rules.assess(
          cases, address: address, on: route.date, context: context)
        #expect(stop.risk == assessment.risk.tier)
        #expect(stop.conditions == assessment.conditions)
        #expect(stop.service <= assessment.maximumStay)
        #expect(assessment.windows.contains { $0.intersection(stop.window) == stop.window })
        if let booked = world.maker.appointments[stop.borrower],
          world.maker.dates.contains(booked.date)
        {
          #expect(route.date == booked.date)
          #expect(abs((stop.start - booked.time).value) <= 1800)
        }
      }
    }
  }

  @Test("hold visits, breaks and reasons of many kinds, so that the above is worth something")
  func variety() throws {
    let plans = try (101...120).map { try RandomWorld.make(seed: UInt64($0)).plan() }
    let routes = plans.flatMap(\.routes)
    #expect(routes.flatMap(\.stops).count > 100)
    #expect(routes.flatMap(\.breaks).count > 5)
    #expect(Set(routes.flatMap(\.stops).map(\.risk)).count >= 2)
    #expect(Set(plans.flatMap(\.unplanned).map(\.reason.code)).count >= 9)
  }
}
