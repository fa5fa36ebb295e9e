import Quantities
import RouteSolver
import Testing

@Suite("Breaks")
struct BreakTests {
  @Test("a break fits beside the visits, or one of them goes")
  func breaks() throws {
    let duty = Seconds(4_200)
    let pause = RoutingBreak(
      window: HorizonSpan(.hours(8) + Seconds(1_000), .hours(8) + Seconds(3_000)),
      duration: Seconds(1_800))
    try expectEdge(
      2, binding: .breaks,
      wide: {
        $0.vehicle.breaks = [pause]
        $0.vehicle.shift = HorizonSpan(.hours(8), .hours(8) + duty + pause.duration)
      },
      tight: {
        $0.vehicle.shift = HorizonSpan(.hours(8), .hours(8) + duty + pause.duration - Seconds(1))
        // Home again by the end of this window would be too early to owe the break.
        $0.vehicle.breaks[0].window.start = .hours(8) + Seconds(600)
        $0.vehicle.breaks[0].window.end = .hours(8) + Seconds(3_000)
        $0.vehicle.maxDuty = nil
      })
  }
}
