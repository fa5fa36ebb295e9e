import Briefing
import Crypto
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// What one file brought.
struct Import: Encodable {
  let file: String
  /// What the file is: `visits`, or another kind that was passed over.
  let kind: String
  let new: Int
  let known: Int
  let quarantined: Int
  let tornTail: Bool
  /// Logs that this file shows in an older state than was known.
  let rollbacks: [String]
}

/// The import of one visit log: verified record by record, stored in one transaction.
///
/// Memory does not grow with the file, and a file that fails in the middle leaves nothing behind.
struct LogImport {
  let workspace: Workspace
  let keys: [OfficeKey]
  let trips: [KnownTrip]

  private var terminal: Terminal { workspace.terminal }

  /// Takes in the file at `url`; one of another kind is named and passed over.
  ///
  /// - Throws: ``CommandFailure`` for what is no sync file or cannot be stored.
  func run(_ url: URL) throws -> Import {
    let handle = try InputFile.open(url, terminal: terminal)
    defer { try? handle.close() }
    let first = try handle.read(upToCount: Self.chunk) ?? Data()
    guard let kind = SyncFileKind(beginning: [UInt8](first)) else {
      throw CommandFailure(
        .badInput, terminal.phrases.sync.notASyncFile(url.path, first.isEmpty))
    }
    guard kind == .visitLog else {
      terminal.remark(terminal.phrases.sync.passedOver(url.path, kind.rawValue))
      return Import(
        file: url.path, kind: kind.rawValue, new: 0, known: 0, quarantined: 0, tornTail: false,
        rollbacks: [])
    }
    do {
      return try workspace.stored { store in
        try store.mergeFile(at: workspace.now) { transaction in
          try take(handle, from: first, url, into: &transaction)
        }
      }
    } catch let error as SyncFileError {
      throw CommandFailure(
        .badInput,
        terminal.phrases.commands.packUnreadable(url.path, terminal.statement(of: error)))
    }
  }

  /// How many bytes are read at once: what one chunk unpacks to, up to a thousand times as much in a
  /// hostile file, is held in memory together.
  static let chunk = 1 << 15

  private func take(
    _ handle: FileHandle, from first: Data, _ url: URL, into transaction: inout SyncTransaction
  ) throws -> Import {
    var reader = VisitLogReader(officeKeys: keys, trips: trips)
    var digest = SHA256()
    var chunk = first
    var done = 0
    let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
    let progress = terminal.progress
    while !chunk.isEmpty {
      digest.update(data: chunk)
      for record in try reader.read([UInt8](chunk)) { try transaction.add(stored(record)) }
      done += chunk.count
      progress(Progress(stage: "sync.import", done: done, total: size ?? nil))
      chunk = try handle.read(upToCount: Self.chunk) ?? Data()
    }
    let (last, report) = reader.finish()
    for record in last { try transaction.add(stored(record)) }
    let file = Hexadecimal.text(digest.finalize())
    let lines = report.quarantine + (report.tornTail.map { [$0] } ?? [])
    for line in lines {
      terminal.remark("\(url.path): \(terminal.phrases.sentence(for: line.diagnostic))")
      try transaction.add(quarantined(line, of: file))
    }
    let rollbacks = try noteRollbacks(report.heads, &transaction)
    let new = transaction.added.records
    return Import(
      file: url.path, kind: SyncFileKind.visitLog.rawValue, new: new, known: report.records - new,
      quarantined: report.quarantine.count + report.unlistedQuarantine,
      tornTail: report.tornTail != nil, rollbacks: rollbacks.map(\.log))
  }

  /// Alerts about logs of which more was known than the file shows.
  private func noteRollbacks(
    _ heads: [LogHead], _ transaction: inout SyncTransaction
  ) throws -> [StoredRollback] {
    var found: [StoredRollback] = []
    for head in heads {
      guard let known = try transaction.findLastPlace(of: head.log.text),
        known > Int(head.sequence)
      else { continue }
      let rollback = StoredRollback(
        log: head.log.text, presented: Int(head.sequence), known: known,
        noticedAt: workspace.now)
      try transaction.add(rollback)
      found.append(rollback)
    }
    return found
  }

  private func stored(_ record: SignedRecord) -> StoredRecord {
    StoredRecord(
      identity: record.identity.text, log: record.record.log.text,
      seq: Int(record.record.sequence), previous: record.record.previous?.text,
      trip: record.record.trip.text, body: record.signedText, importedAt: workspace.now)
  }

  private func quarantined(
    _ line: VisitSync.QuarantinedLine, of file: String
  ) -> OfficeStore.QuarantinedLine {
    OfficeStore.QuarantinedLine(
      digest: Hexadecimal.text(SHA256.hash(data: line.bytes)), fileDigest: file, line: line.number,
      byteOffset: Int(line.offset), reason: line.fault.code, body: line.bytes)
  }
}
