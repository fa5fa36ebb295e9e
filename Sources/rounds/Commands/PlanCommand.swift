import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Planning
import Quantities

/// `rounds plan`: makes, shows and explains plans.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Makes the lawful work of several days, and explains it.",
    subcommands: [PlanMakeCommand.self, PlanShowCommand.self, PlanWhyCommand.self],
    defaultSubcommand: PlanMakeCommand.self)
}

/// `rounds plan --from DATE --days N`: makes a plan.
struct PlanMakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Plans several days for all crews; the independent checker has the last word.",
    discussion: """
      A plan that the checker refuses is not stored, and the plan before it stays current. The same
      seed and iterations give the same plan on any machine.

      Examples:
        rounds plan --from 2026-11-23 --days 3
        rounds plan --from 2026-11-23 --days 5 --iterations 200000 --seed 7 --json
      """)

  @Option(help: "The first day.")
  var from: String
  @Option(help: "How many days.")
  var days = 3
  @Option(help: "How long to search, in iterations for each share of the work.")
  var iterations = 10_000
  @Option(help: "Chance.")
  var seed: UInt64 = 1
  @Flag(help: "Show the plan and store nothing.")
  var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() async throws {
    guard let first = try DayOption.read(from, name: "--from") else { return }
    guard (1...14).contains(days) else { throw ValidationError("--days \(days): 1 to 14.") }
    guard iterations >= 0 else { throw ValidationError("--iterations \(iterations): not below 0.") }
    let workspace = try Workspace(common, isWriting: !dryRun)
    if !dryRun { try workspace.refreshEffects() }
    let result = try await PlanRun(
      workspace: workspace, dates: (0..<days).map { first.adding(days: $0) },
      effort: PlanRun.Effort(iterations: iterations, seed: seed)
    ).run()
    let terminal = workspace.terminal
    guard result.faults.isEmpty else {
      for fault in result.faults.prefix(50) {
        terminal.show(fault)
      }
      throw CommandFailure(.refused, terminal.phrases.messages.planRefused(result.faults.count))
    }
    if !dryRun { try workspace.stored { try $0.save(result.plan, at: workspace.now) } }
    try PlanTable(plan: result.plan, terminal: terminal).show()
    terminal.say(terminal.phrases.messages.planChecked)
    if dryRun { terminal.say(terminal.phrases.messages.dryRun) }
  }
}

/// `rounds plan show`: the current plan.
struct PlanShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows the current plan, or the one with a code.",
    discussion: "Examples:\n  rounds plan show\n  rounds plan show 7K2MQ9TD --json")

  @Argument(help: "The plan's code; else the current plan.")
  var code: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    try PlanTable(plan: try workspace.plan(code), terminal: workspace.terminal).show()
  }
}

/// `rounds plan why`: why a case is where it is, or is not in the plan.
struct PlanWhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Says where a case is in the current plan, or why it is not.",
    discussion: "Example:\n  rounds plan why W-0042")

  @Argument(help: "The case number.")
  var loanCase: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let plan = try workspace.plan(nil)
    let id = try workspace.findCase(loanCase).id
    for route in plan.routes {
      for stop in route.stops where stop.cases.contains(id) {
        let text = terminal.phrases.commands.plannedAt(
          terminal.language.date(route.date), terminal.language.time(stop.start), route.crew.text,
          stop.visit.text)
        terminal.say(text)
        for citation in stop.conditions {
          terminal.say("  \(terminal.phrases.sentence(for: citation, atRisk: stop.risk))")
        }
        try terminal.answer(["caseNumber": id.text, "planned": "true", "visit": stop.visit.text])
        return
      }
    }
    let reason = plan.unplanned.first { $0.loanCase == id }?.reason ?? .closed
    terminal.say(terminal.phrases.sentence(for: reason))
    try terminal.answer(["caseNumber": id.text, "planned": "false", "reason": reason.code])
  }
}

extension Workspace {
  /// The plan with a code, or the current one.
  ///
  /// - Throws: ``CommandFailure`` when there is none.
  func plan(_ code: String?) throws -> VisitPlan {
    if let code {
      guard let plan = try stored({ try $0.findPlan(code: code) }) else {
        throw CommandFailure(.badInput, terminal.phrases.commands.unknownPlan(code))
      }
      return plan
    }
    guard let plan = try stored({ try $0.findCurrentPlan() }) else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noPlan)
    }
    return plan
  }
}
