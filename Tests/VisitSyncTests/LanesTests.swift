import Quantities
import Testing

@testable import VisitSync

@Suite("Reading a visit log on several processors")
struct LanesTests {
  private func read(
    _ file: [UInt8], _ world: SyncWorld, lanes: Int, chunk: Int
  ) async throws -> (records: [SignedRecord], report: VisitLogReport) {
    var reader = VisitLogReader(officeKeys: [world.office], trips: [world.pack.knownTrip])
    var records: [SignedRecord] = []
    for start in stride(from: 0, to: file.count, by: chunk) {
      let piece = Array(file[start..<min(start + chunk, file.count)])
      records += try await reader.read(piece, lanes: lanes)
    }
    let (last, report) = reader.finish()
    return (records + last, report)
  }

  @Test("gives the same records in the same order, and the same report, for any number of lanes")
  func same() async throws {
    var world = SyncWorld()
    var stranger = SyncWorld(seed: 2)
    stranger.pack.office = world.office.publicKey
    var file: [UInt8] = []
    for number in 0..<6 {
      file += try world.log(["v0", "v1"])
      if number == 3 { file += try stranger.log(["v0"]) + Array("nothing\n".utf8) }
    }
    file += file.prefix(2000)
    let (records, report) = try world.read(file)
    #expect(records.count >= 24 && report.quarantine.count >= 4 && report.tornTail != nil)
    for lanes in [-1, 1, 2, 3, 7, 64] {
      for chunk in [100, 5000, file.count] {
        let other = try await read(file, world, lanes: lanes, chunk: chunk)
        #expect(other.records == records && other.report == report, "\(lanes) lanes, \(chunk)")
      }
    }
  }

  @Test("records that wait for their opening are taken after it, though it comes in another lane")
  func waiting() async throws {
    var world = SyncWorld()
    let key = SigningKey(using: &world.chance)
    let endorsement = try Endorsement.make(
      trip: world.pack.trip, log: "plain", key: key.publicKey, endorsing: world.pack.endorsingKey)
    let opening = LogOpening(
      key: key.publicKey, endorsement: endorsement, device: "d", app: "a", present: [])
    var texts: [[UInt8]] = []
    for sequence in 0..<4 {
      let events =
        sequence == 0 ? [world.event(.logOpened(opening), nil, after: 0)] : world.visit("v0")
      let record = VisitRecord(
        log: "plain", sequence: Int64(sequence), previous: texts.last.map(RecordIdentity.init(of:)),
        trip: world.pack.trip, plan: "p", events: events, sender: nil)
      texts.append(try SignedText.compact(record.text, key: key))
    }
    let office = world.office.sealing.publicKey
    let sealed = try texts.reversed().map {
      try SealedText.compact($0, to: office, using: &world.chance)
    }
    let file = Array(sealed.joined(separator: [0x0A])) + [0x0A]
    let (records, report) = try await read(file, world, lanes: 4, chunk: file.count)
    #expect(records.map(\.record.sequence) == [0, 3, 2, 1] && report.quarantine.isEmpty)
  }
}
