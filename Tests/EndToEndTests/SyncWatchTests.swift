import Foundation
import Testing

@Suite("Watching a folder, and several commands at once")
struct SyncWatchTests {
  private func visits(_ office: Office) throws -> Int {
    try office.json("sync status", now: Office.nextEvening)["visits"].number ?? 0
  }

  private func wait(_ seconds: Double = 20, until holds: () throws -> Bool) throws -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if try holds() { return true }
      usleep(100_000)
    }
    return false
  }

  @Test("takes a file once it is still, leaves the workspace free, and Ctrl-C ends it cleanly")
  func watch() throws {
    let office = try Office.visited()
    let inbox = office["inbox"]
    try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
    let whole = try Data(contentsOf: office["chun.visits"])
    let watching = try office.start("sync import inbox --watch --interval 0.4 --json")
    defer { watching.kill() }
    #expect(try wait { watching.errorsSoFar.contains("Ctrl-C") })
    // A file that grows at every look is left alone.
    let file = inbox.appendingPathComponent("chun.visits")
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    for part in 0..<10 {
      try handle.write(
        contentsOf: whole[(whole.count * part / 10)..<(whole.count * (part + 1) / 10)])
      #expect(try visits(office) == 0)
      usleep(150_000)
    }
    try handle.close()
    #expect(try wait { try visits(office) > 0 })
    let first = try visits(office)
    try FileManager.default.copyItem(
      at: office["xia.visits"], to: inbox.appendingPathComponent("xia.visits"))
    try Data("no log".utf8).write(to: inbox.appendingPathComponent("bad.visits"))
    #expect(try wait { try visits(office) > first })
    #expect(try wait { watching.errorsSoFar.contains("bad.visits") })
    watching.interrupt()
    let run = try watching.wait()
    #expect(run.succeeded, "\(run)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("{") }, "\(run)")
    #expect(run.errors.components(separatedBy: "bad.visits").count == 2, "named once")
  }

  @Test("a folder is taken as a whole; packs and receipts in the mix are named and passed over")
  func mix() throws {
    let office = try Office.visited()
    let inbox = office["inbox"]
    try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
    for crew in Office.crews {
      try FileManager.default.copyItem(
        at: office["\(crew).visits"], to: inbox.appendingPathComponent("\(crew).visits"))
    }
    let run = try office.rounds("sync import inbox chun.trip --json", now: Office.nextEvening)
    #expect(run.status == 2 && run.errors.contains("chun.trip"), "\(run)")
    #expect(try run.json().list.map { $0["kind"].text } == ["visits", "visits", "trip"])
    #expect(try visits(office) > 0)
  }

  @Test("two imports at once, and one during a plan, end well or say that the workspace is in use")
  func concurrent() throws {
    let office = try Office.visited()
    let alone = try Office.visited()
    for crew in Office.crews {
      try alone.rounds("sync import \(crew).visits", now: Office.nextEvening).checked()
    }
    for _ in 0..<5 {
      let running = try ["chun", "xia", "chun"].map {
        try office.start("sync import \($0).visits")
      }
      let plan = try office.start("plan --from 2026-11-24 --days 2 --iterations 200")
      for one in running + [plan] {
        let run = try one.wait()
        #expect(run.succeeded || run.status == 75, "\(run)")
        if run.status == 75 { #expect(run.errors.contains("in use"), "\(run)") }
      }
    }
    for crew in Office.crews {
      try office.rounds("sync import \(crew).visits", now: Office.nextEvening).checked()
    }
    #expect(try visits(office) == visits(alone))
    let sound = try office.soundness()
    #expect(sound == nil || sound == "ok")
  }
}
