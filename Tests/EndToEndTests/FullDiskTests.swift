import Foundation
import Testing

@Suite("A full disk", .serialized)
struct FullDiskTests {
  private func office(on disk: SmallDisk) throws -> Office {
    let original = try Office.planned()
    for name in try FileManager.default.contentsOfDirectory(atPath: original.folder.url.path) {
      try FileManager.default.copyItem(at: original[name], to: disk.folder[name])
    }
    return Office(folder: disk.folder)
  }

  @Test(
    "leaves the old plan, the old map and the old sheets, and work goes on when there is room",
    .enabled(if: SmallDisk.isAllowed, "needs leave to mount a small file system"),
    arguments: [0, 8192, 65_536])
  func full(spare: Int) throws {
    let disk = try #require(try SmallDisk(megabytes: 12))
    let office = try office(on: disk)
    let before = try office.json("plan show")["code"].text
    let roads = try Data(contentsOf: office.roads)
    try disk.fill(leaving: spare)
    for words in [
      "plan --from 2026-11-23 --days 1 --iterations 200", "map build town.osm",
      "print --date 2026-11-23", "pack --date 2026-11-23 --again",
    ] {
      let run = try office.rounds(words)
      #expect(run.signal == nil, "\(run)")
      if run.succeeded, spare > 0 { continue }
      #expect(run.status == 73, "\(run)")
      #expect(run.errors.contains(disk.folder.url.path), "\(run)")
    }
    try disk.free()
    let after = try office.rounds("plan show --json").checked().json()["code"].text
    #expect(after == before || spare > 0)
    #expect(try Data(contentsOf: office.roads) == roads)
    #expect(try office.rounds(Office.plan).succeeded)
    #expect(try office.rounds("print --date 2026-11-23").succeeded)
    let left = try #require(FileManager.default.enumerator(atPath: office.folder.url.path))
      .compactMap { $0 as? String }
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test("a map that cannot be written whole leaves the old one whole", arguments: [64, 256])
  func limited(blocks: Int) throws {
    let office = try Office.planned()
    let places = office.workspace.appendingPathComponent("map/places.rounds-place")
    let before = try [office.roads, places].map { try Data(contentsOf: $0) }
    try office.rounds("map invent --seed 4 --size 1000 --output other.osm", now: nil).checked()
    let script = "trap '' XFSZ; ulimit -f \(blocks); exec \(Program.file.path) map build other.osm"
    let run = try Program.run(
      ["-c", script], program: "/bin/sh", in: office.folder.url,
      environment: ["ROUNDS_WORKSPACE": office.workspace.path])
    #expect(run.status == 73, "\(run)")
    #expect(run.errors.contains(office.workspace.appendingPathComponent("map").path), "\(run)")
    #expect(try [office.roads, places].map { try Data(contentsOf: $0) } == before)
    #expect(try office.rounds("map info").succeeded)
  }
}
