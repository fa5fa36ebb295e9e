import Quantities
import RouteSolver
import Testing

@Suite("Series")
struct SeriesTests {
  private func days(_ rule: RoutingSpacing, on days: [RoutingVehicle]) throws -> [Int?] {
    var line = Line(3)
    for stop in 0..<3 { line.stops[stop].spacing = 0 }
    let solution = judged(try line.problem(vehicles: days, spacings: [rule]))
    return (0..<3).map { stop in
      solution.routes.first { $0.visits.contains { $0.stop == Index(stop) } }
        .map { days[$0.vehicle.position].day }
    }
  }

  @Test("visits are made on days in the order in which they are listed")
  func order() throws {
    let line = Line(3)
    let rule = RoutingSpacing(minimumDays: 1, isSeries: true)
    #expect(try days(rule, on: line.days(2, 0, 1)) == [0, 1, 2])
    let twoApart = RoutingSpacing(minimumDays: 2, isSeries: true)
    #expect(try days(twoApart, on: line.days(0, 1, 2, 3, 4)) == [0, 2, 4])
  }

  @Test("from one visit to the next are at most so many days, to the day")
  func most() throws {
    let line = Line(3)
    let wide = RoutingSpacing(minimumDays: 1, maximumDays: 2, isSeries: true)
    #expect(try days(wide, on: line.days(0, 1, 3)) == [0, 1, 3])
    let tight = RoutingSpacing(minimumDays: 1, maximumDays: 1, isSeries: true)
    #expect(try days(tight, on: line.days(0, 1, 3)).count { $0 == nil } == 1)
  }

  @Test("a visit that is left out lends its days to the next")
  func leftOut() throws {
    var line = Line(3)
    for stop in 0..<3 { line.stops[stop].spacing = 0 }
    line.stops[1].windows = [HorizonSpan(.zero, .zero)]
    let rule = RoutingSpacing(minimumDays: 1, maximumDays: 2, isSeries: true)
    let near = judged(try line.problem(vehicles: line.days(0, 4), spacings: [rule]))
    #expect(near.routes.count == 2)
    let far = judged(try line.problem(vehicles: line.days(0, 5), spacings: [rule]))
    #expect(far.routes.count == 1)
  }
}
