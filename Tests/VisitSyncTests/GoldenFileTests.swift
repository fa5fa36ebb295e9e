import FieldModel
import Foundation
import Quantities
import Testing

@testable import VisitSync

@Suite("Files of format 1 open for ever")
struct GoldenFileTests {
  private static let passphrase = "seven green kettles"

  private static func url(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/1-\(name)")
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.url(name)))
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  private func office() throws -> OfficeKey { try OfficeKey(jwkSetText: text("office.jwks")) }

  private func pack() throws -> TripPack {
    let code = try text("day-key.txt").split(separator: "\n").joined()
    return try TripPackFile.read(
      bytes("day.trip"), dayKey: try #require(DayKey(code: code)),
      office: office().publicKey)
  }

  private func log() throws -> (records: [SignedRecord], report: VisitLogReport) {
    var reader = VisitLogReader(officeKeys: [try office()], trips: [try pack().knownTrip])
    let records = try reader.read(bytes("day.visits"))
    let (last, report) = reader.finish()
    return (records + last, report)
  }

  @Test("the trip pack shows its stops")
  func tripPack() throws {
    let pack = try pack()
    #expect(pack.trip == "trip-1" && pack.plan == "P-7K2M" && pack.crewName == "甲组")
    #expect(pack.date.description == "2026-11-22")
    #expect(pack.members.map(\.name) == ["Li", "Wu"])
    #expect(pack.stops.map(\.visit) == ["v0", "v1"])
    #expect(pack.stops[1].address == "清溪路1号" && pack.stops[1].service == .minutes(20))
    #expect(pack.checklists.map(\.hash) == ["SxNqmXJfk8F2N9uUHm7dmzTNutNO_0Hn77oMs3oH-W0"])
  }

  @Test("the visit log shows every type of event, unknown ones byte for byte")
  func visitLog() throws {
    let (records, report) = try log()
    #expect(report.quarantine.isEmpty && report.tornTail == nil)
    #expect(records.map(\.record.sequence) == [0, 1, 2, 3, 4])
    let events = records.flatMap(\.record.events)
    #expect(
      events.map(\.body.type) == [
        "log.opened", "visit.arrived", "checklist.answered", "promise.made", "note.added",
        "visit.ended", "safety.checkin", "safety.alert", "payment.declared", "address.proposed",
        "contact.proposed", "evidence.attached", "evidence.part", "evidence.part", "later.kind",
        "amended", "retracted", "log.closed",
      ])
    let unknown = events.compactMap { event in
      if case .unknown(let unknown) = event.body { unknown } else { nil }
    }
    #expect(unknown.map { String(decoding: $0.text, as: UTF8.self) } == [Self.unknown])
    // A record's name is that of its bytes, so a changed byte would show.
    #expect(zip(records, records.dropFirst()).allSatisfy { $0.identity == $1.record.previous })
  }

  @Test("folding the log gives what the crew meant")
  func folded() throws {
    let records = try log().records
    let state = FoldedState(RecordSet(records))
    let visit = try #require(state.findVisit("v0"))
    #expect(visit.outcome.accepted == "O01" && visit.addressVerdict.accepted == "confirmed")
    #expect(visit.promises.map(\.value.promise.amount.minorUnits) == [5_000])
    #expect(visit.promises.map(\.value.promise.due.description) == ["2026-11-27"])
    #expect(visit.notes.map(\.value) == ["门口有狗，按门铃两次。v0"])
    #expect(visit.notes.map(\.isRetracted) == [true])
    #expect(visit.payments.map(\.value.payment.receipt) == ["R-0001"])
    #expect(state.evidence.map(\.status) == [.received])
    #expect(state.alerts.map(\.value.kind) == ["duress"] && state.checkIns.map(\.value) == ["noon"])
    #expect(state.logs.map(\.isComplete) == [true] && state.reviews.isEmpty)
  }

  @Test("the receipt covers the log, and the head code is the first forty bits")
  func receipt() throws {
    let receipts = try ReceiptFile.read(bytes("day.receipt"), office: office().publicKey)
    let head = try #require(try log().records.last)
    #expect(receipts.map(\.head) == [head.identity] && receipts.map(\.contiguous) == [4])
    #expect(receipts.map(\.held.count) == [1] && receipts.map(\.want) == [[]])
    #expect(receipts.map(\.headCode) == [head.identity.headCode])
  }

  @Test("the backup opens with its passphrase and with the owner's key")
  func backup() throws {
    let ring = OfficeKeyRing(try office())
    #expect(try KeyBackup.open(bytes("keys.backup"), passphrase: Self.passphrase) == ring)
    let owner = try #require(SealingKey(jwkText: try text("recovery.jwk")))
    #expect(try KeyBackup.open(bytes("keys.backup"), recovery: owner) == ring)
  }

  private static let unknown =
    #"{"type":"later.kind","visit":"v0","at":"2026-11-22T08:30:00+08:00" ,"by":"m1","body":{"x":[1, {"é":"\u00e9"}]}}"#
}
