import FieldModel
import Foundation
import Quantities
import Testing

@testable import VisitSync

/// `UPDATE_SAMPLES=1` writes the samples anew; the article's examples then follow by hand.
@Suite("Samples of sync files", .serialized)
struct SampleFileTests {
  private let office: OfficeKey
  private let dayKey: DayKey

  init() throws {
    if ProcessInfo.processInfo.environment["UPDATE_SAMPLES"] == "1" {
      try Self.updated.get()
    }
    office = try OfficeKey(jwkSetText: SampleFiles.text("SAMPLE-office.jwks"))
    let code = try SampleFiles.text("SAMPLE-day-key.txt").split(separator: "\n").joined()
    dayKey = try #require(DayKey(code: code))
  }

  private static let updated = Result { try SampleFiles.write(try #require(SampleDay())) }

  private func pack() throws -> TripPack {
    try TripPackFile.read(
      SampleFiles.bytes("day.trip"), dayKey: dayKey, office: office.publicKey)
  }

  private func log() throws -> (records: [SignedRecord], report: VisitLogReport) {
    var reader = VisitLogReader(officeKeys: [office], trips: [try pack().knownTrip])
    let records = try reader.read(SampleFiles.bytes("day.visits"))
    let (last, report) = reader.finish()
    return (records + last, report)
  }

  @Test("nobody can take the keys for anything but samples")
  func keys() throws {
    let ring = OfficeKeyRing(office)
    let secrets = [office.sealing.secret, office.signing.secret, try pack().endorsingKey.secret]
    for secret in secrets + [dayKey.bytes] {
      #expect(String(decoding: secret, as: UTF8.self).hasPrefix("SAMPLE"))
    }
    for name in ["SAMPLE-office.jwks", "SAMPLE-recovery.jwk"] {
      #expect(try SampleFiles.text(name).hasPrefix(#"{"warning":"SAMPLE KEYS"#))
    }
    let passphrase = try SampleFiles.text("SAMPLE-passphrase.txt").split(separator: "\n").joined()
    #expect(try KeyBackup.open(SampleFiles.bytes("keys.backup"), passphrase: passphrase) == ring)
    let owner = try #require(SealingKey(jwkText: try SampleFiles.text("SAMPLE-recovery.jwk")))
    #expect(String(decoding: owner.secret, as: UTF8.self).hasPrefix("SAMPLE"))
    #expect(try KeyBackup.open(SampleFiles.bytes("keys.backup"), recovery: owner) == ring)
  }

  @Test("pack, log and receipt open with them and say what the files in `opened` say")
  func opened() throws {
    let trip = try SampleFiles.opened(SampleFiles.bytes("day.trip")) {
      try SealedText($0).open(dayKey)
    }
    #expect(try trip == SampleFiles.bytes("opened/day.trip.jsonl"))
    let log = try SampleFiles.opened(SampleFiles.bytes("day.visits")) {
      try SealedText($0).open(office.sealing)
    }
    #expect(try log == SampleFiles.bytes("opened/day.visits.jsonl"))
    let receipt = try SampleFiles.opened(SampleFiles.bytes("day.receipt")) { $0 }
    #expect(try receipt == SampleFiles.bytes("opened/day.receipt.jsonl"))
  }

  @Test("the day is the one that the article tells: two stops, a promise, nobody in, a receipt")
  func day() throws {
    let pack = try pack()
    #expect(pack.members.map(\.name) == ["Amaryllis Quill", "Bo Tern"])
    #expect(pack.stops.map(\.address) == ["12 Kelp Lane, Sandmarsh", "4 Lantern Rise, Sandmarsh"])
    let (records, report) = try log()
    #expect(report.quarantine.isEmpty && report.tornTail == nil && records.count == 4)
    let set = RecordSet(records)
    let state = FoldedState(set)
    #expect(state.findVisit("v1")?.outcome.accepted == "O01")
    #expect(state.findVisit("v1")?.promises.map(\.value.promise.amount.minorUnits) == [12_500])
    #expect(state.findVisit("v2")?.outcome.accepted == "O20")
    #expect(state.reviews.isEmpty && state.logs.map(\.isComplete) == [true])
    let receipts = try ReceiptFile.read(
      SampleFiles.bytes("day.receipt"), office: office.publicKey)
    #expect(receipts == Receipt.receipts(for: set, state: state))
    #expect(receipts.map(\.contiguous) == [3])
  }

  @Test(
    "the article's examples are what is in the samples",
    arguments: [
      ("`opened/day.trip.jsonl`, line 1", "opened/day.trip.jsonl", 0),
      ("`opened/day.trip.jsonl`, line 2", "opened/day.trip.jsonl", 1),
      ("`opened/day.visits.jsonl`, line 1", "opened/day.visits.jsonl", 0),
      ("`opened/day.visits.jsonl`, line 2", "opened/day.visits.jsonl", 1),
      ("`opened/day.receipt.jsonl`, line 1", "opened/day.receipt.jsonl", 0),
      ("`SAMPLE-office.jwks`", "SAMPLE-office.jwks", 0), ("`keys.backup`", "keys.backup", 0),
    ])
  func article(_ caption: String, _ file: String, _ line: Int) throws {
    let text = Array(lines(try SampleFiles.bytes(file))[line])
    let example = try #require(try SampleFiles.example(after: "In \(caption):"), "\(caption)")
    #expect(try JSONReader.value(example) == JSONReader.value(text))
  }

  @Test("the article's headers of seal and signature are those of the samples' lines")
  func headers() throws {
    func header(_ compact: [UInt8]) throws -> JSONValue {
      let part = compact.split(separator: UInt8(ascii: "."))[0]
      return try JSONReader.value(try #require(Base64URL.decode(part)))
    }
    let sealed = lines(try SampleFiles.bytes("day.visits"))[1]
    let signed = try SealedText(sealed).open(office.sealing)
    for (caption, compact) in [
      ("Its seal's header:", sealed), ("Its signature's header:", signed),
      ("The pack's:", lines(try SampleFiles.bytes("day.trip"))[0]),
      ("A receipt's:", lines(try SampleFiles.bytes("day.receipt"))[0]),
    ] {
      let example = try #require(try SampleFiles.example(after: caption), "\(caption)")
      #expect(try JSONReader.value(example) == header(compact), "\(caption)")
    }
    let records = try log().records
    #expect(records[2].record.previous == RecordIdentity(of: signed))
  }
}
