import Quantities
import RouteSolver
import Testing

@Suite("Days without a fixed start or end")
struct OpenEndTests {
  @Test("a day with neither start nor end has only the legs between its stops")
  func openEnds() throws {
    var line = Line(3)
    line.vehicle.start = nil
    line.vehicle.end = nil
    let route = try #require(judged(try line.problem()).routes.first)
    #expect(route.driving == Seconds(1_200))
    #expect(route.departure == route.visits[0].start)
  }
}
