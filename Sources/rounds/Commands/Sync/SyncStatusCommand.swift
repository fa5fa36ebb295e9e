import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// `rounds sync status`: what is here, what is missing, what a person must settle.
struct SyncStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract:
      "Shows logs, gaps, forks, rollbacks, quarantined lines, attachments and what to settle.",
    discussion: "Example:\n  rounds sync status --json")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let state = try workspace.foldedState()
    let quarantine = try workspace.stored { try $0.listQuarantined() }
    let rollbacks = try workspace.stored { try $0.listRollbacks() }
    let erased = state.logs.reduce(0) { $0 + $1.erased }
    show(state, quarantine, rollbacks, workspace.terminal)
    try workspace.terminal.answer(
      Answer(
        digest: state.digest, visits: state.visits.count, events: state.events,
        logs: state.logs.map(Answer.Log.init),
        reviews: state.reviews.map { ReviewAnswer($0) },
        proposals: state.proposals.map { ReviewAnswer($0, in: state) },
        settled: state.settled.count, attachments: state.evidence.map(Answer.Attachment.init),
        want: state.evidence.filter { $0.status != .received }.map(\.digest),
        rollbacks: rollbacks.map(Answer.Rollback.init), erased: erased,
        quarantined: quarantine.count, quarantine: quarantine.map(Answer.Line.init)))
  }

  private func show(
    _ state: FoldedState, _ quarantine: [OfficeStore.QuarantinedLine],
    _ rollbacks: [StoredRollback], _ terminal: Terminal
  ) {
    let phrases = terminal.phrases
    for log in state.logs {
      let gaps = log.chain.gaps.map { "\($0.lowerBound)–\($0.upperBound)" }
      terminal.say(
        phrases.commands.logLine(
          log.trips.map(\.text).joined(separator: " "), log.chain.records.count,
          log.isComplete, gaps.joined(separator: " "), log.chain.forks.count))
    }
    for rollback in rollbacks {
      terminal.say(
        "  " + phrases.sync.rollbackLine(rollback.log, rollback.presented, rollback.known))
    }
    for line in quarantine {
      terminal.say(
        "  "
          + phrases.sync.quarantineLine(
            line.fileDigest, line.line, line.byteOffset,
            phrases.statement(of: Diagnostic(.error, "sync-\(line.reason)"))))
    }
    for item in state.openItems { terminal.say("  " + ReviewText.line(item, terminal)) }
    let attachments = state.evidence
    if !attachments.isEmpty {
      terminal.say(
        phrases.sync.attachments(
          attachments.count { $0.status == .received },
          attachments.count { $0.status == .expected }, attachments.count { $0.status == .corrupt }
        ))
    }
    for one in attachments where one.status != .received {
      terminal.say(
        "  "
          + phrases.sync.wanted(
            one.digest, one.status == .corrupt,
            one.missingParts.map { String($0) }.joined(separator: " ")))
    }
    terminal.say(
      phrases.commands.statusLine(state.visits.count, state.openItems.count, quarantine.count))
  }
}
