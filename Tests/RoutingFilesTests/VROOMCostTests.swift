import Quantities
import RouteChecking
import RouteSolver
import RoutingFiles
import Testing

@Suite("VROOM's prices of time and way")
struct VROOMCostTests {
  private func problem(_ costs: String, distances: String = "[[0, 1234], [1234, 0]]") -> String {
    """
    {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "costs": {\(costs)}}],
     "jobs": [{"id": 1, "location_index": 1}],
     "matrices": {"car": {"durations": [[0, 600], [600, 0]]\(distances.isEmpty ? "" : ",")
       \(distances.isEmpty ? "" : "\"distances\": \(distances)")}}}
    """
  }

  @Test("kilometres are paid to the metre, in a unit that makes second and metre whole")
  func exact() throws {
    let file = try routingFile(problem("\"fixed\": 3, \"per_hour\": 20, \"per_km\": 2"))
    // 180 for a second at 20 an hour, 500 for a metre at 2 a kilometre: 4,500 for both.
    #expect(file.scale == 4_500)
    let crew = file.problem.vehicles[0]
    #expect(crew.fixedCost == Cost(3 * 4_500))
    #expect(crew.costPerTravelSecond == 25 && crew.costPerKilometre == 9_000)
    let solution = solve(file.problem, stop: AfterIterations(5), seed: 1)
    #expect(RouteChecker(file.problem).faults(in: solution).isEmpty)
    #expect(solution.cost.distance == Cost(2 * 1_234 * 9))
    // 3 for the vehicle, 6.667 for twenty minutes, 4.936 for 2,468 metres.
    let published = 3 + 20.0 / 3 + 4.936
    #expect(abs(file.published(solution.cost) - published) < 1e-9)
    #expect(file.text(of: solution, as: .vroom).contains("\"cost\": 14,"))
  }

  @Test("a price of kilometres alone needs no larger unit than the metre")
  func wayAlone() throws {
    let file = try routingFile(problem("\"per_hour\": 0, \"per_km\": 100"))
    #expect(file.scale == 10)
    #expect(file.problem.vehicles[0].costPerTravelSecond == 0)
    #expect(file.problem.vehicles[0].costPerKilometre == 1_000)
  }

  @Test("prices for which the numbers are too small, or without lengths, are refused by name")
  func refusals() {
    expectFaults(
      of: problem("\"per_hour\": 7, \"per_km\": 5"),
      [
        ("\"per_km\": 5", "\"per_km\": 7", .notSupported, .path("vehicles[0].costs.per_km")),
        (
          "\"per_km\": 5", "\"per_km\": 200000", .outOfRange, .path("vehicles[0].costs.per_km")
        ),
      ])
    expectFaults(
      of: problem("\"per_hour\": 7", distances: ""),
      [
        (
          "\"per_hour\": 7", "\"per_km\": 5", .missing, .path("matrices.car.distances")
        )
      ])
  }
}
