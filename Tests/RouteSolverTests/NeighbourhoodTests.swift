import Quantities
import Testing

@testable import RouteSolver

@Suite("Neighbours")
struct NeighbourhoodTests {
  private func compile(_ plane: Plane) throws -> CompiledProblem {
    let problem = try plane.problem()
    return CompiledProblem(problem, travel: TravelTables(problem.matrices))
  }

  private func hours(_ from: Int, _ to: Int) -> HorizonSpan {
    HorizonSpan(.hours(from), .hours(to))
  }

  @Test("are the same in time as in space where all have the same hours")
  func alike() throws {
    let compiled = try compile(Plane((1...9).map { (x: $0 * $0, y: 3 * $0) }, vehicles: 2))
    let neighbourhood = Neighbourhood(compiled, width: 5)
    #expect(neighbourhood.width == 5)
    for entry in 0..<(9 * 5) {
      #expect(neighbourhood.timely[entry] == neighbourhood.near[entry])
    }
  }

  @Test("in time are those that one can come to from here, or from which one can come here")
  func timely() throws {
    // The nearest is open in the evening only, the farthest just after the first.
    var plane = Plane([(100, 0), (110, 0), (160, 0)], vehicles: 1)
    plane.stops[0].windows = [hours(8, 9)]
    plane.stops[1].windows = [hours(17, 18)]
    plane.stops[2].windows = [hours(9, 10)]
    let neighbourhood = Neighbourhood(try compile(plane), width: 2)
    #expect((0..<2).map { neighbourhood.near[$0] } == [1, 2])
    #expect((0..<2).map { neighbourhood.timely[$0] } == [2, 1])
  }

  @Test("of a stop that nobody can visit are found too")
  func neverOpen() throws {
    var plane = Plane([(10, 0), (20, 0)], vehicles: 1)
    plane.stops[0].isRequired = false
    plane.stops[0].windows = [hours(2, 3)]
    let neighbourhood = Neighbourhood(try compile(plane), width: 1)
    #expect(neighbourhood.timely[0] == 1)
    #expect(neighbourhood.timely[1] == 0)
  }

  @Test("wait or come late as little as any two windows allow", arguments: 0..<200 as Range<UInt64>)
  func mismatch(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    var plane = Plane([(10, 0), (20, 0)], vehicles: 1)
    for stop in 0..<2 {
      plane.stops[stop].windows = (0..<(1 + chance.below(4))).map { part in
        let open = Seconds(Int32(8 * 3_600 + part * 7_200 + chance.below(3_600)))
        return HorizonSpan(open, open + Seconds(Int32(chance.below(3_600))))
      }
    }
    let work = chance.below(9_000)
    var least = Int.max
    for earlier in plane.stops[0].windows {
      for later in plane.stops[1].windows {
        let wait = Int(later.start.value) - Int(earlier.end.value) - work
        let delay = Int(earlier.start.value) + work - Int(later.end.value)
        least = min(least, max(0, wait / 2, 2 * delay))
      }
    }
    let found = StopHours(try compile(plane)).mismatch(from: 0, to: 1, after: work)
    #expect(found == least)
  }
}
