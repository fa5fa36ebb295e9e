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
    try terminal.answer(state.openItems.map(ReviewAnswer.init))
  }

  private func listSettled(_ state: FoldedState, _ workspace: Workspace) throws {
    let terminal = workspace.terminal
    let decisions = try workspace.decisions()
    let lines = state.settled.map { one in
      Settled(
        item: ReviewAnswer(one.item), choice: one.choice,
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

/// A decision as answers state it.
struct DecisionAnswer: Encodable {
  let identity: String
  let by: String
  let at: String
  let reason: String

  init(_ decision: OfficeDecision) {
    identity = decision.identity.text
    by = decision.by
    at = decision.at.description
    reason = decision.reason
  }
}

/// Who decides, and why; kept with the decision.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Who decides.")
  var by: String
  @Option(help: "Why; keep names and addresses out of it.")
  var reason: String
  @Flag(help: "Tell what would be decided, and change nothing.")
  var dryRun = false

  func validate() throws {
    for (name, text) in [("--by", by), ("--reason", reason)] {
      let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
      guard (1...500).contains(text.count) else {
        throw ValidationError("\(name): 1 to 500 characters are needed.")
      }
    }
  }
}

/// `rounds sync review settle`: a person's decision on one item.
struct SyncReviewSettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Settles an item; the decision is kept for ever, and a later one can replace it.",
    discussion: """
      Everything that was recorded stays. An event that comes in later and was not seen opens the
      item again.

      Examples:
        rounds sync review settle 7K2M-Q9TD --choose O01 --by "M. Hale" --reason "leader confirmed"
        rounds sync review settle 0VXE-41CC --choose seen --by "M. Hale" --reason "telephone is lost"
      """)

  @Argument(help: "The item's code, as sync review list shows it.")
  var code: String
  @Option(help: "One of the item's choices.")
  var choose: String
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !decision.dryRun)
    let terminal = workspace.terminal
    let state = try workspace.foldedState()
    let item = try find(in: state, terminal)
    guard item.choices.contains(choose) else {
      throw CommandFailure(
        .badInput, terminal.phrases.sync.noSuchChoice(choose, item.choices.joined(separator: ", ")))
    }
    let settlement = Settlement(item, choice: choose)
    let replaced = try workspace.decisions().filter { $0.isAbout(item) }.map(\.identity)
    let made = OfficeDecision(
      .settled(settlement), at: workspace.now, by: decision.by, reason: decision.reason,
      after: replaced)
    if !decision.dryRun { try workspace.keep(made) }
    terminal.say(ReviewText.line(item, terminal))
    terminal.say(
      terminal.phrases.sync.settled(
        ReviewText.choice(choose, of: item, terminal), decision.dryRun))
    try terminal.answer(
      Answer(
        item: ReviewAnswer(item), choice: choose, decision: made.identity.text,
        replaced: replaced.map(\.text), dryRun: decision.dryRun))
  }

  /// The open or settled item of the code that was typed.
  private func find(in state: FoldedState, _ terminal: Terminal) throws -> ReviewItem {
    func plain(_ text: String) -> String { text.uppercased().filter { $0 != "-" } }
    let items = state.openItems + state.settled.map(\.item)
    guard let item = items.first(where: { plain($0.code) == plain(code) }) else {
      throw CommandFailure(.badInput, terminal.phrases.sync.noSuchReview(code))
    }
    return item
  }

  private struct Answer: Encodable {
    let item: ReviewAnswer
    let choice: String
    let decision: String
    let replaced: [String]
    let dryRun: Bool
  }
}

extension OfficeDecision {
  /// Whether it settles `item`, perhaps in an earlier shape.
  fileprivate func isAbout(_ item: ReviewItem) -> Bool {
    guard case .settled(let settlement) = matter else { return false }
    return settlement.kind == item.kind.rawValue && settlement.subject == item.subject
      && settlement.detail == item.detail
      && (item.events.isEmpty || !Set(item.events).isDisjoint(with: settlement.events))
  }
}

extension Workspace {
  /// Every decision of the office.
  func decisions() throws -> [OfficeDecision] {
    try stored { try $0.listDecisions().map { try $0.decision() } }
  }

  /// Keeps a decision, and derives anew what visits did to cases.
  func keep(_ decision: OfficeDecision) throws {
    try stored {
      try $0.save([StoredDecision(identity: decision.identity.text, body: decision.text)])
    }
    try refreshEffects()
  }
}
