import ArgumentParser
import Briefing
import CaseImport
import Foundation
import Press
import Quantities
import RoadNetwork

/// `rounds map route`: the quickest way over some places, turn by turn.
struct MapRouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Tells the quickest way from one place over others to the last, turn by turn.",
    discussion: """
      Places are latitude,longitude in WGS-84, or rows of a file. Each is moved to the nearest road.

      Examples:
        rounds map route 50.7031,-1.2954 50.7279,-1.1602
        rounds map route 50.7031,-1.2954 50.7279,-1.1602 --mode foot --language zh-Hans
        rounds map route --map roads.rounds-road --points stops.csv --geojson > way.geojson
      """)

  @Argument(help: "Places, in the order in which they are passed.")
  var places: [String] = []
  @Option(help: "A file of places (CSV or GeoJSON), passed after those named here.")
  var points: String?
  @Flag(help: "Write the way as GeoJSON, one line a part.")
  var geojson = false
  @OptionGroup var options: RoadOptions

  private static let mostPlaces = 500

  func run() throws {
    let desk = try RoadDesk(options)
    let list = try options.places(places, file: points, terminal: desk.terminal)
    guard (2...Self.mostPlaces).contains(list.points.count) else {
      throw ValidationError(
        "\(list.points.count) places: a way needs at least 2 and may have \(Self.mostPlaces).")
    }
    let positions = try list.points.map { try desk.position($0.coordinate) }
    var search = PathSearch(in: desk.roads, mode: desk.mode)
    var legs: [RoadRoute] = []
    for (from, to) in zip(positions, positions.dropFirst()) {
      guard let leg = search.route(from: from, to: to) else {
        throw CommandFailure(
          .failure,
          desk.terminal.phrases.roads.noWay("\(from.requested)", "\(to.requested)"))
      }
      legs.append(leg)
    }
    try show(legs, positions, desk)
    if list.leftOut > 0 { throw ExitCode(2) }
  }

  private func show(_ legs: [RoadRoute], _ positions: [RoadPosition], _ desk: RoadDesk) throws {
    guard !geojson else {
      return try GeoJSON.Collection(
        legs.enumerated().map { position, leg in
          GeoJSON.Feature(
            LineProperties(
              part: position + 1, distanceMetres: leg.distance.metres,
              durationSeconds: Int(leg.duration.value)),
            leg.geometry.count > 1 ? .line(leg.geometry) : .line(leg.geometry + leg.geometry))
        }
      ).write()
    }
    let terminal = desk.terminal
    let distance = legs.reduce(Distance.zero) { $0 + $1.distance }
    let duration = legs.reduce(Seconds.zero) { $0 + $1.duration }
    terminal.heading(
      terminal.phrases.roads.whole(
        terminal.language.distance(distance), terminal.language.preciseDuration(duration)))
    for (number, leg) in legs.enumerated() {
      if legs.count > 1 {
        terminal.say(
          terminal.phrases.roads.leg(
            number + 1, terminal.language.distance(leg.distance),
            terminal.language.preciseDuration(leg.duration)))
      }
      for step in leg.steps { show(step, terminal) }
    }
    try terminal.answer(
      RouteAnswer(legs, positions, desk: desk, distance: distance, duration: duration))
  }

  private func show(_ step: RoadStep, _ terminal: Terminal) {
    let line = terminal.phrases.line(for: DirectionStep(step, in: terminal.language))
    var text = "  \(line.sign) \(line.text)"
    if !line.distance.isEmpty {
      text = TableText.padded(text, to: 56) + line.distance + "  "
      text += terminal.language.preciseDuration(step.duration)
    }
    terminal.say(text)
  }

  private struct LineProperties: Encodable {
    let part: Int
    let distanceMetres: Double
    let durationSeconds: Int
  }
}

/// A way as JSON.
private struct RouteAnswer: Encodable {
  struct Place: Encodable {
    let requested: String
    let position: String
    let movedMetres: Double
    let street: String
  }

  struct Step: Encodable {
    let text: String
    let position: String
    let bearing: Int
    let street: String
    let reference: String
    let distanceMetres: Double
    let durationSeconds: Int
  }

  struct Leg: Encodable {
    let distanceMetres: Double
    let durationSeconds: Int
    let steps: [Step]
  }

  let mode: String
  let distanceMetres: Double
  let durationSeconds: Int
  let places: [Place]
  let legs: [Leg]

  init(
    _ routes: [RoadRoute], _ positions: [RoadPosition], desk: RoadDesk, distance: Distance,
    duration: Seconds
  ) {
    mode = desk.mode.rawValue
    distanceMetres = distance.metres
    durationSeconds = Int(duration.value)
    places = positions.map {
      Place(
        requested: $0.requested.description, position: $0.coordinate.description,
        movedMetres: $0.moved.metres, street: desk.roads.street(at: $0).signpostedName)
    }
    let terminal = desk.terminal
    legs = routes.map { route in
      Leg(
        distanceMetres: route.distance.metres, durationSeconds: Int(route.duration.value),
        steps: route.steps.map { step in
          Step(
            text: terminal.phrases.line(for: DirectionStep(step, in: terminal.language)).text,
            position: step.coordinate.description, bearing: step.bearing,
            street: step.street.signpostedName, reference: step.street.reference,
            distanceMetres: step.distance.metres, durationSeconds: Int(step.duration.value))
        })
    }
  }
}
