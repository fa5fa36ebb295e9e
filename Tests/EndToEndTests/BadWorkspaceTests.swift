import Foundation
import Testing

@Suite("Workspaces and files that are damaged, held or full")
struct BadWorkspaceTests {
  /// The run ended by itself with `status`, and says each of `words`.
  private func expect(_ run: Run, ends status: Int32, saying words: String...) {
    #expect(run.status == status, "\(run)")
    for word in words { #expect(run.errors.contains(word), "\(word): \(run)") }
    #expect(!run.errors.contains("Fatal error"))
  }

  @Test("a folder that is no workspace is told how to become one")
  func noWorkspace() throws {
    let office = Office(folder: try Folder())
    for words in ["plan show", "map info", "import cases x.csv", "sync status", "report"] {
      expect(try office.rounds(words), ends: 66, saying: office.workspace.path, "rounds init")
    }
  }

  @Test("unknown cases, plans and crews are named")
  func unknown() throws {
    let office = try Office.planned()
    for words in ["case show", "rules explain", "plan why"] {
      expect(try office.rounds("\(words) E-7777"), ends: 65, saying: "E-7777")
    }
    expect(try office.rounds("plan show ZZZZ9999"), ends: 65, saying: "ZZZZ9999")
    expect(try office.rounds("pack --date 2026-11-23 --crew nobody"), ends: 65)
  }

  @Test("a place that cannot be written is named with the system's reason")
  func unwritable() throws {
    let office = try Office.planned()
    for words in [
      "print --date 2026-11-23 --output cases.csv",
      "pack --again --date 2026-11-23 --output cases.csv",
      "init cases.csv", "territories export nowhere/t.geojson", "sync receipt nowhere/r",
      "map invent --output nowhere/t.osm",
    ] {
      let run = try office.rounds(words)
      let place = words.contains("nowhere") ? "nowhere" : "cases.csv"
      expect(run, ends: 73, saying: place)
      #expect(!run.errors.contains("Domain"), "\(run)")
    }
    try FileManager.default.removeItem(at: office.workspace.appendingPathComponent("rules"))
    let run = try office.rounds(Office.plan)
    expect(run, ends: 66, saying: "rules", "No such file")
  }

  @Test("without rules nobody is visited")
  func noRules() throws {
    let office = try Office.located()
    let rules = office.workspace.appendingPathComponent("rules")
    for name in try FileManager.default.contentsOfDirectory(atPath: rules.path) {
      try FileManager.default.removeItem(at: rules.appendingPathComponent(name))
    }
    #expect(try office.json(Office.plan)["visits"].number == 0)
  }

  @Test("without a map the next step is named")
  func noMap() throws {
    let office = try Office.located()
    try FileManager.default.removeItem(at: office.roads)
    for words in ["map info", "locate", Office.plan] {
      expect(try office.rounds(words), ends: 69, saying: "rounds map build")
    }
  }

  @Test("a crew without a shift is named, and the others still plan")
  func noShift() throws {
    let office = try Office.located()
    let file = office.workspace.appendingPathComponent("crews.yaml")
    let crews = try String(contentsOf: file, encoding: .utf8)
    let first = try #require(crews.range(of: "    shifts: { mon-sat: \"09:00-17:30\" }\n"))
    try office.write(crews.replacingCharacters(in: first, with: ""), to: "office/crews.yaml")
    let run = try office.rounds("\(Office.plan) --json")
    expect(run, ends: 0, saying: "crews.yaml")
    let routes = try run.json()["routes"].list
    #expect(!routes.isEmpty && routes.allSatisfy { $0["crew"].text == "xia" })
  }

  @Test("settings and crews that are no YAML are named with the line")
  func notYAML() throws {
    let office = try Office.located()
    try office.write("crews: [\n  - {", to: "office/crews.yaml")
    expect(try office.rounds(Office.plan), ends: 65, saying: "crews.yaml")
    try office.write("name: [", to: "office/settings.yaml")
    expect(try office.rounds("plan show"), ends: 65, saying: "settings.yaml")
  }

  @Test(
    "a damaged database is named and not touched",
    arguments: ["garbage", "cut", "empty", "schema"])
  func database(damage: String) throws {
    let office = try Office.planned()
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: office.database.path + ending)
    }
    var bytes = try Data(contentsOf: office.database)
    switch damage {
    case "garbage": bytes = Data("this is no database".utf8)
    case "cut": bytes = bytes.prefix(bytes.count / 3)
    case "empty": bytes = Data()
    default: bytes.replaceSubrange(100..<400, with: Data(repeating: 0xA5, count: 300))
    }
    try bytes.write(to: office.database)
    for words in ["plan show", "sync status", Office.plan, "import cases cases.csv --lender bank"] {
      expect(try office.rounds(words), ends: 65, saying: "rounds.sqlite", "damaged")
    }
    if damage != "empty" { #expect(try Data(contentsOf: office.database) == bytes) }
  }

  @Test(
    "a road file that is cut, flipped or of another version is named with what to do",
    arguments: [
      "cut", "empty", "version", "magic", "flip 0.2", "flip 0.5", "flip 0.8", "flip 0.99",
    ])
  func roadFile(damage: String) throws {
    let office = try Office.located()
    var bytes = try Data(contentsOf: office.roads)
    switch damage {
    case "cut": bytes = bytes.prefix(bytes.count / 2)
    case "empty": bytes = Data()
    case "version": bytes[8] = 9
    case "magic": bytes[0] ^= 1
    default: bytes[Int(Double(bytes.count) * (Double(damage.dropFirst(5)) ?? 0))] ^= 16
    }
    try bytes.write(to: office.roads)
    for words in ["map info", Office.plan, "locate"] {
      expect(
        try office.rounds(words), ends: 65, saying: "roads.rounds-road", "rounds map build")
    }
    #expect(try office.rounds("map build town.osm").succeeded)
    #expect(try office.rounds("map info").succeeded)
  }

  @Test("a damaged place file is named with what to do", arguments: ["cut", "version", "flip"])
  func placeFile(damage: String) throws {
    let office = try Office.located()
    let file = office.workspace.appendingPathComponent("map/places.rounds-place")
    var bytes = try Data(contentsOf: file)
    switch damage {
    case "cut": bytes = bytes.prefix(bytes.count / 2)
    case "version": bytes[8] = 9
    default: bytes[bytes.count / 2] ^= 16
    }
    try bytes.write(to: file)
    expect(
      try office.rounds("locate"), ends: 65, saying: "places.rounds-place", "rounds map build")
  }

  @Test("a bad extract is named, and the old map stays in use")
  func extracts() throws {
    let office = try Office.located()
    let before = try Data(contentsOf: office.roads)
    let town = try Data(contentsOf: office["town.osm"])
    try town.prefix(town.count / 2).write(to: office["cut.osm"])
    try Data("no protocol buffers".utf8).write(to: office["false.osm.pbf"])
    try Data().write(to: office["empty.osm"])
    for name in ["cut.osm", "false.osm.pbf", "empty.osm", "cases.csv"] {
      expect(try office.rounds("map build \(name)"), ends: 65, saying: name)
    }
    expect(try office.rounds("map build nowhere.osm"), ends: 66, saying: "nowhere.osm")
    #expect(try Data(contentsOf: office.roads) == before)
    #expect(try office.rounds("locate").succeeded)
  }

  @Test("regions that are no regions are named")
  func regions() throws {
    let office = try Office.located()
    for content in ["", "{", "{\"type\":\"FeatureCollection\"}", "[1,2", "not json"] {
      try office.write(content, to: "drawn.geojson")
      expect(
        try office.rounds("territories import drawn.geojson"), ends: 65, saying: "drawn.geojson")
    }
  }

  @Test("while another process changes the workspace, others wait outside, and readers go on")
  func inUse() throws {
    let office = try Office.planned()
    let lock = unsafe open(
      office.workspace.appendingPathComponent(".lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
    for words in [
      Office.plan, "import cases cases.csv --lender bank", "locate", "map build town.osm",
      "print --date 2026-11-23", "sync import chun.trip", "case hold E-0000 --kind dispute",
    ] {
      let run = try office.rounds(words)
      #expect(run.status == 75, "\(run)")
      #expect(!run.errors.isEmpty)
    }
    for words in ["plan show", "report", "sync status", "\(Office.plan) --dry-run"] {
      #expect(try office.rounds(words).succeeded, "\(words)")
    }
    close(lock)
    #expect(try office.rounds("locate").succeeded)
  }
}
