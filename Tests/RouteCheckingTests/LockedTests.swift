import Quantities
import RouteChecking
import RouteSolver
import Testing

@Suite("Locked visits, judged")
struct LockedTests {
  private func kinds(_ locked: [Int], _ route: [Int]) throws -> [RouteFault.Kind] {
    var world = LineWorld()
    world.vehicles[0].lockedVisits = locked.map { Index($0) }
    let plan = RoutingPlan(routes: [route.map { Index($0) }])
    return RouteChecker(try world.problem()).faults(in: plan).map(\.kind)
  }

  @Test("come first, in their order, with none before or between")
  func first() throws {
    #expect(try kinds([2, 0], [2, 0, 1, 3]).isEmpty)
    #expect(try kinds([2, 0], [0, 2, 1, 3]) == [.notAtBeginning])
    #expect(try kinds([2, 0], [1, 2, 0, 3]) == [.notAtBeginning])
    #expect(try kinds([2, 0], [2, 1, 0, 3]) == [.notAtBeginning])
  }

  @Test("bind as far as they are made")
  func made() throws {
    #expect(try kinds([2, 0, 3], [2, 3, 1]).isEmpty)
    #expect(try kinds([2, 0, 3], [1]).isEmpty)
    #expect(try kinds([2, 0, 3], [3, 2]) == [.notAtBeginning])
  }
}
