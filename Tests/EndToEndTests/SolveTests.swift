import Foundation
import Testing

@Suite("rounds solve")
struct SolveTests {
  private static let vrp = """
    NAME : square
    TYPE : CVRP
    DIMENSION : 5
    CAPACITY : 10
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 0 0
    2 0 10
    3 10 10
    4 10 0
    5 0 -10
    DEMAND_SECTION
    1 0
    2 4
    3 4
    4 2
    5 9
    DEPOT_SECTION
    1
    -1
    EOF

    """

  private static let vroom = """
    {"vehicles": [{"id": 7, "start_index": 0, "end_index": 0, "time_window": [0, 5000]}], \
    "jobs": [{"id": 3, "location_index": 1, "service": 60}, \
    {"id": 4, "location_index": 2, "skills": [2]}], \
    "matrices": {"car": {"durations": [[0, 600, 900], [600, 0, 400], [900, 400, 0]]}}}
    """

  private static let normal = """
    {"name": "n", "kind": "CVRP", "scale": 1, "objective": "cost", "metric": "EUC_2D", \
    "depots": [0], "nodes": [{"x": 0, "y": 0}, {"x": 3, "y": 4}, {"x": 6, "y": 8}], \
    "vehicles": [{"start": 0, "end": 0}], "required_groups": []}
    """

  private func run(
    _ words: String, in folder: Folder, input: URL? = nil, language: String = "en"
  ) throws -> Run {
    try Program.run(
      ["solve"] + words.split(separator: " ").map(String.init) + ["--language", language],
      in: folder.url, input: input)
  }

  private func folder(_ files: [String: String]) throws -> Folder {
    let folder = try Folder()
    for (name, text) in files { try Data(text.utf8).write(to: folder[name]) }
    return folder
  }

  @Test("a file in, a plan out, the same for the same iterations and seed")
  func plan() throws {
    let folder = try folder(["square.vrp": Self.vrp])
    let words = "square.vrp --iterations 300 --seed 3"
    let first = try run(words, in: folder).checked()
    let plan = try first.json()
    // Nodes 2, 3 and 4 fit one vehicle, round the square; node 5 takes another: 40 + 20.
    #expect(plan["cost"].number == 60)
    #expect(plan["routes"].list.count == 2 && plan["unserved"].list.isEmpty)
    #expect(first.errors.contains("square (CVRP): 4 stops"))
    #expect(try run(words, in: folder).checked().output == first.output)
    let report = try run(words + " --json", in: folder).checked().json()
    #expect(report["cost"].number == 60 && report["seed"].number == 3)
    #expect(report["routes"].list.count == 2 && report["format"].text == "vrplib")
  }

  @Test("plans are written as asked, never over another file, and read again")
  func writing() throws {
    let folder = try folder(["square.vrp": Self.vrp])
    let words = "square.vrp --iterations 300 --output square.sol"
    let run1 = try run(words, in: folder).checked()
    #expect(run1.output.contains("square.sol"))
    let sol = try String(contentsOf: folder["square.sol"], encoding: .utf8)
    #expect(sol.hasPrefix("Route #1: ") && sol.hasSuffix("Cost 60\n"))
    #expect(try run(words, in: folder).status == 73)
    #expect(try run(words + " --force", in: folder).succeeded)
    let again = try run("square.vrp --iterations 0 --start square.sol", in: folder).checked()
    #expect(try again.json()["cost"].number == 60)
    let tour = try run("square.vrp --iterations 0 --as tour", in: folder)
    #expect(tour.status == 65 && tour.errors.contains("tour"))
  }

  @Test("a budget of seconds is kept, by either clock")
  func budget() throws {
    let folder = try folder(["square.vrp": Self.vrp])
    // Two threads use up processor seconds twice as fast as they pass.
    let cases = [("wall", 1, 0.45), ("wall", 2, 0.45), ("cpu", 1, 0.45), ("cpu", 2, 0.225)]
    for (clock, threads, least) in cases {
      let begun = Date()
      let words = "square.vrp --seconds 0.5 --clock \(clock) --threads \(threads)"
      try run(words, in: folder).checked()
      #expect(Date().timeIntervalSince(begun) >= least)
    }
  }

  @Test("VROOM's problem is answered in VROOM's form, with reasons on request")
  func vroom() throws {
    let folder = try folder(["day.json": Self.vroom])
    let answer = try run("day.json --iterations 50 --explain", in: folder).checked().json()
    #expect(answer["code"].number == 0 && answer["summary"]["cost"].number == 1_200)
    #expect(answer["routes"][0]["vehicle"].number == 7)
    #expect(answer["routes"][0]["steps"].list.map { $0["type"].text } == ["start", "job", "end"])
    #expect(answer["unassigned"][0]["id"].number == 4)
    #expect(answer["unassigned"][0]["reason"].text?.contains("skills") == true)
    let chinese = try run("day.json --iterations 50 --explain", in: folder, language: "zh-Hans")
    #expect(chinese.output.contains("技能"))
  }

  @Test("as a filter it answers each line in order, and a bad line does not stop the rest")
  func filter() throws {
    let lines = [Self.normal, "{\"metric\": 3", Self.vroom, "", Self.normal]
    let folder = try folder(["in.jsonl": lines.joined(separator: "\n") + "\n"])
    let run = try run("- --iterations 40 --quiet", in: folder, input: folder["in.jsonl"])
    #expect(run.status == 2)
    let answers = try run.output.split(separator: "\n").map {
      JSON(try JSONSerialization.jsonObject(with: Data($0.utf8)))
    }
    #expect(answers.count == 5)
    #expect(answers[0]["routes"].list.count == 1 && answers[0]["cost"].number == 20)
    #expect(answers[1]["code"].number == 2 && answers[1]["line"].number == 2)
    #expect(answers[1]["fault"].text == "routing-bad-json")
    #expect(answers[2]["summary"]["unassigned"].number == 1)
    #expect(answers[3]["code"].number == 2)
    #expect(answers[4]["cost"].number == 20)
    let both = try self.run("--lines --iterations 5", in: folder, input: folder["in.jsonl"])
    #expect(both.errors.contains("3") && both.errors.contains("2"))
  }

  @Test("bad input ends with its code and names the file, the place and what was found")
  func faults() throws {
    let folder = try folder([
      "bad.vrp": Self.vrp.replacingOccurrences(of: "3 10 10", with: "3 ten 10"),
      "ship.json": Self.vroom.replacingOccurrences(
        of: "\"jobs\"", with: "\"shipments\": [{}], \"jobs\""),
      "none.txt": "nothing of the kind\n", "square.vrp": Self.vrp,
      "plan.json": "{\"routes\": [[9]]}",
    ])
    let bad = try run("bad.vrp --iterations 1", in: folder)
    #expect(bad.status == 65, "\(bad)")
    for word in ["bad.vrp", "line 9", "NODE_COORD_SECTION", "ten"] {
      #expect(bad.errors.contains(word), "\(bad)")
    }
    #expect(bad.output.isEmpty)
    let chinese = try run("bad.vrp --iterations 1", in: folder, language: "zh-Hans")
    #expect(chinese.errors.contains("第9行"))
    let shipments = try run("ship.json --iterations 1", in: folder)
    #expect(shipments.status == 65 && shipments.errors.contains("shipments"))
    #expect(try run("none.txt", in: folder).status == 65)
    #expect(try run("missing.vrp", in: folder).status == 66)
    let start = try run("square.vrp --start plan.json", in: folder)
    #expect(start.status == 65 && start.errors.contains("routes[0][0]"))
    for words in [
      "", "square.vrp --seconds -1", "square.vrp --threads 9", "square.vrp --clock sun",
      "square.vrp --format pdf", "square.vrp --as pdf", "- square.vrp", "- --output x",
    ] {
      #expect(try run(words, in: folder).status == 64, "\(words)")
    }
  }

  @Test("several files go to a folder, each plan by its file's name")
  func several() throws {
    let folder = try folder(["a.vrp": Self.vrp, "b.vrp": Self.vrp])
    try FileManager.default.createDirectory(
      at: folder["plans"], withIntermediateDirectories: false)
    try run("a.vrp b.vrp --iterations 20 --output plans", in: folder).checked()
    for name in ["a", "b"] {
      let data = try Data(contentsOf: folder["plans"].appendingPathComponent("\(name).plan.json"))
      let plan = JSON(try JSONSerialization.jsonObject(with: data))
      #expect(plan["routes"].list.count == 2)
    }
  }
}
