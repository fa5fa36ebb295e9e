import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Quantities
import VisitRules

/// `rounds case`: looks at one case, and adds what the office decides.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Shows a case; places or lifts a hold; records an approval.",
    subcommands: [
      CaseShowCommand.self, CaseHoldCommand.self, CaseLiftCommand.self,
      CaseApproveCommand.self,
    ])
}

/// `rounds case show`: what is known of a case.
struct CaseShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows what is known of a case.",
    discussion: "Example:\n  rounds case show W-0042")

  @Argument(help: "The case number.")
  var loanCase: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let found = try workspace.findCase(loanCase)
    let words = terminal.phrases.words
    let language = terminal.language
    terminal.heading("\(found.id)  \(found.borrower.name)  \(words.caseStatus(found.status))")
    for loan in found.loans {
      terminal.say(
        "  \(loan.product) \(loan.id)  \(language.money(loan.overdue))  \(loan.overdueSince)")
    }
    for address in found.addresses {
      let place =
        address.location.map { "\($0.coordinate) (\(words.precision($0.precision)))" } ?? "–"
      terminal.say("  \(address.id)  \(words.addressKind(address.kind))  \(address.text)  \(place)")
    }
    for hold in found.holds {
      terminal.say("  \(words.hold(hold.kind))  \(hold.from) – \(hold.until?.description ?? "…")")
      if let lifting = hold.lifting {
        terminal.say(
          "    "
            + terminal.phrases.commands.liftedBy(
              language.date(lifting.free), lifting.by, lifting.reason))
      }
    }
    for contact in found.contacts {
      terminal.say(
        "  \(contact.at)  \(words.channel(contact.channel))  "
          + words.contactResult(contact.result))
    }
    try terminal.answer(
      Answer(
        caseNumber: found.id.text, status: found.status.rawValue,
        addresses: found.addresses.map {
          Answer.Place(
            id: $0.id.text, kind: $0.kind.rawValue, status: $0.status.rawValue,
            position: $0.location?.coordinate.description,
            precision: $0.location?.precision.code, isDoubtful: $0.location?.isDoubtful)
        },
        holds: found.holds.filter { $0.lifting.map { workspace.now.date < $0.free } ?? true }
          .map(\.kind.rawValue),
        liftedHolds: found.holds.compactMap(LiftedHold.init), contacts: found.contacts.count))
  }

  private struct Answer: Encodable {
    struct Place: Encodable {
      let id: String
      let kind: String
      let status: String
      let position: String?
      let precision: String?
      let isDoubtful: Bool?
    }

    let caseNumber: String
    let status: String
    let addresses: [Place]
    let holds: [String]
    let liftedHolds: [LiftedHold]
    let contacts: Int
  }
}

/// `rounds case hold`: a stop flag of the office.
struct CaseHoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Places a stop flag on a case.",
    discussion: """
      Example:
        rounds case hold W-0042 --kind dispute --until 2026-12-31
      """)

  @Argument(help: "The case number.")
  var loanCase: String
  @Option(help: "Why, such as dispute, complaint, hardship, bereavement, lawyer or deceased.")
  var kind: String
  @Option(help: "The first day; else today.")
  var from: String?
  @Option(help: "The last day; else until lifted.")
  var until: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: true)
    guard let kind = HoldKind(rawValue: kind) else {
      throw ValidationError(
        "--kind \(kind): known kinds are \(HoldKind.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    }
    let found = try workspace.findCase(loanCase)
    let hold = Hold(
      kind: kind, from: try DayOption.read(from, name: "--from") ?? workspace.now.date,
      until: try DayOption.read(until, name: "--until"))
    try workspace.stored { try $0.add(hold, to: found.id) }
    workspace.terminal.say(workspace.terminal.phrases.commands.holdPlaced(found.id.text))
    try workspace.terminal.answer(["caseNumber": found.id.text, "kind": kind.rawValue])
  }
}

/// `rounds case approve`: a supervisor's leave.
struct CaseApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Records a supervisor's approval under a rule.",
    discussion: """
      Example:
        rounds case approve W-0042 --rule risk.score --by "M. Hale" --reason "two cars, daylight" \\
          --until 2026-11-30
      """)

  @Argument(help: "The case number.")
  var loanCase: String
  @Option(help: "The rule's key, as rounds rules explain names it.")
  var rule: String
  @Option(help: "Who approves.")
  var by: String
  @Option(help: "Why.")
  var reason: String
  @Option(help: "The last day.")
  var until: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: true)
    let found = try workspace.findCase(loanCase)
    let known = try workspace.rules().packs.values.flatMap(\.entries).map(\.key.rawValue)
    guard known.contains(rule) else {
      throw ValidationError("--rule \(rule): no pack has such an entry; see rounds rules list.")
    }
    guard let last = try DayOption.read(until, name: "--until") else { return }
    let approval = Approval(rule: rule, by: by, reason: reason, expires: last)
    try workspace.stored { try $0.add(approval, to: found.id) }
    workspace.terminal.say(workspace.terminal.phrases.commands.approvalRecorded(found.id.text))
    try workspace.terminal.answer(["caseNumber": found.id.text, "rule": rule])
  }
}

extension Workspace {
  /// The case with a number.
  ///
  /// - Throws: ``CommandFailure`` when there is none.
  func findCase(_ number: String) throws -> LoanCase {
    guard let found = try stored({ try $0.findCase(Identifier(number)) }) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.unknownCase(number))
    }
    return found
  }
}
