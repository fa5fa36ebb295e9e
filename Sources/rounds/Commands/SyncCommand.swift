import ArgumentParser
import Briefing
import Crypto
import FieldModel
import Foundation
import OfficeStore
import Planning
import Quantities
import VisitSync

/// `rounds sync`: brings home what crews recorded.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Brings home visit logs, says what is missing, writes receipts.",
    subcommands: [
      SyncImportCommand.self, SyncStatusCommand.self, SyncReceiptCommand.self,
      SyncRebuildCommand.self,
    ])
}

/// `rounds sync import`: merges visit logs.
struct SyncImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Verifies and merges visit logs; twice or in another order makes no difference.",
    discussion: """
      A line that does not open is kept, named and never merged; it does not stop the others.

      Examples:
        rounds sync import C1.visits C2.visits
        rounds sync import stick/*.visits --json
      """)

  @Argument(help: "Visit logs.")
  var files: [String]
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: true)
    let terminal = workspace.terminal
    let keys = try OfficeKeys(workspace, isMaking: false).all
    guard !keys.isEmpty else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noOfficeKey)
    }
    let trips = try workspace.knownTrips()
    var imports: [Import] = []
    var failure: (any Error)?
    for file in files {
      do {
        imports.append(
          try LogImport(workspace: workspace, keys: keys, trips: trips)
            .run(URL(fileURLWithPath: file)))
      } catch {
        // One file that cannot be read must not hold up the others.
        terminal.remark("\(error)")
        failure = error
      }
    }
    try workspace.refreshEffects()
    for done in imports {
      terminal.say(
        "\(done.file)  "
          + terminal.phrases.messages.syncSummary(done.new, done.known, done.quarantined))
    }
    try terminal.answer(imports)
    if let failure { throw failure }
    if imports.contains(where: { $0.quarantined > 0 }) { throw ExitCode(2) }
  }
}

/// What one file brought.
struct Import: Encodable {
  let file: String
  let new: Int
  let known: Int
  let quarantined: Int
  let tornTail: Bool
}

/// The import of one visit log: verified record by record, stored in one transaction.
struct LogImport {
  let workspace: Workspace
  let keys: [OfficeKey]
  let trips: [KnownTrip]

  func run(_ url: URL) throws -> Import {
    let terminal = workspace.terminal
    let handle = try InputFile.open(url, terminal: terminal)
    defer { try? handle.close() }
    var reader = VisitLogReader(officeKeys: keys, trips: trips)
    var digest = SHA256()
    var records: [StoredRecord] = []
    do {
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
        digest.update(data: chunk)
        records += try reader.read([UInt8](chunk)).map(stored)
      }
    } catch let error as SyncFileError {
      throw CommandFailure(
        .badInput,
        terminal.phrases.commands.packUnreadable(url.path, terminal.statement(of: error)))
    }
    let (last, report) = reader.finish()
    records += last.map(stored)
    let file = Hexadecimal.text(digest.finalize())
    let lines = report.quarantine + (report.tornTail.map { [$0] } ?? [])
    for line in lines {
      terminal.remark("\(url.path): \(terminal.phrases.sentence(for: line.diagnostic))")
    }
    let added = try workspace.stored {
      try $0.merge(
        records, quarantined: lines.map { quarantined($0, of: file) }, at: workspace.now)
    }
    return Import(
      file: url.path, new: added.records, known: report.records - added.records,
      quarantined: report.quarantine.count + report.unlistedQuarantine,
      tornTail: report.tornTail != nil)
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

/// `rounds sync status`: what is here, what is missing, what a person must settle.
struct SyncStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows logs, gaps, forks, quarantined lines and what a person must settle.",
    discussion: "Example:\n  rounds sync status --json")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let state = try workspace.foldedState()
    let quarantine = try workspace.stored { try $0.listQuarantined() }
    let phrases = terminal.phrases.commands
    for log in state.logs {
      let gaps = log.chain.gaps.map { "\($0.lowerBound)–\($0.upperBound)" }
      terminal.say(
        phrases.logLine(
          log.trips.map(\.text).joined(separator: " "), Int(log.chain.lastSequence) + 1,
          log.isComplete, gaps.joined(separator: " "), log.chain.forks.count))
    }
    for item in state.reviews {
      terminal.say("  \(item.kind.rawValue)  \(item.subject)  \(item.detail)")
    }
    terminal.say(phrases.statusLine(state.visits.count, state.reviews.count, quarantine.count))
    try terminal.answer(
      Answer(
        digest: state.digest, visits: state.visits.count, events: state.events,
        logs: state.logs.map {
          Answer.Log(
            log: $0.chain.log.text, trips: $0.trips.map(\.text),
            records: $0.chain.records.count, complete: $0.isComplete,
            gaps: $0.chain.gaps.map { [$0.lowerBound, $0.upperBound] }, forks: $0.chain.forks)
        },
        reviews: state.reviews.map {
          ["kind": $0.kind.rawValue, "subject": $0.subject, "detail": $0.detail]
        }, quarantined: quarantine.count))
  }

  private struct Answer: Encodable {
    struct Log: Encodable {
      let log: String
      let trips: [String]
      let records: Int
      let complete: Bool
      let gaps: [[Int64]]
      let forks: [Int64]
    }

    let digest: String
    let visits: Int
    let events: Int
    let logs: [Log]
    let reviews: [[String: String]]
    let quarantined: Int
  }
}

/// `rounds sync receipt`: what a device may delete.
struct SyncReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "Writes a signed receipt for every log held.",
    discussion: "Example:\n  rounds sync receipt today.receipt")

  @Argument(help: "The file to write.")
  var file: String
  @Flag(help: "Replace the file if it is there.")
  var force = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let url = URL(fileURLWithPath: file)
    try OutputFile.refuseReplacing(url, force: force, terminal: terminal)
    guard let key = try OfficeKeys(workspace, isMaking: false).current else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noOfficeKey)
    }
    let receipts = Receipt.receipts(
      for: try workspace.records().set, state: try workspace.foldedState())
    try AtomicFile.write(try ReceiptFile.write(receipts, officeKey: key), to: url)
    for receipt in receipts {
      terminal.say("  \(receipt.log)  0–\(receipt.contiguous)  \(receipt.headCode ?? "–")")
    }
    try terminal.answer(
      receipts.map {
        ["log": $0.log.text, "contiguous": String($0.contiguous), "headCode": $0.headCode ?? ""]
      })
  }
}

/// `rounds sync rebuild`: derives everything from the records again.
struct SyncRebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Folds every record again from nothing.",
    discussion: "Example:\n  rounds sync rebuild")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: true)
    try workspace.refreshEffects()
    let state = try workspace.foldedState()
    workspace.terminal.say(state.digest)
    try workspace.terminal.answer(["digest": state.digest])
  }
}

/// Bytes as hexadecimal text.
enum Hexadecimal {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
