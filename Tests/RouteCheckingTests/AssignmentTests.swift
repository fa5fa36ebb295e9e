import Quantities
import RouteChecking
import Testing

@testable import RouteSolver

@Suite("Who visits what, judged")
struct AssignmentTests {
  private func kinds(_ world: LineWorld, _ routes: [[Int]]) throws -> [RouteFault.Kind] {
    let plan = RoutingPlan(routes: routes.map { $0.map { Index($0) } })
    return RouteChecker(try world.problem()).faults(in: plan).map(\.kind)
  }

  @Test("a stop is visited once, and only stops and vehicles that are there")
  func once() throws {
    #expect(try kinds(LineWorld(), [[0, 1], [2, 3]]).isEmpty)
    #expect(try kinds(LineWorld(), [[0, 1], [1, 2]]) == [.stopTwice])
    #expect(try kinds(LineWorld(), [[0, 4]]) == [.unknownStop])
    #expect(try kinds(LineWorld(), [[0], [], [1]]) == [.unknownVehicle])
  }

  @Test("of a group one member is visited at most")
  func group() throws {
    var world = LineWorld()
    world.stops[0].group = 7
    world.stops[3].group = 7
    #expect(try kinds(world, [[0, 1], [2]]).isEmpty)
    #expect(try kinds(world, [[0, 1], [2, 3]]) == [.groupTwice])
  }

  @Test("a visit pinned to a place in its route stands there")
  func position() throws {
    var world = LineWorld()
    world.stops[1].pinnedPosition = .number(2)
    #expect(try kinds(world, [[0, 1, 2], [3]]).isEmpty)
    #expect(try kinds(world, [[0, 2], [3]]).isEmpty)
    #expect(try kinds(world, [[1, 0, 2], [3]]) == [.offPinnedPosition])
    #expect(try kinds(world, [[0, 2, 1], [3]]) == [.offPinnedPosition])
    world.stops[1].pinnedPosition = .last
    #expect(try kinds(world, [[0, 2], [3, 1]]).isEmpty)
    #expect(try kinds(world, [[0, 2], [1, 3]]) == [.offPinnedPosition])
  }

  @Test("visits that share a spacing are days apart")
  func spacing() throws {
    var world = LineWorld()
    world.stops[0].spacing = 0
    world.stops[1].spacing = 0
    world.spacings = [RoutingSpacing(minimumDays: 3)]
    #expect(try kinds(world, [[0], [1]]).isEmpty)
    world.spacings = [RoutingSpacing(minimumDays: 4)]
    #expect(try kinds(world, [[0], [1]]) == [.tooSoonAgain])
    #expect(try kinds(world, [[0, 1], []]) == [.tooSoonAgain])
  }

  @Test("what is left out is listed, and nothing else")
  func listing() throws {
    let checker = RouteChecker(try LineWorld().problem())
    var solution = LineWorld.solution(visiting: [0, 2])
    #expect(checker.faults(in: solution).isEmpty)
    solution.unserved.removeLast()
    #expect(checker.faults(in: solution).map(\.kind) == [.wronglyListed])
    solution = LineWorld.solution
    solution.unserved = [UnservedStop(stop: Index(1), reason: .unreachable)]
    #expect(checker.faults(in: solution).map(\.kind) == [.wronglyListed])
  }
}
