import Quantities
import RouteSolver
import Testing

@Suite("Earliest departure and latest return")
struct ShiftTests {
  @Test("the latest return may be met to the second")
  func shift() throws {
    let duty = Seconds(2 * 600 * 2 + 2 * 900)
    try expectEdge(
      2, binding: .shift,
      wide: { $0.vehicle.shift = HorizonSpan(.hours(8), .hours(8) + duty) },
      tight: { $0.vehicle.shift = HorizonSpan(.hours(8), .hours(8) + duty - Seconds(1)) })
  }
}
