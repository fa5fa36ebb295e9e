import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Planning
import Press
import Quantities
import RoadNetwork

/// `rounds print`: what crews carry.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Writes one PDF a crew and day: map, stops, directions, checklists, dossiers.",
    discussion: """
      GPX, GeoJSON and a picture of the overview map lie beside each PDF. Every print is logged. A
      plan that the checker would refuse today is not printed: cases may have changed since it was
      made.

      Examples:
        rounds print --date 2026-11-23
        rounds print --date 2026-11-23 --crew C1 --privacy 3 --output sheets
      """)

  @Option(help: "The day.")
  var date: String
  @Option(help: "Only this crew.")
  var crew: String?
  @Option(help: "1 names, 2 initials, 3 tokens only.")
  var privacy = 2
  @Option(help: "The folder to write to; else out/DATE of the workspace.")
  var output: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let day = try DayOption.read(date, name: "--date") else { return }
    guard let level = PrivacyLevel(rawValue: privacy) else {
      throw ValidationError("--privacy \(privacy): 1, 2 or 3.")
    }
    let workspace = try Workspace(common, isWriting: true)
    let terminal = workspace.terminal
    try workspace.refreshEffects()
    let plan = try workspace.plan(nil)
    let routes = plan.routes.filter {
      $0.date == day && (crew == nil || $0.crew.text == crew)
    }
    guard !routes.isEmpty else {
      throw CommandFailure(.badInput, terminal.phrases.commands.nothingToPrint(date))
    }
    try workspace.refuseStale(plan)
    let folder =
      output.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? workspace.layout.output.appendingPathComponent(day.description, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let gathering = try SheetGathering(workspace, plan: plan)
    var sheets: [Sheet] = []
    for (position, route) in routes.enumerated() {
      sheets.append(try print(route, gathering, level, into: folder))
      terminal.progress(
        Progress(stage: "print", done: position + 1, total: routes.count))
    }
    for sheet in sheets { terminal.say("  \(sheet.file)  \(sheet.pages)") }
    terminal.say(
      terminal.phrases.messages.printed(sheets.count, sheets.reduce(0) { $0 + $1.pages }))
    try terminal.answer(sheets)
  }

  private struct Sheet: Encodable {
    let file: String
    let crew: String
    let date: String
    let pages: Int
    let bytes: Int
  }

  private func print(
    _ route: DailyRoute, _ gathering: SheetGathering, _ level: PrivacyLevel, into folder: URL
  ) throws -> Sheet {
    let workspace = gathering.workspace
    let sources = try gathering.sources(for: route)
    let sheet = SheetComposer(
      sources, language: workspace.terminal.language, privacy: level
    ).compose()
    let printed = SheetPress.pdf(sheet, map: gathering.roads)
    let name = "\(route.date)-\(route.crew)"
    let file = folder.appendingPathComponent("\(name).pdf")
    workspace.terminal.show(printed.diagnostics, of: file)
    // Logged first: a sheet that is out without a line in the log could never be counted in again.
    try workspace.stored {
      try $0.logPrint(
        plan: sources.planCode, crew: route.crew, date: route.date, pages: printed.pages,
        privacy: level.rawValue, at: workspace.now)
    }
    try AtomicFile.write(printed.pdf, to: file)
    try AtomicFile.write(
      MapDrawing.png(sheet, map: gathering.roads), to: folder.appendingPathComponent("\(name).png"))
    if let exchange = gathering.exchange(for: route, legs: sources.legs) {
      try AtomicFile.write(
        Array(exchange.gpx.utf8), to: folder.appendingPathComponent("\(name).gpx"))
      try AtomicFile.write(
        Array(exchange.geoJSON.utf8), to: folder.appendingPathComponent("\(name).geojson"))
    }
    return Sheet(
      file: file.path, crew: route.crew.text, date: route.date.description, pages: printed.pages,
      bytes: printed.pdf.count)
  }
}

extension Workspace {
  /// Refuses a plan that what is known today forbids, such as a stop whose case was put on hold.
  func refuseStale(_ plan: VisitPlan) throws {
    let visits = try completedVisits()
    let made = Set(visits.map(\.stop.visit))
    let crews = try crews()
    let checker = PlanChecker(
      cases: try casesForPlanning(from: plan.firstDay), crews: crews, rules: try rules(), now: now,
      promisesDue: OutcomeEffects.promisesDue(after: visits), visits: visits)
    let source = TravelSource(settings, roads: try roads())
    let times = try asking(source) { try source.times(for: plan, crews: crews) }
    let faults = checker.faults(in: plan, travel: times)
      .filter { fault in fault.visit.map { !made.contains($0) } ?? true }
      .filter { fault in fault.loanCase == nil }
    guard faults.isEmpty else {
      for fault in faults.prefix(20) {
        terminal.show(fault)
      }
      throw CommandFailure(.refused, terminal.phrases.commands.planStale(plan.code))
    }
  }
}
