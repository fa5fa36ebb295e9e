import Quantities
import RouteSolver
import Testing

@Suite("The longest duty")
struct DutyTests {
  @Test("the longest duty may be used to the second")
  func duty() throws {
    try expectEdge(
      2, binding: .duty, wide: { $0.vehicle.maxDuty = Seconds(4_200) },
      tight: { $0.vehicle.maxDuty = Seconds(4_199) })
  }

  @Test("an unpaid break is no duty")
  func unpaidBreak() throws {
    let pause = RoutingBreak(
      window: HorizonSpan(.hours(8) + Seconds(1_000), .hours(8) + Seconds(3_000)),
      duration: Seconds(1_800), isPaid: false)
    try expectEdge(
      2, binding: .duty,
      wide: {
        $0.vehicle.breaks = [pause]
        $0.vehicle.maxDuty = Seconds(4_200)
        // Whoever waits until the break is over is late.
        $0.vehicle.shift.end = .hours(8) + Seconds(6_000)
      },
      tight: { $0.vehicle.breaks[0].isPaid = true })
  }
}
