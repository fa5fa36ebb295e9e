import Quantities
import RouteSolver
import Testing

@Suite("Prizes")
struct PrizeTests {
  @Test("a stop is visited while its prize is above the way, and not at the way's cost")
  func prize() throws {
    var line = Line(1)
    line.stops[0].isRequired = false
    line.stops[0].prize = Cost(1_201)
    #expect(judged(try line.problem()).unserved.isEmpty)
    line.stops[0].prize = Cost(1_150)
    let left = judged(try line.problem()).unserved
    #expect(left.map(\.reason) == [.notWorthwhile(by: Cost(50))])
  }
}
