import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// `rounds sync withdraw`: a visit that should not be made any more.
struct SyncWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Withdraws a visit that a crew has in its pack; tell the crew by telephone.",
    discussion: """
      A visit that is made all the same is kept, and listed for review as made after its withdrawal.

      Example:
        rounds sync withdraw VNB2WEN8F1 --by "M. Hale" --reason "paid this morning"
      """)

  @Argument(help: "The visit's number, as plan show and the sheet have it.")
  var visit: String
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !decision.dryRun)
    let terminal = workspace.terminal
    let name = Identifier<PlannedVisit>(visit)
    let known = try workspace.stored { try $0.listStops(of: [name]) }
    guard let stop = known[name] else {
      throw CommandFailure(.badInput, terminal.phrases.sync.unknownVisit(visit))
    }
    let made = OfficeDecision(
      .withdrawn(name), at: workspace.now, by: decision.by, reason: decision.reason)
    if !decision.dryRun { try workspace.keep(made) }
    terminal.say(
      terminal.phrases.sync.withdrawn(
        visit, stop.crew.text, terminal.language.date(stop.date), decision.dryRun))
    try terminal.answer(
      Answer(
        visit: visit, crew: stop.crew.text, date: stop.date.description,
        decision: made.identity.text, dryRun: decision.dryRun))
  }

  private struct Answer: Encodable {
    let visit: String
    let crew: String
    let date: String
    let decision: String
    let dryRun: Bool
  }
}
