import Quantities
import RouteChecking
import RouteSolver
import RoutingFiles
import Testing

@Suite("Problems in JSON")
struct JSONTests {
  static let normal = """
    {"name": "n", "kind": "CVRP", "scale": 10, "objective": "cost", "metric": "TRUNC1",
     "depots": [0],
     "nodes": [
       {"x": 0, "y": 0, "demand": 0, "service": 0, "windows": [[0, null]], "prize": 0,
        "required": true, "group": null},
       {"x": 3, "y": 4, "demand": 2, "service": 5, "windows": [[0, 60], [80, null]], "prize": 0,
        "required": true, "group": null},
       {"x": 1, "y": 1, "demand": 1, "service": 5, "windows": [[0, null]], "prize": 7,
        "required": false, "group": null}],
     "vehicles": [
       {"start": 0, "end": 0, "capacity": 5, "window": [0, 500], "max_duration": 400,
        "allowed": null, "break": [100, 200, 30]},
       {"start": 0, "end": 0, "capacity": null, "window": [0, null], "max_duration": null,
        "allowed": [1], "break": null}],
     "required_groups": []}
    """

  static let field = """
    {"name": "f", "kind": "FVP", "nodes": [[0, 0], [500, 0], [0, 1000], [1000, 0]],
     "teams": [
       {"start": 0, "end": 0, "shift": [0, 9000], "skills": ["legal"], "max_duty": 8000,
        "break": {"window": [3000, 4000], "duration": 600}},
       {"start": 0, "end": 0, "shift": [0, 9000]}],
     "visits": [
       {"service": 60, "required": true, "options": [{"node": 1, "windows": [[0, 100]]}]},
       {"service": 90, "required": false, "prize": 40, "skills": ["legal"],
        "options": [{"node": 2, "windows": [[0, 500]]}, {"node": 3, "windows": []}]}]}
    """

  @Test("reads the normal form")
  func normal() throws {
    let file = try routingFile(Self.normal)
    #expect(file.format == .normal && file.scale == 10 && file.nodes == [1, 2] && file.isClosed)
    let problem = file.problem
    #expect(
      problem.stops[0].windows == [
        HorizonSpan(.zero, Seconds(60)), HorizonSpan(Seconds(80), Seconds(300_000_000)),
      ])
    #expect(problem.stops[1].windows.isEmpty && !problem.stops[1].isRequired)
    #expect(problem.stops[1].allowedVehicles == [Index(0)])
    #expect(problem.vehicles[0].maxDuty == Seconds(400))
    #expect(
      problem.vehicles[0].breaks == [
        RoutingBreak(window: HorizonSpan(Seconds(100), Seconds(200)), duration: Seconds(30))
      ])
    #expect(problem.vehicles[1].capacity == nil)
    #expect(try file.value(of: #"{"routes": [[1]]}"#) == 10.7)
    #expect(try file.faults(of: #"{"routes": [[2]], "vehicles": [1]}"#) == [.forbiddenVehicle])
  }

  /// The normal form with a table in place of coordinates, and these periods.
  private func timed(_ periods: String) -> String {
    Self.normal.replacing(
      "\"metric\": \"TRUNC1\",",
      with: "\"matrix\": [[0, 50, 9], [50, 0, null], [9, 40, 0]], \"periods\": \(periods),")
  }

  @Test("reads tables for later hours of the day")
  func periods() throws {
    let text = timed(
      """
      [{"from": 60, "durations": [[0, 5, 9], [5, 0, null], [9, 4, 0]]},
       {"from": 90, "durations": [[0, 7, 9], [7, 0, null], [9, 8, 0]]}]
      """)
    let problem = try routingFile(text, format: .normal).problem
    let matrix = problem.matrices[0]
    #expect(matrix.periods.map(\.from) == [Seconds(60), Seconds(90)])
    #expect(matrix.periods[1].durations[1] == 7)
    #expect(matrix.duration(from: Index(1), to: Index(2)) == nil)
    let solution = solve(problem, stop: AfterIterations(50), seed: 1)
    #expect(RouteChecker(problem).faults(in: solution).isEmpty)
    #expect(try routingFile(timed("null"), format: .normal).problem.matrices[0].periods.isEmpty)
  }

  @Test("says what is wrong with tables for later hours, and where")
  func badPeriods() {
    let table = "[[0, 5, 9], [5, 0, null], [9, 4, 0]]"
    for (periods, code, path) in [
      ("3", RoutingFileError.Code.wrongKind, "periods"),
      ("[{\"from\": 0, \"durations\": \(table)}]", .outOfRange, "periods[0].from"),
      ("[{\"from\": 86400, \"durations\": \(table)}]", .outOfRange, "periods[0].from"),
      ("[{\"from\": 9}]", .missing, "periods[0].durations"),
      ("[{\"from\": 9, \"durations\": [[0]]}]", .wrongCount, "periods[0].durations"),
      (
        "[{\"from\": 9, \"durations\": \(table)}, {\"from\": 9, \"durations\": \(table)}]",
        .outOfRange, "periods[1].from"
      ),
    ] {
      let fault = fault(timed(periods), format: .normal)
      #expect(fault?.code == code && fault?.place == .path(path), "\(periods)")
    }
    // A way that is there at some hours only.
    let barred = timed("[{\"from\": 9, \"durations\": [[0, 5, 9], [5, 0, 3], [9, 4, 0]]}]")
    #expect(fault(barred, format: .normal)?.code == .contradiction)
    let alone = Self.normal.replacing("\"depots\"", with: "\"periods\": [], \"depots\"")
    #expect(fault(alone, format: .normal)?.place == .path("matrix"))
  }

  @Test("reads field visits: options, skills, breaks, duties")
  func field() throws {
    let file = try routingFile(Self.field)
    #expect(file.format == .field && file.isClosed && file.nodes == [1, 2, 3])
    #expect(file.problem.stops.map(\.group) == [nil, 1, 1])
    #expect(file.problem.stops.map(\.isRequired) == [true, false, false])
    #expect(file.problem.vehicles.map(\.maxDuty) == [Seconds(8_000), nil])
    // 500 m are 60 s at 0.12 s/m, there and back, and the prize that is not collected.
    #expect(try file.value(of: #"{"routes": [[1]]}"#) == 120 + 40)
    #expect(try file.value(of: #"{"routes": [[1, 3], []]}"#) == 240)
    #expect(try file.faults(of: #"{"routes": [[], [1, 2]]}"#) == [.missingSkill])
    #expect(try file.faults(of: #"{"routes": [[2], [1, 3]]}"#) == [.missingSkill, .groupTwice])
  }

  @Test("says what is wrong in the normal form, and where")
  func badNormal() {
    expectFaults(
      of: Self.normal,
      [
        ("\"x\": 3", "\"x\": \"3\"", .wrongKind, .path("nodes[1].x")),
        ("\"demand\": 2", "\"demand\": -2", .outOfRange, .path("nodes[1].demand")),
        ("\"service\": 5", "\"service\": 0.5", .outOfRange, .path("nodes[1].service")),
        ("[0, 60]", "[60, 0]", .outOfRange, .path("nodes[1].windows[0]")),
        ("[0, 60]", "[60]", .wrongCount, .path("nodes[1].windows[0]")),
        ("TRUNC1", "FAR", .unknownValue, .path("metric")),
        ("\"metric\": \"TRUNC1\"", "\"metric\": null", .missing, .path("metric")),
        ("\"depots\": [0]", "\"depots\": [5]", .outOfRange, .path("depots[0]")),
        ("\"start\": 0", "\"start\": 9", .outOfRange, .path("vehicles[0].start")),
        ("[100, 200, 30]", "[100, 200]", .wrongCount, .path("vehicles[0].break")),
        ("\"vehicles\": [", "\"vehicles\": 3, \"x\": [", .wrongKind, .path("vehicles")),
        ("\"scale\": 10", "\"scale\": 10, \"scale\": 10", .repeated, .line(1)),
        ("\"depots\": [0],", "\"depots\": [0]", .badJSON, .line(3)),
      ])
  }

  @Test("says what is wrong with field visits, and where")
  func badField() {
    expectFaults(
      of: Self.field,
      [
        ("[500, 0]", "[500]", .wrongCount, .path("nodes[1]")),
        ("\"node\": 1", "\"node\": 7", .outOfRange, .path("visits[0].options[0].node")),
        ("\"node\": 3", "\"node\": 2", .repeated, .path("visits[1].options[1].node")),
        ("\"service\": 60", "\"service\": null", .missing, .path("visits[0].service")),
        ("\"shift\": [0, 9000]", "\"shift\": [0]", .wrongCount, .path("teams[0].shift")),
        ("\"required\": true", "\"required\": 1", .wrongKind, .path("visits[0].required")),
        (
          "\"duration\": 600", "\"duration\": 99999999", .outOfRange,
          .path("teams[0].break.duration")
        ),
      ])
  }

  @Test("bounds depth, and no cut or changed byte makes the reader stumble")
  func damage() {
    let deep = "{\"metric\": " + String(repeating: "[", count: 100_000)
    #expect(fault(deep)?.code == .tooLarge)
    for text in [Self.normal, Self.field] {
      let bytes = Array(text.utf8)
      for length in 0..<bytes.count {
        #expect(throws: RoutingFileError.self) {
          try RoutingFile(Array(bytes[..<length]), name: "")
        }
      }
      var generator = SeededGenerator(seed: 12)
      for _ in 0..<400 {
        var damaged = bytes
        for _ in 0..<2 {
          let place = Int.random(in: damaged.indices, using: &generator)
          damaged[place] = UInt8.random(in: 32...126, using: &generator)
        }
        _ = try? RoutingFile(damaged, name: "")
      }
    }
  }

  @Test("says what is wrong with a plan, and where")
  func badPlans() throws {
    let file = try routingFile(Self.normal)
    func code(_ plan: String) -> RoutingFileError.Code? {
      do {
        _ = try file.readPlan(Array(plan.utf8))
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code(#"{"routes": [[1], [2]]}"#) == nil)
    #expect(code(#"{"routes": [[0]]}"#) == .unknownPosition)
    #expect(code(#"{"routes": [[1, 1]]}"#) == .repeated)
    #expect(code(#"{"routes": [[1], [], [2]]}"#) == .unknownPosition)
    #expect(code(#"{"routes": [[1]], "vehicles": []}"#) == .wrongCount)
    #expect(code(#"{"routes": [["a"]]}"#) == .wrongKind)
    #expect(code(#"{"way": []}"#) == .missing)
    #expect(code("Route #1: 1 2\nCost 3") == nil)
    #expect(code("Route #1: 1 x") == .wrongKind)
    #expect(code("nothing") == .unknownFormat)
  }
}

/// Expects of each change of a text, made once, that its fault is named with its place.
func expectFaults(
  of text: String,
  _ changes: [(String, String, RoutingFileError.Code, RoutingFileError.Place)]
) {
  #expect(fault(text) == nil)
  for (found, other, code, place) in changes {
    guard let range = text.firstRange(of: found) else {
      Issue.record("\(found) is not in the text")
      continue
    }
    let error = fault(text.replacingCharacters(in: range, with: other))
    #expect(error?.code == code, "\(other): \(String(describing: error))")
    #expect(error?.place == place, "\(other): \(String(describing: error))")
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: other)
    return copy
  }
}
