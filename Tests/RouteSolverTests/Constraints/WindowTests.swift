import Quantities
import RouteSolver
import Testing

@Suite("Windows of a stop")
struct WindowTests {
  @Test("a window may be met to the second")
  func window() throws {
    try expectEdge(
      1, binding: .window,
      wide: { $0.stops[0].windows = [HorizonSpan(.hours(8), .hours(8) + Seconds(600))] },
      tight: { $0.stops[0].windows = [HorizonSpan(.hours(8), .hours(8) + Seconds(599))] })
  }

  @Test("of several windows any will do, and waiting for the next one is idle time")
  func severalWindows() throws {
    var line = Line(1)
    line.stops[0].windows = [
      HorizonSpan(.hours(6), .hours(7)), HorizonSpan(.hours(12), .hours(12)),
    ]
    let route = try #require(judged(try line.problem()).routes.first)
    #expect(route.visits[0].start == .hours(12))
    #expect(route.departure == .hours(12) - Seconds(600))
    #expect(route.waiting == .zero)
  }
}
