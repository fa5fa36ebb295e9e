import Foundation

@testable import VisitSync

/// The files of `samples/sync`, and the article that describes them.
enum SampleFiles {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appendingPathComponent("samples/sync")
  private static let article = root.appendingPathComponent(
    "Sources/rounds/Documentation.docc/Formats/SyncFiles.md")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Writes the samples anew; signatures are salted, so that none is the same again.
  static func write(_ day: SampleDay) throws {
    var chance = SystemRandomNumberGenerator()
    let pack = try TripPackFile.write(
      day.pack, dayKey: day.dayKey, officeKey: day.office, using: &chance)
    let log = try day.log(using: &chance)
    var reader = VisitLogReader(officeKeys: [day.office], trips: [day.pack.knownTrip])
    let records = try reader.read(log)
    let set = RecordSet(records)
    let receipt = try ReceiptFile.write(
      Receipt.receipts(for: set, state: FoldedState(set)), officeKey: day.office)
    let backup = try KeyBackup.write(
      OfficeKeyRing(day.office), passphrase: SampleDay.passphrase,
      recovery: day.recovery.publicKey, using: &chance)
    let warning = #"{"warning":"SAMPLE KEYS: published, never use them","#
    try write("day.trip", pack)
    try write("day.visits", log)
    try write("day.receipt", receipt)
    try write("keys.backup", backup)
    try write("SAMPLE-day-key.txt", Array((day.dayKey.code + "\n").utf8))
    try write("SAMPLE-passphrase.txt", Array((SampleDay.passphrase + "\n").utf8))
    try write(
      "SAMPLE-office.jwks", Array((warning + day.office.jwkSetText.dropFirst() + "\n").utf8))
    try write(
      "SAMPLE-recovery.jwk", Array((warning + day.recovery.jwkText.dropFirst() + "\n").utf8))
    try write("opened/day.trip.jsonl", try opened(pack) { try SealedText($0).open(day.dayKey) })
    try write(
      "opened/day.visits.jsonl", try opened(log) { try SealedText($0).open(day.office.sealing) })
    try write("opened/day.receipt.jsonl", try opened(receipt) { $0 })
  }

  /// What was signed on each line of `file`, one line each, once `unseal` has opened it.
  static func opened(_ file: [UInt8], _ unseal: ([UInt8]) throws -> [UInt8]) throws -> [UInt8] {
    try lines(file).flatMap { try SignedText(unseal($0)).payload + [0x0A] }
  }

  private static func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The block of JSON that follows `caption` in the article; `nil` if there is none.
  static func example(after caption: String) throws -> [UInt8]? {
    let text = String(decoding: try Data(contentsOf: article), as: UTF8.self)
    guard let place = text.range(of: caption),
      let start = text.range(of: "```json\n", range: place.upperBound..<text.endIndex),
      let end = text.range(of: "```", range: start.upperBound..<text.endIndex)
    else { return nil }
    return Array(text[start.upperBound..<end.lowerBound].utf8)
  }
}
