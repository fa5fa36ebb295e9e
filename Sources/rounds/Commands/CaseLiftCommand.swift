import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Quantities

/// `rounds case lift`: ends a stop flag that the office or a visit placed.
struct CaseLiftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lift", abstract: "Lifts a stop flag from a case, and keeps who did so and why.",
    discussion: """
      Flags of the office and of visits are lifted; those of a lender's file end with the file, and
      contested visit records by being settled. A quiet period that the rules ask for after a flag
      still runs to its end, unless the flag was placed by mistake.

      Examples:
        rounds case lift W-0042 --kind dispute --by "M. Hale" --reason "answered in writing" --dry-run
        rounds case lift W-0042 --kind bereavement --mistaken --by "M. Hale" --reason "another case"
      """)

  @Argument(help: "The case number.")
  var loanCase: String
  @Option(help: "Which flag, as case show names it, such as dispute or hardship.")
  var kind: String
  @Option(help: "Who lifts it.")
  var by: String
  @Option(help: "Why.")
  var reason: String
  @Option(help: "Only the flag that begins on this day.")
  var from: String?
  @Option(help: "The first day on which it holds no more; else today.")
  var on: String?
  @Flag(help: "It should never have been placed, so that no quiet period follows either.")
  var mistaken = false
  @Flag(help: "Tell what would be lifted, and change nothing.")
  var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let search = HoldSearch(
      of: try workspace.findCase(loanCase).id, kind: try readKind(),
      from: try DayOption.read(from, name: "--from"))
    let lifting = HoldLifting(
      free: try DayOption.read(on, name: "--on") ?? workspace.now.date, by: try named(by, "--by"),
      reason: try named(reason, "--reason"), isMistake: mistaken)
    let found = try workspace.stored { try $0.listLiftable(search, on: lifting.free) }
    guard !found.isEmpty else { throw try refusal(search, workspace) }
    let moment = workspace.now
    let lifted =
      dryRun ? found : try workspace.stored { try $0.lift(search, lifting, at: moment) }
    try report(lifted, lifting, search, workspace.terminal)
  }

  private func readKind() throws -> HoldKind {
    guard let kind = HoldKind(rawValue: kind) else {
      throw ValidationError(
        "--kind \(kind): known kinds are \(HoldKind.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    }
    return kind
  }

  private func named(_ text: String, _ option: String) throws -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, text.count <= 500 else {
      throw ValidationError("\(option): 1 to 500 characters are needed.")
    }
    return text
  }

  /// Why nothing can be lifted: a flag that is not the office's, or none at all.
  private func refusal(_ search: HoldSearch, _ workspace: Workspace) throws -> CommandFailure {
    let phrases = workspace.terminal.phrases
    let word = phrases.words.hold(search.kind)
    let stands = try workspace.findCase(loanCase).holds.contains {
      $0.kind == search.kind && $0.applies(on: workspace.now.date)
    }
    return CommandFailure(
      .badInput,
      !stands
        ? phrases.commands.noHoldToLift(loanCase, word)
        : search.kind == .unsettled
          ? phrases.commands.holdIsContested(loanCase)
          : phrases.commands.holdOfOthers(loanCase, word))
  }

  private func report(
    _ holds: [Hold], _ lifting: HoldLifting, _ search: HoldSearch, _ terminal: Terminal
  ) throws {
    for hold in holds {
      terminal.say(
        "  \(terminal.phrases.words.hold(hold.kind))  "
          + "\(hold.from) – \(hold.until?.description ?? "…")")
    }
    let day = terminal.language.date(lifting.free)
    terminal.say(
      dryRun
        ? terminal.phrases.commands.holdsWouldBeLifted(holds.count, day)
        : terminal.phrases.commands.holdsLifted(holds.count, day))
    let lifted = holds.map { hold in
      var hold = hold
      hold.lifting = lifting
      return hold
    }
    try terminal.answer(
      Answer(
        caseNumber: search.loanCase.text, dryRun: dryRun,
        lifted: lifted.compactMap(LiftedHold.init)))
  }

  private struct Answer: Encodable {
    let caseNumber: String
    let dryRun: Bool
    let lifted: [LiftedHold]
  }
}

/// A lifted hold as answers state it.
struct LiftedHold: Encodable {
  let kind: String
  let from: String
  let until: String?
  let free: String
  let by: String
  let reason: String
  let isMistake: Bool

  /// The hold, if it was lifted.
  init?(_ hold: Hold) {
    guard let lifting = hold.lifting else { return nil }
    kind = hold.kind.rawValue
    from = hold.from.description
    until = hold.until?.description
    free = lifting.free.description
    by = lifting.by
    reason = lifting.reason
    isMistake = lifting.isMistake
  }
}
