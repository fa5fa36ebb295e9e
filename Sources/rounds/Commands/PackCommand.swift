import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// `rounds pack`: what a crew's device carries.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Writes one sealed trip pack a crew and day, opened by the day key on their sheet.",
    discussion: """
      The day key is never in the pack. Print the sheets after packing, and the key stands on the
      crew's own cover page.

      Examples:
        rounds pack --date 2026-11-23
        rounds pack --date 2026-11-23 --crew C1 --output /media/stick
      """)

  @Option(help: "The day.")
  var date: String
  @Option(help: "Only this crew.")
  var crew: String?
  @Option(help: "The folder to write to; else out/DATE of the workspace.")
  var output: String?
  @Flag(help: "Make another pack where a crew has one already, with a new day key.")
  var again = false
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let day = try DayOption.read(date, name: "--date") else { return }
    let workspace = try Workspace(common, isWriting: true)
    let terminal = workspace.terminal
    try workspace.refreshEffects()
    let plan = try workspace.plan(nil)
    let routes = plan.routes.filter { $0.date == day && (crew == nil || $0.crew.text == crew) }
    guard !routes.isEmpty else {
      throw CommandFailure(.badInput, terminal.phrases.commands.nothingToPrint(date))
    }
    try workspace.refuseStale(plan)
    guard let key = try OfficeKeys(workspace, keys, isMaking: true).current else { return }
    let folder =
      output.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? workspace.layout.output.appendingPathComponent(day.description, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let gathering = try SheetGathering(workspace, plan: plan)
    let known = try workspace.stored { try $0.listTrips() }
    var packs: [Pack] = []
    for route in routes {
      let trip = known.last {
        $0.planCode == plan.code && $0.crew == route.crew && $0.date == route.date
      }
      guard trip == nil || again else {
        terminal.remark(terminal.phrases.commands.packedAlready(route.crew.text))
        continue
      }
      packs.append(try pack(route, gathering, key, into: folder))
    }
    for pack in packs { terminal.say("  \(pack.file)  \(pack.bytes)  \(pack.dayKey)") }
    terminal.say(
      terminal.phrases.messages.packed(
        packs.reduce(0) { $0 + $1.stops }, packs.reduce(0) { $0 + $1.bytes }))
    try terminal.answer(packs)
  }

  private struct Pack: Encodable {
    let file: String
    let crew: String
    let trip: String
    let dayKey: String
    let stops: Int
    let bytes: Int
  }

  private func pack(
    _ route: DailyRoute, _ gathering: SheetGathering, _ key: OfficeKey, into folder: URL
  ) throws -> Pack {
    let workspace = gathering.workspace
    let sources = try gathering.sources(for: route)
    var generator = SystemRandomNumberGenerator()
    let packing = TripPacking(
      workspace: workspace, plan: gathering.plan,
      cases: Dictionary(sources.cases.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }),
      checklist: sources.checklist, office: key.publicKey, salt: sources.tokenSalt)
    let pack = packing.pack(
      route, crew: sources.crew, triggers: sources.stopTriggers, using: &generator)
    let dayKey = DayKey(using: &generator)
    let bytes = try TripPackFile.write(pack, dayKey: dayKey, officeKey: key, using: &generator)
    let file = folder.appendingPathComponent("\(route.date)-\(route.crew).trip")
    // The file comes first: a trip that is remembered without one could not be packed again.
    try AtomicFile.write(bytes, to: file)
    try workspace.stored {
      try $0.save(
        StoredTrip(
          id: pack.trip.text, planCode: pack.plan, crew: route.crew, date: route.date,
          endorsingKey: pack.endorsingKey.publicKey.jwkText, dayKey: dayKey.code,
          issuedAt: workspace.now, officeKey: key.thumbprint))
    }
    return Pack(
      file: file.path, crew: route.crew.text, trip: pack.trip.text, dayKey: dayKey.code,
      stops: pack.stops.count, bytes: bytes.count)
  }
}
