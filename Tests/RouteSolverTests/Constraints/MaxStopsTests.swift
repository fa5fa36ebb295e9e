import Quantities
import RouteSolver
import Testing

@Suite("The most stops")
struct MaxStopsTests {
  @Test("no more stops than allowed")
  func maxStops() throws {
    try expectEdge(
      3, binding: .maxStops, wide: { $0.vehicle.maxStops = 3 }, tight: { $0.vehicle.maxStops = 2 })
  }
}
