import ArgumentParser
import Briefing
import Foundation
import Gazetteer
import MapBuilding
import Quantities
import RoadNetwork

/// `rounds map`: builds, describes and asks maps.
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Builds the offline map of a workspace, and asks its roads.",
    subcommands: [
      MapBuildCommand.self, MapInfoCommand.self, MapProfilesCommand.self, MapInventCommand.self,
      MapRouteCommand.self, MapTableCommand.self, MapNearestCommand.self,
      MapIsochroneCommand.self,
    ])
}

/// `rounds map build`: an OpenStreetMap extract into a road file and a place file.
struct MapBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Reads an OpenStreetMap extract into the workspace's road and place files.",
    discussion: """
      The old map stays in use until the new one is whole.

      Examples:
        rounds map build isle-of-wight.osm.pbf
        rounds map build anhui.osm.pbf --workspace office --json
        rounds map build porto.osm.pbf --modes car --profiles own-profiles
      """)

  @Argument(help: "An extract: .osm.pbf, .osm, .osm.gz or .osm.bz2.")
  var extract: String
  @Option(help: "Travel modes to build, such as car,foot; else car,motorcycle,e-bike,foot.")
  var modes: String?
  @Option(
    help: ArgumentHelp(
      "Travel profiles to take before the bundled ones; else the workspace's profiles folder.",
      valueName: "DIR"))
  var profiles: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: true)
    let terminal = workspace.terminal
    let travelProfiles = try chosenProfiles(workspace)
    let started = ContinuousClock.now
    let (roads, places) = try readDrafts(MapBuilder(profiles: travelProfiles), terminal)
    let placeBytes = PlaceFileBuilder.build(places.draft)
    let (roadBytes, report) = try build(roads.draft, terminal)
    try FileManager.default.createDirectory(
      at: workspace.layout.map, withIntermediateDirectories: true)
    try AtomicFile.write([
      (placeBytes, workspace.layout.places), (roadBytes, workspace.layout.roads),
    ])
    terminal.show(roads.diagnostics + places.diagnostics, of: URL(fileURLWithPath: extract))
    let took = (ContinuousClock.now - started).formatted(.units(width: .narrow))
    terminal.say(
      terminal.phrases.messages.mapBuilt(
        terminal.language.number(report.junctions), terminal.language.number(report.roads),
        terminal.language.distance(Distance(metres: report.kilometres * 1000)))
        + terminal.phrases.remarks.comma + terminal.phrases.messages.took(took))
    for mode in report.modes {
      terminal.say(
        "  "
          + terminal.phrases.commands.modeLine(
            terminal.phrases.words.mode(mode.mode), mode.directedRoads, mode.droppedRoads))
    }
    terminal.say("  \(roads.draft.source.licenceLine)")
    try terminal.answer(
      Answer(
        junctions: report.junctions, roads: report.roads, kilometres: report.kilometres,
        roadFileBytes: roadBytes.count, placeFileBytes: placeBytes.count,
        modes: report.modes.map {
          Answer.Mode(
            mode: $0.mode.rawValue, directedRoads: $0.directedRoads, turns: $0.turns,
            droppedRoads: $0.droppedRoads, droppedKilometres: $0.droppedKilometres)
        }))
  }

  private struct Answer: Encodable {
    struct Mode: Encodable {
      let mode: String
      let directedRoads: Int
      let turns: Int
      let droppedRoads: Int
      let droppedKilometres: Double
    }

    let junctions: Int
    let roads: Int
    let kilometres: Double
    let roadFileBytes: Int
    let placeFileBytes: Int
    let modes: [Mode]
  }

  /// What the extract says of roads and places; the extract itself is forgotten before files are
  /// built, which need its memory.
  private func readDrafts(
    _ builder: MapBuilder, _ terminal: Terminal
  ) throws -> (roads: MapBuilder.RoadResult, places: MapBuilder.PlaceResult) {
    terminal.progress(Progress(stage: "map.read", done: 0))
    let read = try readExtract(terminal)
    terminal.progress(Progress(stage: "map.roads", done: 0))
    let roads = builder.roadDraft(from: read)
    terminal.progress(Progress(stage: "map.places", done: 0))
    return (roads, builder.placeDraft(from: read))
  }

  private func readExtract(_ terminal: Terminal) throws -> MapExtract {
    do {
      return try MapReader.read(path: extract)
    } catch {
      throw terminal.failure(error, path: extract)
    }
  }

  private func build(
    _ draft: RoadDraft, _ terminal: Terminal
  ) throws -> (bytes: [UInt8], report: RoadBuildReport) {
    do {
      return try RoadFileBuilder.build(draft, progress: terminal.progress)
    } catch {
      throw terminal.failure(error, path: extract)
    }
  }

  private func chosenProfiles(_ workspace: Workspace) throws -> [TravelProfile] {
    let modes = try modes.map(ModeOption.read) ?? [.car, .motorcycle, .eBike, .foot]
    let own = workspace.layout.profiles
    let folder = profiles.map { URL(fileURLWithPath: $0, isDirectory: true) }
    guard let folder = folder ?? (FileManager.default.fileExists(atPath: own.path) ? own : nil)
    else { return modes.map(TravelProfile.bundled) }
    return try ProfileFolder(folder: folder, terminal: workspace.terminal).profiles(of: modes)
  }
}

/// `rounds map info`: what is in the workspace's map.
struct MapInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Says what is in the workspace's map.",
    discussion: "Example:\n  rounds map info --json")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let roads = try workspace.roads()
    let places = try workspace.gazetteer()
    let summary = roads.summary
    let phrases = terminal.phrases.commands
    terminal.heading(summary.source.name)
    terminal.say(
      terminal.phrases.messages.mapBuilt(
        terminal.language.number(summary.junctions), terminal.language.number(summary.roads),
        terminal.language.distance(Distance(metres: summary.kilometres * 1000))))
    terminal.say(
      phrases.placesLine(places.summary.places, places.summary.streets, places.summary.houses))
    terminal.say(phrases.boundsLine("\(summary.bounds.southWest) – \(summary.bounds.northEast)"))
    if let date = summary.source.date { terminal.say(phrases.dataOf(terminal.language.date(date))) }
    terminal.say(phrases.drivingSide(summary.drivesOnLeft))
    for mode in summary.modes {
      terminal.say(
        "  "
          + phrases.modeLine(
            terminal.phrases.words.mode(mode.mode), mode.directedRoads, mode.droppedRoads))
    }
    terminal.say(summary.source.licenceLine)
    try terminal.answer(
      Answer(
        source: summary.source.name, date: summary.source.date?.description,
        licence: summary.source.licenceLine, checksum: String(roads.mapChecksum, radix: 16),
        drivesOnLeft: summary.drivesOnLeft,
        bounds: [summary.bounds.southWest.description, summary.bounds.northEast.description],
        junctions: summary.junctions, roads: summary.roads, kilometres: summary.kilometres,
        places: places.summary.places, streets: places.summary.streets,
        houses: places.summary.houses,
        modes: summary.modes.map {
          Answer.Mode(
            mode: $0.mode.rawValue, directedRoads: $0.directedRoads,
            droppedRoads: $0.droppedRoads, droppedKilometres: $0.droppedKilometres)
        }))
  }

  private struct Answer: Encodable {
    struct Mode: Encodable {
      let mode: String
      let directedRoads: Int
      let droppedRoads: Int
      let droppedKilometres: Double
    }

    let source: String
    let date: String?
    let licence: String
    let checksum: String
    let drivesOnLeft: Bool
    let bounds: [String]
    let junctions: Int
    let roads: Int
    let kilometres: Double
    let places: Int
    let streets: Int
    let houses: Int
    let modes: [Mode]
  }
}

/// `rounds map invent`: a town that exists nowhere.
struct MapInventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invent",
    abstract: "Invents a Chinese county town of a size, and writes it as OpenStreetMap XML.",
    discussion: """
      The same seed and size give the same town. It needs no workspace.

      Examples:
        rounds map invent --seed 7 --size 3000 --output qingxi.osm.gz
        rounds map invent --seed 1 --size 1000000 --output large.osm.gz
      """)

  @Option(help: "Chance.")
  var seed: UInt64 = 1
  @Option(help: "About how many junctions, 10 to 1,000,000.")
  var size = 3000
  @Option(help: "The file to write: .osm or .osm.gz.")
  var output: String
  @Flag(help: "Replace the file if it is there.")
  var force = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let terminal = common.terminal()
    guard (10...1_000_000).contains(size) else {
      throw ValidationError("--size \(size): 10 to 1,000,000.")
    }
    guard output.hasSuffix(".osm") || output.hasSuffix(".osm.gz") else {
      throw ValidationError("--output \(output): end the name in .osm or .osm.gz.")
    }
    let url = URL(fileURLWithPath: output)
    try OutputFile.refuseReplacing(url, force: force, terminal: terminal)
    terminal.progress(Progress(stage: "map.invent", done: 0))
    let extract = TownGenerator(seed: seed, size: size).extract()
    let writer = OSMXMLWriter(extract)
    try AtomicFile.write(output.hasSuffix(".gz") ? writer.gzipped() : writer.bytes(), to: url)
    terminal.say("\(output)  \(extract.nodeCount) / \(extract.wayCount)")
    try terminal.answer(
      Answer(file: output, seed: seed, nodes: extract.nodeCount, ways: extract.wayCount))
  }

  private struct Answer: Encodable {
    let file: String
    let seed: UInt64
    let nodes: Int
    let ways: Int
  }
}
