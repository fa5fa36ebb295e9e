import FieldModel
import Foundation
import Quantities
import Testing

@testable import VisitSync

@Suite("What must hold 8: any other JOSE library reads and writes the files")
struct InteroperabilityTests {
  private struct Found: Decodable {
    let log: [String]
    let pack: [String]
    let receipt: [String]
    let backup: [String]
  }

  private struct Job: Encodable {
    let trip: String
    let passphrase: String
  }

  @Test(
    "8: joserfc and jwcrypto open and verify our files, and we take the logs that they write",
    .enabled(if: JoseLibraries.areThere, "needs python3 with venv, and PyPI"),
    arguments: ["joserfc", "jwcrypto"])
  func libraries(name: String) throws {
    let libraries = try JoseLibraries.fetched.get()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rounds-sync-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func put(_ bytes: [UInt8], _ file: String) throws {
      try Data(bytes).write(to: folder.appendingPathComponent(file))
    }

    var world = SyncWorld(seed: 8, stops: 50)
    let log = try world.log(["v0", "v1", "v2"])
    let records = try world.read(log).records
    let set = RecordSet(records)
    let receipts = Receipt.receipts(for: set, state: FoldedState(set))
    let ring = OfficeKeyRing(world.office)
    let owner = SealingKey(using: &world.chance)
    let job = Job(trip: world.pack.trip.text, passphrase: "七只 green kettles")
    let dayKey = JSONValue.members([
      ("kty", .string("oct")), ("k", .string(Base64URL.text(world.dayKey.bytes))),
    ])
    let endorsing = world.pack.endorsingKey
    try put(Array(world.office.jwkSetText.utf8), "office.jwks")
    try put(
      JWKSet.jwk(endorsing.publicKey, use: "sig", secret: endorsing.secret).text, "endorsing.jwk")
    try put(Array(owner.jwkText.utf8), "recovery.jwk")
    try put(dayKey.text, "day-key.jwk")
    try put(Array(try JSONEncoder().encode(job)), "job.json")
    try put(log, "log.visits")
    try put(
      try TripPackFile.write(
        world.pack, dayKey: world.dayKey, officeKey: world.office, using: &world.chance),
      "day.trip")
    try put(try ReceiptFile.write(receipts, officeKey: world.office), "day.receipt")
    try put(
      try KeyBackup.write(
        ring, passphrase: job.passphrase, recovery: owner.publicKey, rounds: 4096,
        using: &world.chance), "keys.backup")

    try libraries.interoperate(name, files: folder)

    let found = try JSONDecoder().decode(
      Found.self, from: Data(contentsOf: folder.appendingPathComponent("\(name).json")))
    let texts = try records.map { record in
      String(decoding: try SignedText(record.signedText).payload, as: UTF8.self)
    }
    #expect(found.log == texts && texts.count == 5)
    #expect(found.pack.count == 4 && found.pack.allSatisfy { $0.contains(world.pack.trip.text) })
    #expect(found.pack.joined().contains("清溪路49号"))
    #expect(found.receipt == receipts.map { String(decoding: $0.json.text, as: UTF8.self) })
    #expect(found.backup == [ring.jwkSetText, ring.jwkSetText])

    let theirs = Array(try Data(contentsOf: folder.appendingPathComponent("\(name).visits")))
    let (taken, report) = try world.read(theirs)
    #expect(report.quarantine.isEmpty && report.tornTail == nil)
    #expect(taken.map(\.record.sequence) == [0, 1])
    let state = FoldedState(RecordSet(taken))
    let visit = try #require(state.findVisit("v0"))
    #expect(visit.notes.map(\.value) == ["café 门口"])
    #expect(visit.outcome.accepted == "O01" && visit.unknown.map(\.value.type) == ["later.kind"])
    #expect(state.logs.map(\.chain.breaks) == [[]])
  }
}
