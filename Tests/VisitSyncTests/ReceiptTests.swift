import FieldModel
import Quantities
import Testing

@testable import VisitSync

@Suite("Receipts")
struct ReceiptTests {
  @Test("say how far a log is held and come back as they went")
  func roundTrip() throws {
    var world = SyncWorld()
    let records = try world.read(try world.log(["v0", "v1"])).records
    let set = RecordSet(records)
    let receipts = Receipt.receipts(for: set, state: FoldedState(set))
    #expect(receipts.map(\.contiguous) == [3])
    #expect(receipts[0].head == records[3].identity)
    #expect(receipts[0].headCode?.count == 9)
    let file = try ReceiptFile.write(receipts, officeKey: world.office)
    #expect(try ReceiptFile.read(file, office: world.office.publicKey) == receipts)
  }

  @Test("stop before a gap, and cover each branch of a fork by itself")
  func gapsAndForks() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    var clone = writer
    bytes += try writer.append(world.visit("v0"), using: &world.chance)
    bytes += try clone.append(world.visit("v1"), using: &world.chance)
    bytes += try clone.append(world.visit("v2"), using: &world.chance)
    let records = try world.read(bytes).records
    let set = RecordSet(records)
    let receipts = Receipt.receipts(for: set, state: FoldedState(set))
    #expect(receipts.map(\.contiguous).sorted() == [1, 2])
    let gapped = RecordSet(records.filter { $0.record.sequence != 1 })
    #expect(
      Receipt.receipts(for: gapped, state: FoldedState(gapped)).map(\.contiguous) == [0])
    let headless = RecordSet(records.filter { $0.record.sequence > 0 })
    #expect(
      Receipt.receipts(for: headless, state: FoldedState(headless)).map(\.contiguous) == [-1])
  }

  @Test("of another office, of another type or altered are refused")
  func refused() throws {
    var world = SyncWorld()
    let other = OfficeKey(using: &world.chance)
    let receipt = Receipt(
      log: "l", contiguous: 0, head: RecordIdentity(of: [1]), held: [], want: [])
    let file = try ReceiptFile.write([receipt], officeKey: world.office)
    #expect(throws: SyncFileError.self) { try ReceiptFile.read(file, office: other.publicKey) }
    var altered = file
    altered[altered.count - 30] ^= 1
    #expect(throws: SyncFileError.self) {
      try ReceiptFile.read(altered, office: world.office.publicKey)
    }
    let plain = try SignedText.compact(receipt.json.text, key: world.office.signing) + [0x0A]
    #expect(throws: SyncFileError.line(number: 1, offset: 0, .wrongMethod(field: "typ"))) {
      try ReceiptFile.read(plain, office: world.office.publicKey)
    }
  }
}
