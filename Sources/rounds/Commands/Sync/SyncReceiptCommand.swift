import ArgumentParser
import Briefing
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// `rounds sync receipt`: what a device may delete.
struct SyncReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "Writes a signed receipt for every log held.",
    discussion: """
      A receipt says up to which record a log is here without a gap, the head code that stands for
      all of it, the attachments that are whole and those that are wanted again. A device deletes
      nothing that no receipt covers.

      Examples:
        rounds sync receipt today.receipt
        rounds sync receipt today.receipt --force --json
      """)

  @Argument(help: "The file to write.")
  var file: String
  @Flag(help: "Replace the file if it is there.")
  var force = false
  @Flag(help: "Tell what would be confirmed, and write nothing.")
  var dryRun = false
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let url = URL(fileURLWithPath: file)
    try OutputFile.refuseReplacing(url, force: force, terminal: terminal)
    guard let key = try OfficeKeys(workspace, keys, isMaking: false).current else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noOfficeKey)
    }
    let (set, context) = try workspace.records()
    let state = FoldedState(set, context: context)
    let receipts = Receipt.receipts(for: set, state: state)
    if !dryRun { try write(receipts, signedBy: key, to: url, workspace) }
    let parts = Dictionary(
      state.evidence.map { ($0.digest, $0.missingParts) }, uniquingKeysWith: { one, _ in one })
    for receipt in receipts {
      terminal.say(
        "  "
          + terminal.phrases.sync.receiptLine(
            receipt.log.text, Int(receipt.contiguous), receipt.headCode ?? "–", receipt.held.count,
            receipt.want.count))
    }
    terminal.say(terminal.phrases.sync.receiptWritten(url.path, receipts.count, dryRun))
    try terminal.answer(receipts.map { Answer($0, missingParts: parts) })
  }

  /// The file first: that a head is confirmed is kept only once somebody can read so.
  private func write(
    _ receipts: [Receipt], signedBy key: OfficeKey, to url: URL, _ workspace: Workspace
  ) throws {
    try AtomicFile.write(try ReceiptFile.write(receipts, officeKey: key), to: url)
    let heads = receipts.compactMap { receipt in
      receipt.head.map {
        ReceiptedHead(log: receipt.log.text, head: $0.text, contiguous: Int(receipt.contiguous))
      }
    }
    try workspace.stored { try $0.save(heads, at: workspace.now) }
  }

  private struct Answer: Encodable {
    struct Wanted: Encodable {
      let sha256: String
      let missingParts: [Int]
    }

    let log: String
    let contiguous: Int
    let head: String?
    let headCode: String?
    let held: [String]
    let want: [Wanted]

    init(_ receipt: Receipt, missingParts: [String: [Int]]) {
      log = receipt.log.text
      contiguous = Int(receipt.contiguous)
      head = receipt.head?.text
      headCode = receipt.headCode
      held = receipt.held
      want = receipt.want.map { Wanted(sha256: $0, missingParts: missingParts[$0] ?? []) }
    }
  }
}
