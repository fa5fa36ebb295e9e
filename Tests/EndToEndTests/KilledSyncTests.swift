import Foundation
import Testing

/// How often long tests end a program by force.
enum KillEffort {
  /// How many moments are tried of each command; `$ROUNDS_KILLS` asks for another number.
  static let moments = ProcessInfo.processInfo.environment["ROUNDS_KILLS"].flatMap { Int($0) } ?? 12
  /// The seed of the moments; `$ROUNDS_SEED` repeats a run.
  static let seed =
    ProcessInfo.processInfo.environment["ROUNDS_SEED"].flatMap { UInt64($0) } ?? 5
}

/// Moments within a command's whole run, drawn from a seed and spread over all of it.
///
/// The first is its very start and the last its end, whatever else the machine is doing.
struct KillMoments: Sequence {
  let whole: Duration

  func makeIterator() -> AnyIterator<(number: Int, microseconds: UInt32?)> {
    var state = KillEffort.seed
    var number = 0
    let span = Double(whole / .microseconds(1)) * 1.1
    return AnyIterator {
      guard number < KillEffort.moments else { return nil }
      defer { number += 1 }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if number == 0 { return (number, 0) }
      if number == KillEffort.moments - 1 { return (number, nil) }
      // One moment in each equal share of the run, at a random place of it.
      let chance = Double(state >> 11) / Double(1 << 53)
      return (number, UInt32(span * (Double(number) + chance) / Double(KillEffort.moments)))
    }
  }
}

@Suite("Import, receipt, record and pack that are killed", .serialized)
struct KilledSyncTests {
  private static let now = Office.nextEvening

  /// Runs `words` once to the end and tells how long it took.
  private func timed(_ office: Office, _ run: (Office) throws -> Run) throws -> Duration {
    let start = ContinuousClock.now
    try run(office).checked()
    return start.duration(to: .now)
  }

  private func digest(_ office: Office) throws -> String {
    try #require(try office.json("sync status", now: Self.now)["digest"].text)
  }

  /// Puts the database back as `saved` has it.
  private func restore(_ office: Office, from saved: Office) throws {
    for end in ["", "-wal", "-shm"] {
      let file = URL(fileURLWithPath: office.database.path + end)
      try? FileManager.default.removeItem(at: file)
      let old = URL(fileURLWithPath: saved.database.path + end)
      if FileManager.default.fileExists(atPath: old.path) {
        try FileManager.default.copyItem(at: old, to: file)
      }
    }
  }

  private func start(_ words: String, _ office: Office) throws -> RunningProgram {
    try Program.start(
      words.split(separator: " ").map(String.init) + ["--now", Self.now], in: office.folder.url,
      environment: ["ROUNDS_WORKSPACE": office.workspace.path])
  }

  private func kill(_ running: RunningProgram, after microseconds: UInt32?) throws -> Run {
    if let microseconds {
      usleep(microseconds)
      running.kill()
    }
    return try running.wait()
  }

  @Test("an import leaves the state before it or after it, and the database sound")
  func importing() throws {
    let office = try Office.visited()
    let saved = try Office.visited()
    let words = "sync import chun.visits xia.visits"
    let old = try digest(office)
    try office.rounds("sync import chun.visits", now: Self.now).checked()
    let half = try digest(office)
    try restore(office, from: saved)
    let whole = try timed(office) { try $0.rounds(words, now: Self.now) }
    let new = try digest(office)
    // Each file is a transaction, so the first may be in without the second.
    let lawful: Set = [old, half, new]
    var seen: Set<String> = []
    for moment in KillMoments(whole: whole) {
      try restore(office, from: saved)
      let run = try kill(try start(words, office), after: moment.microseconds)
      #expect(run.signal == SIGKILL || run.succeeded, "\(moment): \(run)")
      let found = try digest(office)
      #expect(lawful.contains(found), "seed \(KillEffort.seed), \(moment)")
      seen.insert(found)
      let sound = try office.soundness()
      #expect(sound == nil || sound == "ok", "seed \(KillEffort.seed), \(moment)")
      try office.rounds(words, now: Self.now).checked()
      #expect(try digest(office) == new, "seed \(KillEffort.seed), \(moment)")
      #expect(try office.json("sync rebuild", now: Self.now)["equal"].flag == true)
    }
    #expect(seen.contains(old) && seen.contains(new), "the moments missed one side")
  }

  @Test("a receipt is the old file or the new one, whole")
  func receipt() throws {
    let office = try Office.visited()
    try office.rounds("sync import chun.visits", now: Self.now).checked()
    try office.rounds("sync receipt day.receipt", now: Self.now).checked()
    try office.rounds("sync import xia.visits", now: Self.now).checked()
    let old = try Data(contentsOf: office["day.receipt"])
    let words = "sync receipt day.receipt --force"
    let whole = try timed(office) { try $0.rounds(words, now: Self.now) }
    var renewed = 0
    for moment in KillMoments(whole: whole) {
      try old.write(to: office["day.receipt"])
      _ = try kill(try start(words, office), after: moment.microseconds)
      let verdict = try office.json("sync verify day.receipt", now: Self.now)[0]
      #expect(verdict["isSound"].flag == true, "seed \(KillEffort.seed), \(moment)")
      let isOld = try Data(contentsOf: office["day.receipt"]) == old
      #expect(verdict["confirmations"].list.count == (isOld ? 1 : 2))
      if !isOld { renewed += 1 }
      #expect(try office.rounds("keys list", now: Self.now).succeeded)
    }
    #expect((1..<KillEffort.moments).contains(renewed), "the moments missed one side")
    let left = try FileManager.default.contentsOfDirectory(atPath: office.folder.url.path)
    // What a killed program wrote beside the file is hidden, and never taken for it.
    #expect(!left.contains { !$0.hasPrefix(".") && $0.hasSuffix(".part") })
  }

  @Test("a recorder leaves whole records, each visit all or nothing, and goes on in the same file")
  func recording() throws {
    let office = try Office.visited()
    let saved = try Office.visited()
    try FileManager.default.removeItem(at: office["chun.visits"])
    let whole = try timed(office) { try $0.record("chun") }
    let all = try office.json("sync verify chun.visits", now: Self.now)[0]["records"].number
    var counts: Set<Int> = []
    for moment in KillMoments(whole: whole) {
      try FileManager.default.removeItem(at: office["chun.visits"])
      try restore(office, from: saved)
      let running = try Program.start(
        [
          "record", "chun.trip", "--day-key-file", "chun.key", "--script", "chun.jsonl", "--log",
          "chun.visits", "--now", Self.now,
        ], in: office.folder.url)
      _ = try kill(running, after: moment.microseconds)
      guard FileManager.default.fileExists(atPath: office["chun.visits"].path) else {
        try office.write("", to: "chun.visits")
        continue
      }
      let found = try office.json2("sync verify chun.visits", now: Self.now)[0]
      // All that may be unfinished is the last line.
      #expect(found["faults"].list.allSatisfy { $0["isTornTail"].flag == true }, "\(moment)")
      #expect(found["logs"].list.allSatisfy { $0["gaps"].list.isEmpty }, "\(moment)")
      counts.insert(found["records"].number ?? 0)
      try office.record("chun").checked()
      try office.rounds("sync import chun.visits", now: Self.now).checked()
      let status = try office.json("sync status", now: Self.now)
      #expect(status["logs"].list.contains { $0["complete"].flag == true }, "\(moment)")
      #expect(
        status["logs"].list.allSatisfy { $0["gaps"].list.isEmpty && $0["forks"].list.isEmpty })
    }
    #expect(counts.contains { $0 < (all ?? 0) }, "no moment fell into the recording")
  }

  @Test("a pack is not there or whole, and packing again gives the crew one that opens")
  func packing() throws {
    let office = try Office.planned()
    let saved = try Office.planned()
    let words = "pack --date 2026-11-23 --crew chun --again --output fresh --now \(Office.evening)"
    let whole = try timed(office) { office in
      try Program.run(
        words.split(separator: " ").map(String.init), in: office.folder.url,
        environment: ["ROUNDS_WORKSPACE": office.workspace.path])
    }
    let file = office["fresh/2026-11-23-chun.trip"]
    for moment in KillMoments(whole: whole) {
      try restore(office, from: saved)
      try? FileManager.default.removeItem(at: file)
      let running = try Program.start(
        words.split(separator: " ").map(String.init), in: office.folder.url,
        environment: ["ROUNDS_WORKSPACE": office.workspace.path])
      _ = try kill(running, after: moment.microseconds)
      if FileManager.default.fileExists(atPath: file.path) {
        let found = try office.json2("sync verify fresh/2026-11-23-chun.trip")[0]
        #expect(found["isSound"].flag == true, "seed \(KillEffort.seed), \(moment)")
      }
      let pack = try office.json(
        "pack --date 2026-11-23 --crew chun --again --output fresh")[0]
      let again = try office.json("sync verify \(pack["file"].text ?? "")")[0]
      #expect(again["isOpened"].flag == true && again["isSound"].flag == true)
      let sound = try office.soundness()
      #expect(sound == nil || sound == "ok")
    }
  }
}

extension Office {
  /// The result of a command that may end with 2.
  func json2(_ words: String, now: String = Self.evening) throws -> JSON {
    let run = try rounds(words + " --json", now: now)
    guard [0, 2].contains(run.status) else { throw FailedRun(description: run.description) }
    return try run.json()
  }
}
