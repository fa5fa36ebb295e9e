import Quantities
import RouteSolver
import Testing

@Suite("The longest driving without rest")
struct ContinuousDrivingTests {
  @Test("a service that is long enough is a rest from driving")
  func continuousDriving() throws {
    try expectEdge(
      2, binding: .continuousDriving,
      wide: {
        $0.vehicle.continuousDriving = ContinuousDriving(limit: Seconds(1_200), rest: Seconds(900))
      },
      tight: {
        $0.vehicle.continuousDriving = ContinuousDriving(limit: Seconds(1_199), rest: Seconds(900))
      })
  }
}
