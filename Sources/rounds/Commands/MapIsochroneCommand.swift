import ArgumentParser
import Briefing
import Foundation
import Quantities
import RoadNetwork

/// `rounds map isochrone`: what can be reached from a place within some minutes.
struct MapIsochroneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isochrone",
    abstract: "Says what can be reached from a place within some minutes, as areas on the map.",
    discussion: """
      Areas lie around the reached roads: to their buffer everything counts as reached. On long
      times the raster grows coarser, and the buffer with it; both stand in the result.

      Examples:
        rounds map isochrone 50.7031,-1.2954 --minutes 10,20,30
        rounds map isochrone 50.7031,-1.2954 --minutes 15 --geojson > quarter-hour.geojson
        rounds map isochrone 50.7031,-1.2954 --mode foot --minutes 30 --buffer 30 --json
      """)

  @Argument(help: "Where trips start.")
  var place: String
  @Option(help: "Times in minutes, separated by commas; each 1 to 600.")
  var minutes = "15"
  @Option(
    help: ArgumentHelp("How far from a road a place counts as reached.", valueName: "METRES"))
  var buffer = 50
  @Option(help: ArgumentHelp("The side of the raster's cells; else by range.", valueName: "METRES"))
  var resolution: Int?
  @Flag(help: "Write the areas as GeoJSON, the longest time first.")
  var geojson = false
  @Flag(help: "Add the reached roads to the GeoJSON.")
  var roads = false
  @OptionGroup var options: RoadOptions

  func run() throws {
    let limits = try limits()
    guard (1...5000).contains(buffer) else {
      throw ValidationError("--buffer \(buffer): 1 to 5000 metres.")
    }
    if let resolution, !(1...10_000).contains(resolution) {
      throw ValidationError("--resolution \(resolution): 1 to 10000 metres.")
    }
    let desk = try RoadDesk(options)
    let source = try desk.position(try options.place(place))
    let isochrones = desk.roads.isochrones(
      from: source, within: limits, mode: desk.mode,
      shape: Isochrone.Shape(
        resolution: resolution.map { Distance(metres: Double($0)) },
        buffer: Distance(metres: Double(buffer))), keepsStretches: true)
    if geojson { return try write(isochrones) }
    let terminal = desk.terminal
    for isochrone in isochrones {
      let answer = Answer(isochrone)
      terminal.say(
        terminal.phrases.roads.isochrone(
          terminal.language.duration(isochrone.limit), isochrone.polygons.count,
          String(format: "%.1f", answer.squareKilometres),
          terminal.language.distance(Distance(metres: answer.roadKilometres * 1000))))
    }
    try terminal.answer(isochrones.map(Answer.init))
  }

  private func limits() throws -> [Seconds] {
    let numbers = minutes.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...20).contains(numbers.count) else {
      throw ValidationError("--minutes \(minutes): 1 to 20 times.")
    }
    return try numbers.map { number in
      guard let number, (1...600).contains(number) else {
        throw ValidationError("--minutes \(minutes): whole minutes from 1 to 600, as in 10,20,30.")
      }
      return .minutes(number)
    }
  }

  private func write(_ isochrones: [Isochrone]) throws {
    var features: [GeoJSON.Feature<Answer>] = []
    for isochrone in isochrones.sorted(by: { $0.limit > $1.limit }) {
      features.append(
        GeoJSON.Feature(
          Answer(isochrone), .polygons(isochrone.polygons.map { [$0.outer] + $0.holes })))
      guard roads else { continue }
      let lines = isochrone.stretches.map(\.line).filter { $0.count > 1 }
      features.append(GeoJSON.Feature(Answer(isochrone), .lines(lines)))
    }
    try GeoJSON.Collection(features).write()
  }

  private struct Answer: Encodable {
    let minutes: Int
    let areas: Int
    let squareKilometres: Double
    let roadKilometres: Double
    let bufferMetres: Double
    let cellMetres: Double

    init(_ isochrone: Isochrone) {
      minutes = Int(isochrone.limit.value) / 60
      areas = isochrone.polygons.count
      let square = isochrone.polygons.reduce(0) { $0 + $1.squareMetres }
      squareKilometres = (square / 1000).rounded() / 1000
      roadKilometres = isochrone.stretches.reduce(0) { $0 + ($1.to - $1.from).kilometres }
      bufferMetres = isochrone.buffer.metres
      cellMetres = isochrone.cell.metres
    }
  }
}
