import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Quantities
import VisitSync

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
