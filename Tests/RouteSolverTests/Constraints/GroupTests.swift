import Quantities
import RouteSolver
import Testing

@Suite("Alternatives")
struct GroupTests {
  @Test("one of a group is visited, the one that costs less")
  func group() throws {
    var line = Line(3)
    for stop in 0..<2 { line.stops[stop].group = 7 }
    let solution = judged(try line.problem())
    #expect(solution.routes[0].visits.count == 2)
    #expect(solution.unserved.isEmpty)
  }
}
