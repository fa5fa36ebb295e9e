import Foundation

/// An office in a folder of its own: a workspace beside a town, a case file and visit logs.
struct Office {
  static let evening = "2026-11-22T18:00:00+08:00"
  static let nextEvening = "2026-11-23T20:00:00+08:00"
  static let crews = ["chun", "xia"]

  let folder: Folder

  var workspace: URL { folder["office"] }
  var database: URL { workspace.appendingPathComponent("rounds.sqlite") }
  var roads: URL { workspace.appendingPathComponent("map/roads.rounds-road") }

  /// A file beside the workspace.
  subscript(name: String) -> URL { folder[name] }

  /// Runs the program in the folder, on the workspace.
  @discardableResult
  func rounds(_ words: String, now: String? = Self.evening) throws -> Run {
    try Program.run(arguments(words, now), in: folder.url, environment: environment)
  }

  /// Starts the program in the folder, on the workspace.
  func start(_ words: String) throws -> RunningProgram {
    try Program.start(arguments(words, Self.evening), in: folder.url, environment: environment)
  }

  /// The result of a command that must end well.
  func json(_ words: String, now: String = Self.evening) throws -> JSON {
    try rounds(words + " --json", now: now).checked().json()
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: self[name])
  }

  private var environment: [String: String] { ["ROUNDS_WORKSPACE": workspace.path] }

  private func arguments(_ words: String, _ now: String?) -> [String] {
    words.split(separator: " ").map(String.init) + (now.map { ["--now", $0] } ?? [])
  }

  /// The plan that tests make.
  static let plan = "plan --from 2026-11-23 --days 2 --iterations 500"

  // MARK: Offices at three stages, each made once and copied

  /// Map, cases and crews are there.
  static func located() throws -> Office { try copy(of: locatedOnce) }

  /// The day is planned and packed; `KEY-crew.txt` holds the day keys.
  static func planned() throws -> Office { try copy(of: plannedOnce) }

  /// Both crews recorded their day; `crew.visits` are their logs, not yet imported.
  static func visited() throws -> Office { try copy(of: visitedOnce) }

  private static let locatedOnce = Result { try makeLocated() }
  private static let plannedOnce = Result { try makePlanned() }
  private static let visitedOnce = Result { try makeVisited() }

  private static func copy(of office: Result<Office, any Error>) throws -> Office {
    let copy = Office(folder: try Folder())
    let original = try office.get().folder.url
    for name in try FileManager.default.contentsOfDirectory(atPath: original.path) {
      try FileManager.default.copyItem(at: original.appendingPathComponent(name), to: copy[name])
    }
    return copy
  }

  private static func makeLocated() throws -> Office {
    let office = Office(folder: try Folder())
    try office.rounds(
      "init office --jurisdiction CN --currency CNY --language en", now: nil
    ).checked()
    try office.rounds("map invent --seed 3 --size 200 --output town.osm", now: nil).checked()
    try office.rounds("map build town.osm").checked()
    let doors = Door.list(in: try String(contentsOf: office["town.osm"], encoding: .utf8))
    guard doors.count > 48 else { throw FailedRun(description: "The town has no doors.") }
    let chosen = (0..<24).map { doors[$0 * 13 % doors.count] }
    try office.write(CaseSheet.invent(at: chosen).text, to: "cases.csv")
    try office.write(crewFile(base: doors[40]), to: "office/crews.yaml")
    try office.rounds("import cases cases.csv --lender bank").checked()
    try office.rounds("locate").checked()
    return office
  }

  private static func makePlanned() throws -> Office {
    let office = try located()
    try office.rounds("territories build --count 2").checked()
    try office.rounds("territories assign").checked()
    try office.rounds(plan).checked()
    for pack in try office.json("pack --date 2026-11-23 --output packs").list {
      guard let crew = pack["crew"].text, let key = pack["dayKey"].text else { continue }
      try office.write(key + "\n", to: "\(crew).key")
      try FileManager.default.copyItem(
        atPath: pack["file"].text ?? "", toPath: office["\(crew).trip"].path)
    }
    return office
  }

  private static func makeVisited() throws -> Office {
    let office = try planned()
    let plan = try office.json("plan show")
    for route in plan["routes"].list where route["date"].text == "2026-11-23" {
      guard let crew = route["crew"].text else { continue }
      try office.write(script(of: route), to: "\(crew).jsonl")
      try office.record(crew).checked()
    }
    return office
  }

  /// Records a crew's script on a machine that has nothing but the pack, the key and the script.
  func record(_ crew: String) throws -> Run {
    try Program.run(
      [
        "record", "\(crew).trip", "--day-key-file", "\(crew).key", "--script", "\(crew).jsonl",
        "--log", "\(crew).visits", "--now", Self.nextEvening,
      ], in: folder.url)
  }

  /// Records the same day again on another device, where every door ends with `outcome`.
  func recordAgain(_ crew: String, outcome: String, as name: String) throws {
    let other = try String(contentsOf: self["\(crew).jsonl"], encoding: .utf8)
      .split(separator: "\n").map { line -> String in
        let visit = line.split(separator: "\"")[3]
        return #"{"visit":"\#(visit)","outcome":"\#(outcome)","met":"borrower","#
          + #""address":"confirmed"}"#
      }
    try write(other.joined(separator: "\n") + "\n", to: "\(name).jsonl")
    try Program.run(
      [
        "record", "\(crew).trip", "--day-key-file", "\(crew).key", "--script", "\(name).jsonl",
        "--log", "\(name).visits", "--now", Self.nextEvening,
      ], in: folder.url
    ).checked()
  }

  /// SQLite's own word on the database; `nil` where its shell is not installed.
  func soundness() throws -> String? {
    let shell = "/usr/bin/sqlite3"
    guard FileManager.default.isExecutableFile(atPath: shell) else { return nil }
    return try Program.run(
      [database.path, "PRAGMA integrity_check; PRAGMA foreign_key_check"], program: shell,
      in: folder.url
    ).output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A promise at the first door, a payment claimed at the second, nobody at the others.
  private static func script(of route: JSON) -> String {
    route["stops"].list.enumerated().map { position, stop in
      let visit = stop["visit"].text ?? ""
      let rest =
        switch position {
        case 0:
          #""O01","met":"borrower","address":"confirmed","promise":{"amount_minor":25000,"#
            + #""currency":"CNY","due":"2026-12-01","channel":"transfer"}"#
        case 1: #""O04","met":"borrower","address":"confirmed""#
        default: #""O20","met":"nobody","address":"unknown""#
        }
      return #"{"visit":"\#(visit)","outcome":\#(rest)}"# + "\n"
    }.joined()
  }

  private static func crewFile(base: Door) -> String {
    let head = """
      bases:
        - { code: south, name: South base, address: "", latitude: \(base.latitude), longitude: \(base.longitude) }
      crews:

      """
    return head
      + zip(crews, ["Lin", "Su"]).map { crew, leader in
        """
          - code: \(crew)
            name: Crew \(crew)
            base: south
            mode: car
            plate: "N1"
            members:
              - { number: \(crew)-1, name: \(leader), trained_until: 2027-05-31, authorised_until: 2027-05-31 }
              - { number: \(crew)-2, name: He, trained_until: 2027-03-31, authorised_until: 2027-05-31 }
            shifts: { mon-sat: "09:00-17:30" }
            breaks: [{ window: "11:30-13:30", minutes: 45 }]
            limits: { duty: "8:30", driving: "5:00", stops: 20 }

        """
      }.joined()
  }
}
