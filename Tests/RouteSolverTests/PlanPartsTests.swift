import Quantities
import Testing

@testable import RouteSolver

@Suite("Cutting a plan into parts")
struct PlanPartsTests {
  private func parts(_ problem: RoutingProblem) -> [[Int32]] {
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let plan = PlanState(compiled)
    for vehicle in 0..<compiled.vehicleCount { plan.layLocked(vehicle) }
    for vehicle in 0..<6 where plan.vehicle[vehicle] < 0 { plan.lay([vehicle], vehicle: vehicle) }
    var chance = SeededGenerator(seed: 1)
    return PlanParts(plan, Neighbourhood(compiled, width: 5)).cut(into: 2, &chance)
  }

  @Test("gives every vehicle to one search")
  func all() throws {
    let parts = parts(try Plane((1...6).map { (x: 10 * $0, y: 0) }, vehicles: 8).problem())
    #expect(parts.count == 2)
    #expect(parts.allSatisfy { $0.count >= 3 })
    #expect(parts.joined().sorted() == (0..<8).map { Int32($0) })
  }

  @Test("is not done where visits are locked, which may be laid anew beside other searches")
  func locked() throws {
    let problem = try Plane((1...6).map { (x: 10 * $0, y: 0) }, vehicles: 8).problem()
    var vehicles = problem.vehicles
    vehicles[0].lockedVisits = [Index(0)]
    #expect(parts(try problem.replacing(vehicles: vehicles)).isEmpty)
  }
}
