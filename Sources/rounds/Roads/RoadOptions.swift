import ArgumentParser
import Briefing
import CaseImport
import Foundation
import MapBuilding
import Quantities
import RoadNetwork

/// Options of every command that asks the roads.
struct RoadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A road file to use instead of the workspace's map; no workspace is needed then.",
      valueName: "FILE"))
  var map: String?

  @Option(help: "Who travels: car, motorcycle, e-bike, bicycle or foot.")
  var mode = "car"

  @Option(
    help: ArgumentHelp(
      "When, by the clocks of the place: heeds hourly rules and speeds of roads.yaml.",
      valueName: "\"Mo 08:00\""))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "Closures, areas and hours to use with --map, as in a workspace's roads.yaml.",
      valueName: "FILE"))
  var roads: String?

  @Flag(help: "Points on the command line are longitude, latitude.")
  var lonLat = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let at, WeekMinute(at) == nil {
      throw ValidationError("--at \(at): write a time of the week as \"Mo 08:00\".")
    }
    if roads != nil, map == nil {
      throw ValidationError("--roads goes with --map; a workspace has its own roads.yaml.")
    }
    guard TravelMode(rawValue: mode) == nil else { return }
    let known = TravelMode.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("--mode \(mode): known modes are \(known).")
  }

  /// The roads that the options name: the workspace's, or those of files.
  ///
  /// - Throws: ``CommandFailure`` when a file is missing or cannot be used.
  func source() throws -> RoadSource {
    guard let map else { return try Workspace(common).roadSource() }
    let terminal = common.terminal()
    if let roads, !FileManager.default.fileExists(atPath: roads) {
      throw CommandFailure(.noInput, terminal.phrases.messages.missingFile(roads))
    }
    return try RoadSource(
      map: URL(fileURLWithPath: map), schedule: roads.map { URL(fileURLWithPath: $0) },
      terminal: terminal)
  }

  /// A place written on the command line.
  ///
  /// - Throws: `ValidationError` when it is no place.
  func place(_ text: String, name: String = "") throws -> Coordinate {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
    let place =
      numbers.count == 2
      ? Coordinate(
        degreesLatitude: numbers[lonLat ? 1 : 0], longitude: numbers[lonLat ? 0 : 1]) : nil
    guard let place else {
      let form = lonLat ? "-1.2954,50.7031" : "50.7031,-1.2954"
      throw ValidationError(
        "\(name.isEmpty ? "" : name + " ")\(text): write a place as \(form); put -- before places "
          + "that begin with a minus sign.")
    }
    return place
  }

  /// The places that the arguments and a file name, in this order.
  ///
  /// - Throws: `ValidationError` without any, ``CommandFailure`` for a file that cannot be used.
  func places(_ texts: [String], file: String?, terminal: Terminal) throws -> PlaceList {
    var list = PlaceList(
      points: try texts.map { NamedPoint(name: $0, coordinate: try place($0)) }, leftOut: 0)
    if let file {
      let read = try PlaceList(file: file, terminal: terminal)
      list.points += read.points
      list.leftOut += read.leftOut
    }
    guard !list.points.isEmpty else {
      throw ValidationError("Name a place such as 50.7031,-1.2954, or a file with --points.")
    }
    return list
  }
}

/// The roads that a command asks, and what it says about places off them.
struct RoadDesk {
  let roads: RoadNetwork
  let mode: TravelMode
  let terminal: Terminal

  /// How far from a place a road may be.
  static let reach = Distance(metres: 5000)

  /// Opens the map that `options` name.
  ///
  /// - Throws: ``CommandFailure`` when it is missing, damaged or has no roads for the mode.
  init(_ options: RoadOptions) throws {
    try self.init(options, source: try options.source())
  }

  private init(_ options: RoadOptions, source: RoadSource, at minuteOfWeek: Int? = nil) throws {
    terminal = source.terminal
    roads = source.network(at: minuteOfWeek ?? options.at.flatMap { WeekMinute($0)?.value })
    mode = TravelMode(rawValue: options.mode) ?? .car
    let modes = roads.summary.modes.map(\.mode)
    guard modes.contains(mode) else {
      let words = terminal.phrases.words
      throw CommandFailure(
        .unavailable,
        terminal.phrases.roads.noMode(
          words.mode(mode), terminal.language.list(modes.map(words.mode))))
    }
  }

  /// The roads as they are in each of the schedule's periods, by the first minute of its hours.
  ///
  /// - Throws: as ``init(_:)``, and ``CommandFailure`` when there is no period.
  static func eachPeriod(_ options: RoadOptions) throws -> [(period: String, desk: RoadDesk)] {
    let source = try options.source()
    guard !source.schedule.periods.isEmpty else {
      throw CommandFailure(.noInput, source.terminal.phrases.roads.noPeriods)
    }
    return try source.schedule.periods.map { period in
      let minute = period.hours.spans.first?.lowerBound
      return (period.name, try RoadDesk(options, source: source, at: minute))
    }
  }

  /// The place on the roads nearest to `place`.
  ///
  /// - Throws: ``CommandFailure`` saying how far off the map it lies.
  func position(_ place: Coordinate) throws -> RoadPosition {
    guard let position = roads.nearest(place, mode: mode, within: Self.reach) else {
      throw CommandFailure(.badInput, offRoads(place))
    }
    return position
  }

  /// Why there is no road at a place, in words.
  func offRoads(_ place: Coordinate) -> String {
    let phrases = terminal.phrases
    let bounds = roads.summary.bounds
    let away = bounds.nearest(to: place).metres(to: place)
    let other = Coordinate(
      degreesLatitude: place.degreesLongitude, longitude: place.degreesLatitude)
    let advice =
      other.map { bounds.contains($0) } == true && !bounds.contains(place)
      ? " " + phrases.roads.exchanged : ""
    guard away <= 0 else {
      return phrases.roads.offMap(
        "\(place)", terminal.language.distance(Distance(metres: min(away, 2e8))),
        "\(bounds.southWest) – \(bounds.northEast)") + advice
    }
    return phrases.roads.noRoadNear(
      "\(place)", phrases.words.mode(mode), terminal.language.distance(Self.reach)) + advice
  }

  /// What a street is called in the terminal's language.
  func name(of street: Street) -> String {
    let name = street.name(in: terminal.language == .english ? "en" : "zh-Hans")
    let text =
      street.reference.isEmpty || name.contains(street.reference)
      ? name : name.isEmpty ? street.reference : "\(name) (\(street.reference))"
    return text.isEmpty ? terminal.phrases.roads.unnamedRoad : text
  }
}

extension CoordinateBounds {
  /// The place of the box nearest to another: that itself if it lies in the box.
  func nearest(to place: Coordinate) -> Coordinate {
    Coordinate(
      latitude: min(max(place.latitude, southWest.latitude), northEast.latitude),
      longitude: min(max(place.longitude, southWest.longitude), northEast.longitude))
  }
}
