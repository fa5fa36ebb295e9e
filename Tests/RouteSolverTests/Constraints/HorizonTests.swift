import Quantities
import RouteSolver
import Testing

@Suite("All days of a crew")
struct HorizonTests {
  @Test("the longest driving over all days may be used to the second")
  func driving() throws {
    try expectEdge(
      2, binding: .horizon,
      wide: {
        $0.crews = [RoutingCrew(maxDriving: Seconds(2_400))]
        $0.vehicle.crew = 0
      }, tight: { $0.crews = [RoutingCrew(maxDriving: Seconds(2_399))] })
  }

  @Test("the longest work over all days may be used to the second")
  func work() throws {
    try expectEdge(
      2, binding: .horizon,
      wide: {
        $0.crews = [RoutingCrew(maxWork: Seconds(4_200))]
        $0.vehicle.crew = 0
      }, tight: { $0.crews = [RoutingCrew(maxWork: Seconds(4_199))] })
  }

  @Test("two days of the same people are added up, those of others are not")
  func days() throws {
    var line = Line(2)
    line.vehicle.maxStops = 1
    line.vehicle.crew = 0
    // 1,200 s there and back on one day, 2,400 s on the other.
    line.crews = [RoutingCrew(maxDriving: Seconds(3_600)), RoutingCrew()]
    var days = line.days(0, 1)
    #expect(judged(try line.problem(vehicles: days)).unserved.isEmpty)
    line.crews[0].maxDriving = Seconds(3_599)
    let left = judged(try line.problem(vehicles: days)).unserved
    #expect(left.count == 1)
    days[1].crew = 1
    #expect(judged(try line.problem(vehicles: days)).unserved.isEmpty)
  }
}
