import Quantities
import RouteSolver
import Testing

@Suite("The latest end of service")
struct DaylightTests {
  @Test("the last service ends before dark, though the way home may be later")
  func daylight() throws {
    let end = Seconds.hours(8) + Seconds(1_200 + 1_800)
    try expectEdge(
      2, binding: .latestServiceEnd, wide: { $0.vehicle.latestServiceEnd = end },
      tight: { $0.vehicle.latestServiceEnd = end - Seconds(1) })
  }
}
