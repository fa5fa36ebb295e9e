import Quantities
import RouteSolver
import Testing

@Suite("The longest driving")
struct DrivingTests {
  @Test("the longest driving may be used to the second")
  func driving() throws {
    try expectEdge(
      2, binding: .driving, wide: { $0.vehicle.maxDriving = Seconds(2_400) },
      tight: { $0.vehicle.maxDriving = Seconds(2_399) })
  }
}
