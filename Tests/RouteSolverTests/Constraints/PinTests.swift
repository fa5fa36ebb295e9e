import Quantities
import RouteSolver
import Testing

@Suite("Pins")
struct PinTests {
  @Test("a pinned start may be met to the second, and overrules the windows")
  func start() throws {
    try expectEdge(
      1, binding: .pin,
      wide: {
        $0.stops[0].windows = [HorizonSpan(.zero, .zero)]
        $0.stops[0].pinnedStart = .hours(8) + Seconds(600)
      },
      tight: {
        $0.stops[0].windows = []
        $0.stops[0].pinnedStart = .hours(8) + Seconds(599)
      })
  }

  @Test("a pinned day is kept")
  func day() throws {
    try expectEdge(
      1, binding: .pin, wide: { $0.stops[0].pinnedDay = 0 }, tight: { $0.stops[0].pinnedDay = 1 })
  }

  @Test("a pin sends the crew of that day, though another is cheaper")
  func dearerDay() throws {
    var line = Line(1)
    line.stops[0].pinnedDay = 1
    var days = line.days(0, 1)
    days[1].costPerTravelSecond = 3
    #expect(judged(try line.problem(vehicles: days)).routes.map(\.vehicle) == [Index(1)])
  }

  @Test("two stops pinned to the same moment cannot both be visited by one crew")
  func sameMoment() throws {
    var line = Line(2)
    for stop in 0..<2 { line.stops[stop].pinnedStart = .hours(10) }
    let alone = judged(try line.problem())
    #expect(alone.unserved.map(\.reason) == [.barred(by: [.pin])])
    let pair = judged(try line.problem(vehicles: [line.vehicle, line.vehicle]))
    #expect(pair.routes.flatMap(\.visits).map(\.start) == [.hours(10), .hours(10)])
  }
}
