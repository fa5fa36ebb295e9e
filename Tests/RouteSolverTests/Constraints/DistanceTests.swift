import Quantities
import RouteSolver
import Testing

@Suite("The longest way")
struct DistanceTests {
  @Test("the longest way may be used to the decimetre")
  func distance() throws {
    try expectEdge(
      2, binding: .maxDistance, wide: { $0.vehicle.maxDistance = Distance(decimetres: 20_000) },
      tight: { $0.vehicle.maxDistance = Distance(decimetres: 19_999) })
  }
}
