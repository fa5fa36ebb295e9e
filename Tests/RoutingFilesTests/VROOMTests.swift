import Foundation
import Quantities
import RouteChecking
import RouteSolver
import RoutingFiles
import Testing

@Suite("VROOM's JSON")
struct VROOMTests {
  static let problem = """
    {"vehicles": [
       {"id": 4, "description": "van", "start_index": 0, "end_index": 0, "capacity": [6],
        "skills": [1, 14], "time_window": [28800, 43200], "max_tasks": 4,
        "costs": {"fixed": 1200, "per_hour": 7200},
        "breaks": [{"id": 9, "time_windows": [[32400, 34200]], "service": 300}]},
       {"id": 5, "start_index": 0, "max_travel_time": 9000, "max_distance": 50000}],
     "jobs": [
       {"id": 14, "location_index": 1, "location": [2.1, 48.5], "setup": 60, "service": 300,
        "delivery": [4], "skills": [1], "time_windows": [[32400, 36000]]},
       {"id": 16, "location_index": 2, "service": 300, "delivery": [3], "priority": 10},
       {"id": 17, "location_index": 2, "service": 300, "skills": [99]}],
     "matrices": {"car": {
       "durations": [[0, 600, 900], [600, 0, 400], [900, 400, 0]],
       "distances": [[0, 5000, 8000], [5000, 0, 3000], [8000, 3000, 0]]}}}
    """

  @Test("reads vehicles, jobs and matrices")
  func reading() throws {
    let file = try routingFile(Self.problem)
    #expect(file.format == .vroom && file.ownForm == .vroom)
    let (stops, vehicles) = (file.problem.stops, file.problem.vehicles)
    #expect(stops.map(\.service.value) == [360, 300, 300])
    #expect(stops.map(\.load) == [4, 3, 0])
    #expect(stops[0].windows == [HorizonSpan(.hours(9), .hours(10))])
    #expect(stops[1].prize > stops[0].prize && stops[0].prize == stops[2].prize)
    #expect(vehicles[0].skills & stops[0].skills == stops[0].skills)
    #expect(vehicles[0].skills & stops[2].skills == 0)
    #expect(vehicles[0].costPerTravelSecond == 2 && vehicles[0].fixedCost == Cost(1_200))
    #expect(vehicles[0].maxStops == 4 && vehicles[0].capacity == 6)
    #expect(vehicles[0].breaks.map(\.duration) == [Seconds(300)])
    #expect(vehicles[1].end == nil && vehicles[1].maxDriving == Seconds(9_000))
    #expect(vehicles[1].maxDistance == Distance(decimetres: 500_000))
    #expect(file.problem.matrices[0].distances[1] == 50_000)
  }

  @Test("answers as VROOM does: steps with times, loads and sums, and what is left out")
  func answer() throws {
    let file = try routingFile(Self.problem)
    let solution = solve(file.problem, stop: AfterIterations(60), seed: 1)
    #expect(RouteChecker(file.problem).faults(in: solution).isEmpty)
    let text = file.text(of: solution, as: .vroom)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["code"] as? Int == 0)
    let summary = try #require(root["summary"] as? [String: Any])
    #expect(summary["unassigned"] as? Int == 1)
    let left = try #require((root["unassigned"] as? [[String: Any]])?.first)
    #expect(left["id"] as? Int == 17 && left["type"] as? String == "job")
    let routes = try #require(root["routes"] as? [[String: Any]])
    #expect(summary["routes"] as? Int == routes.count)
    for key in ["cost", "duration", "service", "setup", "waiting_time", "distance", "priority"] {
      let sum = routes.reduce(0) { $0 + ($1[key] as? Int ?? 0) }
      #expect(summary[key] as? Int == sum, "\(key)")
    }
    for route in routes { try expectSound(route) }
    #expect(try file.readPlan(Array(text.utf8)) == solution.plan(vehicleCount: 2))
  }

  /// Every step arrives when the one before is over and the way is driven, and loads go down.
  private func expectSound(_ route: [String: Any]) throws {
    let steps = try #require(route["steps"] as? [[String: Any]])
    #expect(steps.first?["type"] as? String == "start")
    func number(_ step: [String: Any], _ key: String) -> Int { step[key] as? Int ?? -1 }
    for (step, next) in zip(steps, steps.dropFirst()) {
      let over =
        number(step, "arrival") + number(step, "waiting_time") + number(step, "setup")
        + number(step, "service")
      let driven = number(next, "duration") - number(step, "duration")
      if next["type"] as? String != "break", step["type"] as? String != "break" {
        #expect(over + driven == number(next, "arrival"))
      }
      let loads = try #require(step["load"] as? [Int])
      #expect(loads[0] >= 0)
    }
    let last = try #require(steps.last)
    #expect(number(last, "duration") == route["duration"] as? Int)
    #expect(number(last, "distance") == route["distance"] as? Int)
    #expect(last["load"] as? [Int] == [0])
  }

  @Test("priorities come first, then the number of jobs, then the way")
  func priorities() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "max_tasks": 2,
         "costs": {"per_hour": 1000}}],
       "jobs": [{"id": 1, "location_index": 1, "priority": 1},
         {"id": 2, "location_index": 1, "priority": 1}, {"id": 3, "location_index": 2,
         "priority": 3}],
       "matrices": {"car": {"durations": [[0, 10, 900000], [10, 0, 900000], [900000, 900000, 0]]}}}
      """
    let file = try routingFile(text)
    #expect(file.scale == 18 && file.problem.vehicles[0].costPerTravelSecond == 5)
    let solution = solve(file.problem, stop: AfterIterations(60), seed: 1)
    let visited = Set(solution.routes.flatMap { $0.visits.map { $0.stop.position + 1 } })
    #expect(visited.contains(3) && visited.count == 2)
  }

  @Test("times since 1970 are moved to an axis of their own and back")
  func epoch() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0,
         "time_window": [1764144000, 1764180000]}],
       "jobs": [{"id": 1, "location_index": 1, "time_windows": [[1764147600, 1764151200]]}],
       "matrices": {"car": {"durations": [[0, 600], [600, 0]]}}}
      """
    let file = try routingFile(text)
    let solution = solve(file.problem, stop: AfterIterations(10), seed: 1)
    let answer = file.text(of: solution, as: .vroom)
    #expect(answer.contains("\"arrival\": 1764147600"))
    #expect(!answer.contains("\"distance\"") && !answer.contains("\"load\""))
  }

  @Test(
    "a break that the route need not hold is said to be missing from it",
    arguments: [("[29000, 29100]", false), ("[45000, 45100]", true)])
  func missingBreak(_ window: String, _ isMissing: Bool) throws {
    // The route is under way from about 28,000 s to 40,600 s.
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0,
         "breaks": [{"id": 2, "time_windows": [\(window)], "service": 300}]}],
       "jobs": [{"id": 1, "location_index": 1, "time_windows": [[28000, 28600]]},
         {"id": 2, "location_index": 1, "time_windows": [[40000, 40600]]}],
       "matrices": {"car": {"durations": [[0, 600], [600, 0]]}}}
      """
    let file = try routingFile(text)
    let solution = solve(file.problem, stop: AfterIterations(20), seed: 1)
    #expect(solution.routes.count == 1 && solution.unserved.isEmpty)
    let answer = file.text(of: solution, as: .vroom)
    #expect(answer.contains("missing_break") == isMissing)
    #expect(answer.contains("\"type\": \"break\"") == !isMissing)
  }

  @Test("no cut, changed byte or absurd number makes reader or solver stumble")
  func damage() {
    let bytes = Array(Self.problem.utf8)
    for length in 0..<bytes.count { _ = try? RoutingFile(Array(bytes[..<length]), name: "") }
    var generator = SeededGenerator(seed: 13)
    for round in 0..<600 {
      var damaged = bytes
      for _ in 0..<2 {
        let place = Int.random(in: damaged.indices, using: &generator)
        let isDigit = (48...57).contains(damaged[place])
        damaged[place] = UInt8.random(in: isDigit ? 48...57 : 32...126, using: &generator)
        if isDigit, round % 3 == 0 {
          damaged.insert(contentsOf: "999999999999".utf8.prefix(round % 13), at: place)
        }
      }
      guard let file = try? RoutingFile(damaged, name: "") else { continue }
      let solution = solve(file.problem, stop: AfterIterations(2), seed: 1)
      #expect(RouteChecker(file.problem).faults(in: solution).isEmpty)
      #expect(file.text(of: solution, as: .vroom).hasPrefix("{\"code\": 0"))
    }
  }

  @Test("what cannot be expressed is refused by name, and what is wrong with its place")
  func refusals() {
    expectFaults(
      of: Self.problem,
      [
        ("\"jobs\"", "\"shipments\": [{}], \"jobs\"", .notSupported, .path("shipments")),
        ("\"capacity\": [6]", "\"capacity\": [6, 2]", .notSupported, .path("vehicles[0].capacity")),
        ("\"capacity\": [6]", "\"steps\": [{}]", .notSupported, .path("vehicles[0].steps")),
        (
          "\"capacity\": [6]", "\"speed_factor\": 1.5", .notSupported,
          .path("vehicles[0].speed_factor")
        ),
        (
          "\"per_hour\": 7200", "\"per_hour\": 7, \"per_km\": 7", .notSupported,
          .path("vehicles[0].costs.per_km")
        ),
        (
          "\"per_hour\": 7200", "\"per_task_hour\": 5", .notSupported,
          .path("vehicles[0].costs.per_task_hour")
        ),
        (
          "\"per_hour\": 7200", "\"per_km\": 2.5", .outOfRange,
          .path("vehicles[0].costs.per_km")
        ),
        ("\"delivery\": [3]", "\"pickup\": [3]", .notSupported, .path("jobs[1].pickup")),
        ("\"delivery\": [4]", "\"delivery\": [4, 1]", .notSupported, .path("jobs[0].delivery")),
        (
          "\"location_index\": 2, \"service\": 300, \"delivery\"",
          "\"location_index\": 2, \"setup\": 5, \"delivery\"", .notSupported,
          .path("jobs[1].setup")
        ),
        ("\"location_index\": 1, ", "", .notSupported, .path("jobs[0].location")),
        ("\"location_index\": 2, ", "", .missing, .path("jobs[1].location_index")),
        (
          "\"location_index\": 2, ", "\"location_index\": 3, ", .unknownPosition,
          .path("jobs[1].location_index")
        ),
        ("\"id\": 16", "\"id\": 14", .repeated, .path("jobs[1].id")),
        ("\"id\": 16", "\"id\": \"a\"", .wrongKind, .path("jobs[1].id")),
        ("\"id\": 16, ", "", .missing, .path("jobs[1].id")),
        ("\"priority\": 10", "\"priority\": 101", .outOfRange, .path("jobs[1].priority")),
        ("\"priority\": 10", "\"release\": 10", .notSupported, .path("jobs[1].release")),
        ("\"distances\"", "\"costs\"", .notSupported, .path("matrices.car.costs")),
        ("\"car\"", "\"bike\"", .missing, .path("matrices.car")),
        ("[600, 0, 400]", "[600, 0]", .wrongCount, .path("matrices.car.durations[1]")),
        ("[600, 0, 400]", "[600, 0, -4]", .outOfRange, .path("matrices.car.durations[1]")),
        ("[[32400, 34200]]", "[]", .notSupported, .path("vehicles[0].breaks[0].time_windows")),
        (
          "\"service\": 300}]", "\"service\": 300, \"max_load\": [2]}]", .notSupported,
          .path("vehicles[0].breaks[0].max_load")
        ),
      ])
  }
}
