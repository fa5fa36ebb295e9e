import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// `rounds sync review`: what a person must look at.
struct SyncReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Lists what a person must look at, and settles it.",
    subcommands: [SyncReviewListCommand.self, SyncReviewSettleCommand.self],
    defaultSubcommand: SyncReviewListCommand.self)
}

/// `rounds sync review list`: the open items.
struct SyncReviewListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists what a person must look at, with a code and the choices there are.",
    discussion: """
      Examples:
        rounds sync review list
        rounds sync review list --settled --json
      """)

  @Flag(help: "List what was settled instead.")
  var settled = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let state = try workspace.foldedState()
    if settled { return try listSettled(state, workspace) }
    let terminal = workspace.terminal
    for item in state.openItems {
      terminal.say(ReviewText.line(item, terminal))
      if let proposal = ReviewText.proposal(item, in: state) {
        terminal.say(
          "    "
            + terminal.phrases.sync.proposal(
              proposal.value, proposal.source, proposal.hasConsent))
      }
      if !item.choices.isEmpty {
        let choices = item.choices.map { ReviewText.choice($0, of: item, terminal) }
        terminal.say("    " + terminal.phrases.sync.choices(choices.joined(separator: ", ")))
      }
    }
    terminal.say(terminal.phrases.sync.reviewCount(state.openItems.count, state.settled.count))
    try terminal.answer(state.openItems.map { ReviewAnswer($0, in: state) })
  }

  private func listSettled(_ state: FoldedState, _ workspace: Workspace) throws {
    let terminal = workspace.terminal
    let decisions = try workspace.decisions()
    let lines = state.settled.map { one in
      Settled(
        item: ReviewAnswer(one.item, in: state), choice: one.choice,
        decisions: one.decisions.compactMap { name in
          decisions.first { $0.identity == name }.map(DecisionAnswer.init)
        })
    }
    for (one, line) in zip(state.settled, lines) {
      terminal.say(ReviewText.line(one.item, terminal))
      for decision in line.decisions {
        terminal.say(
          "    "
            + terminal.phrases.sync.settledBy(
              ReviewText.choice(one.choice, of: one.item, terminal), decision.by, decision.at,
              decision.reason))
      }
    }
    terminal.say(terminal.phrases.sync.reviewCount(state.openItems.count, state.settled.count))
    try terminal.answer(lines)
  }

  private struct Settled: Encodable {
    let item: ReviewAnswer
    let choice: String
    let decisions: [DecisionAnswer]
  }
}
