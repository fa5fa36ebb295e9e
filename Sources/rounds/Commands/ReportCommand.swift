import ArgumentParser
import Briefing
import FieldModel
import OfficeStore
import Planning
import Quantities

/// `rounds report`: figures of the work.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Shows visits planned, made, contacted, promised and kept, by crew and territory.",
    discussion: """
      Conduct stands beside recovery: incidents and complaints are in the same table.

      Example:
        rounds report --json
      """)

  @Option(help: "The plan's code; else the current plan.")
  var plan: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let plan = try workspace.plan(plan)
    let report = VisitReport(
      plan: plan, visits: try workspace.completedVisits().filter { plan.dates.contains($0.date) },
      cases: try workspace.stored { try $0.listCases() },
      territories: try workspace.stored { try $0.listTerritories() }, today: workspace.now.date)
    let messages = terminal.phrases.messages
    terminal.heading(plan.code)
    terminal.say(Self.row(Self.header(terminal.phrases), first: ""))
    terminal.say(Self.row(Self.figures(report.total), first: messages.reportTotal))
    for line in report.crews {
      terminal.say(Self.row(Self.figures(line), first: "\(messages.reportCrew) \(line.subject)"))
    }
    for line in report.territories {
      terminal.say(
        Self.row(Self.figures(line), first: "\(messages.reportTerritory) \(line.subject)"))
    }
    try terminal.answer(Answer(plan.code, report))
  }

  private static func header(_ phrases: Phrasebook) -> [String] {
    let messages = phrases.messages
    return [
      messages.reportPlanned, messages.reportMade, messages.reportContacted,
      messages.reportPromised, messages.reportKept, phrases.commands.reportBroken,
      phrases.commands.reportIncidents, phrases.commands.reportComplaints,
    ]
  }

  private static func figures(_ line: VisitReport.Line) -> [String] {
    [
      line.planned, line.made, line.contacted, line.promised, line.kept, line.broken,
      line.incidents, line.complaints,
    ].map(String.init)
  }

  private static func row(_ cells: [String], first: String) -> String {
    TableText.padded(first, to: 18) + cells.map { TableText.padded($0, to: 11) }.joined()
  }

  private struct Answer: Encodable {
    struct Line: Encodable {
      let subject: String
      let planned: Int
      let made: Int
      let contacted: Int
      let promised: Int
      let kept: Int
      let broken: Int
      let incidents: Int
      let complaints: Int
      let plannedSeconds: Int
      let plannedMetres: Int

      init(_ line: VisitReport.Line) {
        subject = line.subject
        planned = line.planned
        made = line.made
        contacted = line.contacted
        promised = line.promised
        kept = line.kept
        broken = line.broken
        incidents = line.incidents
        complaints = line.complaints
        plannedSeconds = Int(line.plannedTime.value)
        plannedMetres = Int(line.plannedDistance.metres)
      }
    }

    let plan: String
    let total: Line
    let crews: [Line]
    let territories: [Line]

    init(_ plan: String, _ report: VisitReport) {
      self.plan = plan
      total = Line(report.total)
      crews = report.crews.map(Line.init)
      territories = report.territories.map(Line.init)
    }
  }
}
