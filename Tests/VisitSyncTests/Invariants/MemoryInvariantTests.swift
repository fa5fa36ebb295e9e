import Foundation
import Quantities
import Testing

@testable import VisitSync

/// Row 10 of section 8 and the limits of section 2 of the format: what is hostile costs little.
///
/// Memory is that of a process, so each measurement runs in one of its own. The library's waiting for
/// such processes and Foundation's for the programs that other suites run get into each other's way,
/// so `scripts/test` runs this suite by itself.
@Suite("What must hold 10: memory")
struct MemoryInvariantTests {
  /// The most that reading hostile input may add.
  static let allowance = 64 << 20

  private static let runsAlone = ProcessInfo.processInfo.environment["ROUNDS_MEMORY_TESTS"] != nil
  private static let reason: Comment = "runs by itself, with ROUNDS_MEMORY_TESTS set"

  #if os(Linux)
    @Test("10: hostile lines of a visit log add at most 64 MiB", .enabled(if: runsAlone, reason))
    func visitLog() async {
      await #expect(processExitsWith: .success) {
        var world = SyncWorld()
        let hostile = try HostileLines(&world)
        let good = lines(try world.log(["v0"]))
        var reader = VisitLogReader(officeKeys: [world.office], trips: [world.pack.knownTrip])
        var taken = 0
        let growth = try MemoryInvariantTests.growth {
          for line in hostile.lines + [good[0]] {
            for start in stride(from: 0, to: line.count, by: 1 << 16) {
              taken += try reader.read(Array(line[start..<min(start + 1 << 16, line.count)])).count
            }
            taken += try reader.read([0x0A]).count
          }
          for number in 0..<30_000 {
            taken += try reader.read(Array("\(number)".utf8) + hostile.scrap + [0x0A]).count
          }
          // A line that never ends.
          for _ in 0..<64 { taken += try reader.read(hostile.endless).count }
          let (last, report) = reader.finish()
          taken += last.count
          #expect(report.quarantine.count == SyncLimits.quarantinedLines, "quarantine")
          #expect(report.tornTail?.fault == .tooLong, "tail")
        }
        #expect(taken == hostile.acceptable + 1, "\(taken) records")
        #expect(growth <= MemoryInvariantTests.allowance, "\(growth >> 20) MiB")
      }
    }

    @Test(
      "10: hostile trip packs, receipts and backups add at most 64 MiB",
      .enabled(if: runsAlone, reason))
    func others() async {
      await #expect(processExitsWith: .success) {
        var world = SyncWorld()
        let hostile = try HostileLines(&world)
        let pack = try hostile.pack(&world)
        let receipt = try hostile.receipt(&world)
        let backup = hostile.backup
        let growth = try MemoryInvariantTests.growth {
          for line in pack {
            #expect(throws: SyncFileError.self) {
              try TripPackFile.read(line + [0x0A], dayKey: world.dayKey)
            }
          }
          #expect(throws: SyncFileError.self) {
            try ReceiptFile.read(receipt + [0x0A], office: world.office.publicKey)
          }
          #expect(throws: KeyBackupFault.self) { try KeyBackup.open(backup, passphrase: "x") }
        }
        #expect(growth <= MemoryInvariantTests.allowance, "\(growth >> 20) MiB")
      }
    }
  #endif

  // Two gibibytes are looked through byte by byte, which takes minutes without optimisation.
  #if !DEBUG
    @Test("2: a file beyond two gibibytes is refused when the first byte too many comes")
    func largestFile() throws {
      var reader = ContainerReader()
      let chunk = [UInt8](repeating: 0x23, count: 64 << 20)
      for _ in 0..<32 { #expect(try reader.read(chunk).isEmpty) }
      #expect(reader.bytesRead == SyncLimits.file)
      #expect(throws: SyncFileError.tooLarge) { try reader.read([0x0A]) }
    }
  #endif

  /// How far `work` raised the peak of resident memory above what was there before.
  static func growth(_ work: () throws -> Void) throws -> Int {
    let isReset = ResidentMemory.resetPeak()
    try #require(isReset)
    let before = try #require(ResidentMemory.now())
    try work()
    return try #require(ResidentMemory.peak()) - before
  }
}
