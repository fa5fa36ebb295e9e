import FieldModel
import Quantities
import Testing

@testable import VisitSync

@Suite("Trip pack")
struct TripPackTests {
  @Test("comes back as it went, with many stops in several parts")
  func roundTrip() throws {
    var world = SyncWorld(stops: 95)
    let file = try TripPackFile.write(
      world.pack, dayKey: world.dayKey, officeKey: world.office, using: &world.chance)
    let pack = try TripPackFile.read(file, dayKey: world.dayKey, office: world.office.publicKey)
    #expect(pack == world.pack)
    #expect(lines(file).count == 5)
    let shuffled = Array(lines(file).reversed().joined(separator: [0x0A])) + [0x0A]
    #expect(try TripPackFile.read(shuffled, dayKey: world.dayKey) == world.pack)
  }

  @Test("shows nothing of its text without the day key")
  func canaries() throws {
    var world = SyncWorld()
    let file = try TripPackFile.write(
      world.pack, dayKey: world.dayKey, officeKey: world.office, using: &world.chance)
    let text = String(decoding: file, as: UTF8.self)
    for canary in ["清溪路1号", "甲组", "overdue-days", Base64URL.text(Array("清溪路".utf8))] {
      #expect(!text.contains(canary))
    }
    let other = DayKey(using: &world.chance)
    #expect(throws: SyncFileError.self) { try TripPackFile.read(file, dayKey: other) }
  }

  @Test("a cut at every tenth byte is told from a whole pack")
  func cut() throws {
    var world = SyncWorld(stops: 50)
    let file = try TripPackFile.write(
      world.pack, dayKey: world.dayKey, officeKey: world.office, using: &world.chance)
    for length in stride(from: 0, to: file.count - 1, by: 10) {
      #expect(throws: SyncFileError.self) {
        try TripPackFile.read(Array(file[..<length]), dayKey: world.dayKey)
      }
    }
  }

  @Test("another office's key and another office's pack are refused")
  func otherOffice() throws {
    var world = SyncWorld()
    let other = OfficeKey(using: &world.chance)
    #expect(throws: RecordFault.wrongSigner) {
      try TripPackFile.write(
        world.pack, dayKey: world.dayKey, officeKey: other, using: &world.chance)
    }
    let file = try TripPackFile.write(
      world.pack, dayKey: world.dayKey, officeKey: world.office, using: &world.chance)
    #expect(throws: SyncFileError.self) {
      try TripPackFile.read(file, dayKey: world.dayKey, office: other.publicKey)
    }
  }
}
