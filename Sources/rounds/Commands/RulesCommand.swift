import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Planning
import Quantities
import VisitRules

/// `rounds rules`: what the rules say and why.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Shows the rules and what they say of a case.",
    subcommands: [RulesListCommand.self, RulesExplainCommand.self])
}

/// `rounds rules list`: every entry of the workspace's packs.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists every entry of the packs with its source.",
    discussion: "Example:\n  rounds rules list --json")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let book = try workspace.rules()
    let packs = book.packs.values.sorted { $0.code < $1.code }
    for pack in packs {
      let isChinese = terminal.language == .simplifiedChinese
      terminal.heading("\(pack.code)  \(isChinese ? pack.name.chinese : pack.name.english)")
      terminal.say(isChinese ? pack.notice.chinese : pack.notice.english)
      for entry in pack.entries {
        terminal.say(
          "  \(entry.key.rawValue)  [\(entry.effect.rawValue), \(entry.confidence.rawValue)]  "
            + "\(entry.source)")
      }
    }
    try terminal.answer(
      packs.map { pack in
        PackAnswer(
          code: pack.code, notice: pack.notice.english,
          entries: pack.entries.map {
            PackAnswer.Entry(
              key: $0.key.rawValue, effect: $0.effect.rawValue, source: $0.source,
              status: $0.status.rawValue, confidence: $0.confidence.rawValue,
              checkedOn: $0.checkedOn.description)
          })
      })
  }

  private struct PackAnswer: Encodable {
    struct Entry: Encodable {
      let key: String
      let effect: String
      let source: String
      let status: String
      let confidence: String
      let checkedOn: String
    }

    let code: String
    let notice: String
    let entries: [Entry]
  }
}

/// `rounds rules explain`: which rules allow, forbid or condition a visit, day by day.
struct RulesExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says which rules allow, forbid or condition a visit on each day, and their sources.",
    discussion: """
      Examples:
        rounds rules explain W-0042
        rounds rules explain W-0042 --from 2026-11-23 --days 5 --json
      """)

  @Argument(help: "The case number.")
  var loanCase: String
  @Option(help: "The first day; else tomorrow.")
  var from: String?
  @Option(help: "How many days.")
  var days = 5
  @Flag(help: "Also rules that are met and only allow.")
  var all = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let cases = try workspace.stored { try $0.listCases() }
    guard let wanted = cases.first(where: { $0.id.text == loanCase }) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.unknownCase(loanCase))
    }
    let group = cases.filter { $0.borrower.id == wanted.borrower.id }
    let first = try DayOption.read(from, name: "--from") ?? workspace.now.date.adding(days: 1)
    guard (1...60).contains(days) else { throw ValidationError("--days \(days): 1 to 60.") }
    var context = VisitContext(now: workspace.now)
    context.promiseDue =
      OutcomeEffects.promisesDue(after: try workspace.completedVisits())[wanted.id]
    let assessments = try workspace.rules().explain(
      group, on: (0..<days).map { first.adding(days: $0) }, context: context)
    for assessment in assessments { show(assessment, terminal) }
    if assessments.isEmpty { terminal.say(terminal.phrases.reasons.noVisitableAddress) }
    try terminal.answer(assessments.map(AssessmentAnswer.init))
  }

  private func show(_ assessment: VisitAssessment, _ terminal: Terminal) {
    let language = terminal.language
    let phrases = terminal.phrases
    let hours =
      assessment.isAllowed ? language.windows(assessment.windows) : phrases.commands.noHours
    terminal.heading("\(language.date(assessment.date))  \(assessment.address)  \(hours)")
    for verdict in assessment.verdicts where all || verdict.outcome != .allows {
      let citation = verdict.citation
      let mark =
        switch verdict.outcome {
        case .allows: "+"
        case .conditions: "!"
        case .forbids: "×"
        }
      terminal.say("  \(mark) \(phrases.sentence(for: verdict.code, verdict.arguments))")
      terminal.say(
        "      \(citation.pack) \(citation.key) [\(citation.effect.rawValue)] "
          + citation.source)
      if let next = verdict.nextLawful {
        terminal.say("      \(phrases.messages.nextLawfulVisit(language.date(next)))")
      }
    }
  }

  private struct AssessmentAnswer: Encodable {
    struct Verdict: Encodable {
      let outcome: String
      let code: String
      let arguments: [String]
      let pack: String
      let key: String
      let effect: String
      let source: String
      let nextLawful: String?
    }

    let date: String
    let address: String
    let allowed: Bool
    let windows: [String]
    let risk: String
    let verdicts: [Verdict]

    init(_ assessment: VisitAssessment) {
      date = assessment.date.description
      address = assessment.address.text
      allowed = assessment.isAllowed
      windows = assessment.windows.map(\.description)
      risk = "\(assessment.risk.tier)"
      verdicts = assessment.verdicts.map {
        Verdict(
          outcome: "\($0.outcome)", code: $0.code.rawValue, arguments: $0.arguments,
          pack: $0.citation.pack, key: $0.citation.key, effect: $0.citation.effect.rawValue,
          source: $0.citation.source, nextLawful: $0.nextLawful?.description)
      }
    }
  }
}

/// Days as options.
enum DayOption {
  /// The day written `text`; `nil` when there is none.
  static func read(_ text: String?, name: String) throws -> ServiceDate? {
    guard let text else { return nil }
    guard let date = ServiceDate(text) else {
      throw ValidationError("\(name) \(text): write the day as 2026-11-23.")
    }
    return date
  }
}
