import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Planning
import Quantities
import RouteSolver

/// `rounds territories`: who works where.
struct TerritoriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "territories",
    abstract: "Groups located cases into balanced territories and gives these to crews.",
    subcommands: [
      TerritoriesBuildCommand.self, TerritoriesImportCommand.self, TerritoriesAssignCommand.self,
      TerritoriesListCommand.self, TerritoriesLockCommand.self, TerritoriesExportCommand.self,
    ])
}

/// `rounds territories build`: cuts cases into balanced, connected territories.
struct TerritoriesBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Cuts located cases into connected territories of equal expected work.",
    discussion: """
      Locked territories stay as they are; the rest is cut anew. The same seed gives the same
      territories.

      Examples:
        rounds territories build --count 4
        rounds territories build --count 4 --seed 7 --dry-run
      """)

  @Option(help: "How many territories, locked ones included.")
  var count: Int
  @Option(help: "Chance.")
  var seed: UInt64 = 1
  @Flag(help: "Show the territories and store nothing.")
  var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let ground = try TerritoryGround(workspace)
    let locked = try workspace.stored { try $0.listTerritories() }.filter(\.isLocked)
    guard count > locked.count, count <= 999 else {
      throw ValidationError("--count \(count): more than the \(locked.count) locked, at most 999.")
    }
    let kept = Set(locked.flatMap(\.borrowers))
    let free = ground.units.indices.filter { !kept.contains(ground.units[$0].borrower) }
    terminal.progress(Progress(stage: "territories.build", done: 0))
    let builder = TerritoryBuilder(
      units: free.map { ground.units[$0] }, matrix: ground.matrix.restricted(to: free))
    let taken = Set(locked.map(\.id))
    let built = TerritoryNumbers.renumber(
      builder.build(count: count - locked.count, seed: seed) { _ in "" }, avoiding: taken,
      name: terminal.phrases.commands.territoryName)
    let territories = (locked + built).sorted { $0.id < $1.id }
    if !dryRun { try workspace.stored { try $0.replaceTerritories(territories) } }
    try TerritoryTable(territories, ground: ground).show(terminal, seed: seed)
    if dryRun { terminal.say(terminal.phrases.messages.dryRun) }
  }
}

/// `rounds territories import`: a dispatcher's own regions.
struct TerritoriesImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes regions drawn by hand instead: polygons in GeoJSON.",
    discussion: """
      Properties read: id, name, crew, locked. Coordinates are WGS-84.

      Example:
        rounds territories import regions.geojson
      """)

  @Argument(help: "A GeoJSON file of polygons.")
  var file: String
  @Flag(help: "Show the territories and store nothing.")
  var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let url = URL(fileURLWithPath: file)
    let drawn = try TerritoryGeoJSON.read(
      try InputFile.read(url, terminal: terminal), file: url.path, terminal: terminal)
    let ground = try TerritoryGround(workspace)
    let (territories, outside) = TerritoryAssignment.assign(ground.units, to: drawn)
    let table = TerritoryTable(territories, ground: ground)
    if !dryRun { try workspace.stored { try $0.replaceTerritories(table.territories) } }
    try table.show(terminal, seed: nil)
    if !outside.isEmpty {
      terminal.remark(terminal.phrases.commands.outsideTerritories(outside.count))
    }
    if dryRun { terminal.say(terminal.phrases.messages.dryRun) }
  }
}

/// `rounds territories assign`: gives territories to crews.
struct TerritoriesAssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Gives territories to crews.",
    discussion: """
      Without arguments every territory that has no crew yet gets the one whose base is nearest by
      road among those with the fewest territories.

      Examples:
        rounds territories assign
        rounds territories assign T01 C2
      """)

  @Argument(help: "The territory.")
  var territory: String?
  @Argument(help: "The crew.")
  var crew: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: true)
    let terminal = workspace.terminal
    var territories = try workspace.stored { try $0.listTerritories() }
    let crews = try workspace.crews()
    if let territory {
      try assign(territory, in: &territories, crews, terminal)
    } else {
      try assignAll(&territories, crews, workspace)
    }
    try workspace.stored { try $0.replaceTerritories(territories) }
    for territory in territories {
      terminal.say("  \(territory.id)  \(territory.name)  \(territory.crew?.text ?? "–")")
    }
    try terminal.answer(
      territories.map { ["territory": $0.id.text, "crew": $0.crew?.text ?? ""] })
  }

  private func assign(
    _ id: String, in territories: inout [Territory], _ crews: [Crew], _ terminal: Terminal
  ) throws {
    guard let position = territories.firstIndex(where: { $0.id.text == id }) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.unknownTerritory(id))
    }
    guard let crew = crews.first(where: { $0.id.text == crew }) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.unknownCrew(crew ?? "–"))
    }
    territories[position].crew = crew.id
  }

  private func assignAll(
    _ territories: inout [Territory], _ crews: [Crew], _ workspace: Workspace
  ) throws {
    guard !crews.isEmpty else {
      throw CommandFailure(.badInput, workspace.terminal.phrases.commands.unknownCrew("–"))
    }
    let ground = try TerritoryGround(workspace)
    territories = CrewAssignment(crews: crews, units: ground.units) { bases, places, mode in
      ground.roads.travelMatrix(between: bases + places, mode: mode)
    }.assign(territories)
  }
}

/// `rounds territories list`: balance and shape.
struct TerritoriesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Shows the territories with figures of balance and shape.",
    discussion: "Example:\n  rounds territories list --json")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let territories = try workspace.stored { try $0.listTerritories() }
    try TerritoryTable(territories, ground: try TerritoryGround(workspace))
      .show(workspace.terminal, seed: nil)
  }
}

/// `rounds territories lock`: keeps a territory through a rebuild.
struct TerritoriesLockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Keeps territories as they are when others are built anew.",
    discussion: """
      Examples:
        rounds territories lock T01 T03
        rounds territories lock T01 --release
      """)

  @Argument(help: "The territories.")
  var territories: [String]
  @Flag(help: "Let them go again.")
  var release = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: true)
    var all = try workspace.stored { try $0.listTerritories() }
    for id in territories {
      guard let position = all.firstIndex(where: { $0.id.text == id }) else {
        throw CommandFailure(.badInput, workspace.terminal.phrases.commands.unknownTerritory(id))
      }
      all[position].isLocked = !release
    }
    try workspace.stored { try $0.replaceTerritories(all) }
    let locked = all.filter(\.isLocked).map(\.id.text)
    workspace.terminal.say(
      workspace.terminal.phrases.commands.lockedTerritories(locked.joined(separator: " ")))
    try workspace.terminal.answer(["locked": locked])
  }
}

/// `rounds territories export`: for any geographic information system.
struct TerritoriesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the territories as GeoJSON.",
    discussion: "Example:\n  rounds territories export territories.geojson")

  @Argument(help: "The file to write.")
  var file: String
  @Flag(help: "Replace the file if it is there.")
  var force = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let url = URL(fileURLWithPath: file)
    try OutputFile.refuseReplacing(url, force: force, terminal: workspace.terminal)
    let territories = try workspace.stored { try $0.listTerritories() }
    try AtomicFile.write(try TerritoryGeoJSON.write(territories), to: url)
    workspace.terminal.say(file)
    try workspace.terminal.answer(["file": file])
  }
}

/// Files that a command writes where a person said.
enum OutputFile {
  /// Refuses to replace a file unless told to.
  static func refuseReplacing(_ url: URL, force: Bool, terminal: Terminal) throws {
    guard force || !FileManager.default.fileExists(atPath: url.path) else {
      throw CommandFailure(.cannotWrite, terminal.phrases.commands.fileExists(url.path))
    }
  }
}
