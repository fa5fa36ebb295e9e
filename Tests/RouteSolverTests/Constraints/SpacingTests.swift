import Quantities
import RouteSolver
import Testing

@Suite("Days between visits")
struct SpacingTests {
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

  @Test("visits that share a spacing are at most so many days apart")
  func most() throws {
    var line = Line(2)
    line.vehicle.maxStops = 1
    for stop in 0..<2 { line.stops[stop].spacing = 0 }
    let days = line.days(0, 2)
    let wide = RoutingSpacing(minimumDays: 0, maximumDays: 2)
    #expect(judged(try line.problem(vehicles: days, spacings: [wide])).unserved.isEmpty)
    let tight = RoutingSpacing(minimumDays: 0, maximumDays: 1)
    let left = judged(try line.problem(vehicles: days, spacings: [tight])).unserved
    #expect(left.map(\.reason) == [.barred(by: [.spacing, .maxStops])])
  }
}
