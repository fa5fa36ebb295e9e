import Foundation
import Testing

@Suite("A plan that is killed")
struct KilledPlanTests {
  @Test("leaves the old plan or the new one, whole, at any moment")
  func killed() throws {
    let seed = ProcessInfo.processInfo.environment["ROUNDS_SEED"].flatMap { UInt64($0) } ?? 11
    var state = seed
    let office = try Office.planned()
    let commands = [1, 2].map { "plan --from 2026-11-23 --days \($0) --iterations 200 --seed 5" }
    let plans = try commands.map { try office.json("\($0) --dry-run") }
    let codes = plans.map { $0["code"].text ?? "" }
    try #require(Set(codes).count == 2)
    try office.rounds(commands[0]).checked()
    var current = 0
    let started = ContinuousClock.now
    try office.rounds("\(commands[0]) --dry-run").checked()
    var whole = started.duration(to: .now)
    var switched = 0
    for attempt in 0..<20 {
      let next = 1 - current
      // Half of the moments fall into the last fifth, where the plan is stored.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let chance = Double(state >> 11) / Double(1 << 53)
      let moment = whole * (attempt % 2 == 0 ? chance : 0.8 + chance * 0.4)
      let running = try office.start(commands[next])
      usleep(UInt32(moment / .microseconds(1)))
      running.kill()
      let end = try running.wait()
      #expect(end.signal == SIGKILL || end.succeeded, "seed \(seed), attempt \(attempt): \(end)")
      let shown = try office.json("plan show")
      let code = try #require(shown["code"].text)
      #expect(codes.contains(code), "seed \(seed), attempt \(attempt)")
      if code == codes[next] {
        current = next
        switched += 1
      }
      // Other work on the machine makes the run longer or shorter: the moments follow it.
      whole = whole * (code == codes[next] ? 0.9 : 1.1)
      let expected = plans[current]
      #expect(shown["visits"].number == expected["visits"].number)
      #expect(shown["unplanned"].list.count == expected["unplanned"].list.count)
      #expect(try office.rounds("sync status").succeeded)
    }
    #expect((1..<20).contains(switched), "seed \(seed): \(switched) new plans")
    #expect(try office.rounds("print --date 2026-11-23").succeeded)
    let checked = try soundness(of: office)
    #expect(checked == nil || checked == "ok", "seed \(seed): \(checked ?? "")")
    #expect(try office.rounds(commands[1]).succeeded)
  }

  /// SQLite's own word on the database; `nil` where its shell is not installed.
  private func soundness(of office: Office) throws -> String? {
    let shell = "/usr/bin/sqlite3"
    guard FileManager.default.isExecutableFile(atPath: shell) else { return nil }
    return try Program.run(
      [office.database.path, "PRAGMA integrity_check"], program: shell, in: office.folder.url
    ).output.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
