import ArgumentParser
import Briefing
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// `rounds sync rebuild`: derives everything from the records again.
struct SyncRebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Verifies and folds every record again from nothing, and compares with what stood.",
    discussion: """
      Every signature is checked again, the state is folded from nothing, and its hash must be the
      one that was kept at the last import. It ends with 2 when it is not: an import was interrupted
      or an earlier version folded otherwise; what follows from visits is then derived anew.

      Examples:
        rounds sync rebuild
        rounds sync rebuild --dry-run --json
      """)

  @Flag(help: "Compare only, and change nothing.")
  var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let (set, context) = try workspace.records()
    let refused = try verify(set, in: workspace)
    let before = try workspace.stored { try $0.findFoldState() }
    let digest = FoldedState(set, context: context).digest
    if !dryRun { try workspace.refreshEffects() }
    let isEqual = before == digest
    terminal.say(digest)
    terminal.say(
      terminal.phrases.sync.rebuilt(set.records.count, set.erasedStubs.count, refused.count))
    terminal.say(terminal.phrases.sync.rebuildVerdict(before == nil, isEqual, dryRun))
    for name in refused { terminal.remark(terminal.phrases.sync.recordRefused(name)) }
    try terminal.answer(
      Answer(
        digest: digest, before: before, equal: isEqual, records: set.records.count,
        erased: set.erasedStubs.count, refused: refused))
    if !refused.isEmpty || !(isEqual || before == nil) { throw ExitCode(2) }
  }

  /// The records whose signature or sender no longer holds.
  private func verify(_ set: RecordSet, in workspace: Workspace) throws -> [String] {
    var verifier = RecordVerifier(officeKeys: [], trips: try workspace.knownTrips())
    let progress = workspace.terminal.progress
    let records = set.records
    var refused: [String] = []
    for (position, record) in records.enumerated() {
      if (try? verifier.verify(signedText: record.signedText)) == nil {
        refused.append(record.identity.text)
      }
      progress(Progress(stage: "sync.rebuild", done: position + 1, total: records.count))
    }
    return refused
  }

  private struct Answer: Encodable {
    let digest: String
    let before: String?
    let equal: Bool
    let records: Int
    let erased: Int
    let refused: [String]
  }
}
