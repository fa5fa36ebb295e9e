import ArgumentParser
import Briefing
import CaseImport
import Foundation
import Quantities
import RoadNetwork

/// `rounds map nearest`: the roads near some places.
struct MapNearestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nearest",
    abstract: "Lists the roads near places: how far, on which side, in which direction.",
    discussion: """
      The side is that on which the place lies, looking in the direction told. With --entrance the
      way in is moved to the road, and the side is still the place's.

      Examples:
        rounds map nearest 50.7031,-1.2954
        rounds map nearest 50.7031,-1.2954 --count 5 --within 200 --bearing 90 --json
        rounds map nearest 50.7031,-1.2954 --entrance 50.7028,-1.2949
        rounds map nearest --points doors.csv --mode foot --geojson > doors.geojson
      """)

  @Argument(help: "Places.")
  var places: [String] = []
  @Option(help: "A file of places (CSV or GeoJSON).")
  var points: String?
  @Option(help: "How many roads for each place, 1 to 100.")
  var count = 3
  @Option(help: ArgumentHelp("How far a road may be.", valueName: "METRES"))
  var within = 500
  @Option(help: "Only roads open in about this direction, degrees clockwise from north.")
  var bearing: Int?
  @Option(help: "How many degrees the direction may be off, 0 to 180.")
  var bearingRange = 45
  @Option(help: "Where one enters the compound that the one place lies in.")
  var entrance: String?
  @Flag(help: "Write the places on the roads as GeoJSON.")
  var geojson = false
  @OptionGroup var options: RoadOptions

  func run() throws {
    guard (1...RoadNetwork.mostCandidates).contains(count) else {
      throw ValidationError("--count \(count): 1 to \(RoadNetwork.mostCandidates).")
    }
    guard (1...100_000).contains(within) else {
      throw ValidationError("--within \(within): 1 to 100000 metres.")
    }
    if let bearing, !(0..<360).contains(bearing) {
      throw ValidationError("--bearing \(bearing): 0 to 359 degrees.")
    }
    guard (0...180).contains(bearingRange) else {
      throw ValidationError("--bearing-range \(bearingRange): 0 to 180 degrees.")
    }
    guard entrance == nil || places.count == 1 && points == nil else {
      throw ValidationError("--entrance: name the one place that it leads to.")
    }
    let desk = try RoadDesk(options)
    let list = try options.places(places, file: points, terminal: desk.terminal)
    let gate = try entrance.map { try options.place($0, name: "--entrance") }
    let found = list.points.map { point in
      desk.roads.nearest(
        point.coordinate, mode: desk.mode, count: count,
        within: Distance(metres: Double(within)),
        bearing: bearing.map { BearingRange($0, range: bearingRange) }, entrance: gate)
    }
    try show(list, found, desk)
    if found.allSatisfy(\.isEmpty) { throw ExitCode(CommandFailure.Code.failure.rawValue) }
    if list.leftOut > 0 { throw ExitCode(2) }
  }

  private func show(_ list: PlaceList, _ found: [[RoadCandidate]], _ desk: RoadDesk) throws {
    let terminal = desk.terminal
    let answers = zip(list.points, found).map { Answer($0, $1) }
    if geojson {
      return try GeoJSON.Collection(
        zip(answers, found).flatMap { answer, candidates in
          zip(answer.roads, candidates).map {
            GeoJSON.Feature($0, .point($1.position.coordinate))
          }
        }
      ).write()
    }
    for (point, candidates) in zip(list.points, found) {
      let isAlone = list.points.count == 1
      if !isAlone { terminal.heading(point.name) }
      for candidate in candidates { terminal.say((isAlone ? "" : "  ") + text(candidate, desk)) }
      if candidates.isEmpty {
        let isOff = desk.roads.summary.bounds.nearest(to: point.coordinate) != point.coordinate
        terminal.remark(
          isOff
            ? desk.offRoads(point.coordinate) : terminal.phrases.roads.noCandidate(point.name))
      }
    }
    try terminal.answer(answers)
  }

  private func text(_ candidate: RoadCandidate, _ desk: RoadDesk) -> String {
    let phrases = desk.terminal.phrases.roads
    let side: DirectionStep.Side? =
      switch candidate.side {
      case .left: .left
      case .right: .right
      case .onLine: nil
      }
    let distance = desk.terminal.language.distance(candidate.reach)
    return phrases.candidate(
      distance, desk.name(of: candidate.street), phrases.side(side),
      phrases.compass(DirectionStep.CompassPoint(bearing: Double(candidate.bearing))))
  }

  private struct Answer: Encodable {
    struct Road: Encodable {
      let place: String
      let position: String
      let distanceMetres: Double
      let side: String
      let bearing: Int
      let bothWays: Bool
      let street: String
      let reference: String
    }

    let place: String
    let requested: String
    let entrance: String?
    let roads: [Road]

    init(_ point: NamedPoint, _ candidates: [RoadCandidate]) {
      place = point.name
      requested = point.coordinate.description
      entrance = candidates.first?.entrance?.description
      roads = candidates.map {
        Road(
          place: point.name, position: $0.position.coordinate.description,
          distanceMetres: $0.reach.metres, side: $0.side.rawValue, bearing: $0.bearing,
          bothWays: $0.isBothWays, street: $0.street.signpostedName,
          reference: $0.street.reference)
      }
    }
  }
}
