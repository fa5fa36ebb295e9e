import ArgumentParser
import Briefing
import FieldModel
import OfficeStore
import Planning
import Quantities
import VisitRules

/// `rounds follow-ups`: what outcomes ask for.
struct FollowUpsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-ups",
    abstract: "Lists what the outcomes of visits ask for: tasks, promises due, next lawful days.",
    discussion: """
      Examples:
        rounds follow-ups
        rounds follow-ups --until 2026-12-01 --json
      """)

  @Option(help: "Only tasks due by this day.")
  var until: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let last = try DayOption.read(until, name: "--until")
    let visits = try workspace.completedVisits()
    let lawful = try LawfulDays(workspace, visits: visits)
    let tasks = FollowUpRules(nextLawfulVisit: lawful.next).list(after: visits)
      .filter { task in last.map { task.due <= $0 } ?? true }
    for task in tasks {
      var line = terminal.phrases.messages.followUpLine(
        terminal.language.date(task.due), terminal.phrases.words.followUp(task.kind),
        task.loanCase.text)
      if let next = task.nextLawfulVisit {
        line += "  (\(terminal.phrases.messages.nextLawfulVisit(terminal.language.date(next))))"
      }
      terminal.say(line)
    }
    if tasks.isEmpty { terminal.say(terminal.phrases.commands.noFollowUps) }
    try terminal.answer(
      tasks.map {
        Answer(
          due: $0.due.description, task: $0.kind.rawValue, caseNumber: $0.loanCase.text,
          visit: $0.visit.text, outcome: $0.outcome.rawValue,
          nextLawfulVisit: $0.nextLawfulVisit?.description)
      })
  }

  private struct Answer: Encodable {
    let due: String
    let task: String
    let caseNumber: String
    let visit: String
    let outcome: String
    let nextLawfulVisit: String?
  }
}

/// Looks for the next day on which a visit would be lawful.
private struct LawfulDays {
  /// How far ahead is looked.
  private static let horizon = 60

  private let rules: RuleBook
  private let now: Instant
  private let cases: [Identifier<LoanCase>: LoanCase]
  private let byBorrower: [Identifier<Borrower>: [LoanCase]]
  private let promises: [Identifier<LoanCase>: ServiceDate]

  init(_ workspace: Workspace, visits: [CompletedVisit]) throws {
    rules = try workspace.rules()
    now = workspace.now
    let all = try workspace.stored { try $0.listCases() }
    cases = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    byBorrower = Dictionary(grouping: all, by: \.borrower.id)
    promises = OutcomeEffects.promisesDue(after: visits)
  }

  func next(of loanCase: Identifier<LoanCase>, from: ServiceDate) -> ServiceDate? {
    guard let found = cases[loanCase], found.status == .open,
      let group = byBorrower[found.borrower.id]
    else { return nil }
    var context = VisitContext(now: now)
    context.promiseDue = promises[loanCase]
    return (0..<Self.horizon).lazy.map { from.adding(days: $0) }.first { date in
      rules.explain(group, on: [date], context: context).contains(where: \.isAllowed)
    }
  }
}
