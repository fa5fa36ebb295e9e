import Quantities
import RouteSolver
import Testing

@Suite("What a vehicle can take")
struct CapacityTests {
  @Test("the capacity may be used to the last unit")
  func capacity() throws {
    try expectEdge(
      3, binding: .capacity,
      wide: {
        for stop in 0..<3 { $0.stops[stop].load = 5 }
        $0.vehicle.capacity = 15
      }, tight: { $0.vehicle.capacity = 14 })
  }

  @Test("a stop without a load fits a full vehicle")
  func noLoad() throws {
    var line = Line(2)
    line.stops[0].load = 4
    line.vehicle.capacity = 4
    #expect(judged(try line.problem()).unserved.isEmpty)
  }

  @Test("what is too much for one vehicle is shared among two")
  func shared() throws {
    var line = Line(3)
    for stop in 0..<3 { line.stops[stop].load = 2 }
    line.vehicle.capacity = 4
    let solution = judged(try line.problem(vehicles: [line.vehicle, line.vehicle]))
    #expect(solution.unserved.isEmpty && solution.routes.count == 2)
  }
}
