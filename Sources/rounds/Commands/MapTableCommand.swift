import ArgumentParser
import Briefing
import CaseImport
import Foundation
import Quantities
import RoadNetwork

/// `rounds map table`: times and distances between all places of two files.
struct MapTableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Writes times and distances from all places of a file to all of another.",
    discussion: """
      Rows are made in stripes and written as they come, so that a table of 20,000 × 20,000 trips
      fits any machine. A place with no road near keeps its row and column, without a way.

      Examples:
        rounds map table --from depots.csv --to doors.csv --output table.csv
        rounds map table --from doors.csv --output doors.rounds-table --format binary --threads 2
        rounds map table --map roads.rounds-road --from a.geojson --output a.jsonl --format json
        rounds map table --from doors.csv --output doors.csv --periods
      """)

  @Option(help: "Where trips start: a file of places (CSV or GeoJSON).")
  var from: String
  @Option(help: "Where they end; else the places of --from.")
  var to: String?
  @Option(help: "The file to write.")
  var output: String
  @Option(help: "csv: a line a trip; json: an object a line and row; binary: a table file.")
  var format = TableForm.csv.rawValue
  @Option(help: "How many stripes to make at once, 1 to 64; else one for each processor.")
  var threads: Int?
  @Flag(help: "Write one file for each period of roads.yaml; its number goes before the ending.")
  var periods = false
  @Flag(help: "Replace the file if it is there.")
  var force = false
  @OptionGroup var options: RoadOptions

  private static let mostCells = 1 << 33

  func run() async throws {
    guard let form = TableForm(rawValue: format) else {
      throw ValidationError("--format \(format): csv, json or binary.")
    }
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads \(threads): 1 to 64.")
    }
    guard periods else {
      let answer = try await write(form, try RoadDesk(options), to: output, period: nil)
      try options.common.terminal().answer(answer)
      return try finish([answer])
    }
    var answers: [Answer] = []
    for (number, (period, desk)) in try RoadDesk.eachPeriod(options).enumerated() {
      let name = Self.numbered(output, number + 1)
      answers.append(try await write(form, desk, to: name, period: period))
    }
    try options.common.terminal().answer(answers)
    try finish(answers)
  }

  private func finish(_ answers: [Answer]) throws {
    if answers.contains(where: { $0.rowsLeftOut > 0 }) { throw ExitCode(2) }
  }

  /// A file name with a number before its ending.
  private static func numbered(_ name: String, _ number: Int) -> String {
    let url = URL(fileURLWithPath: name)
    let ending = url.pathExtension
    guard !ending.isEmpty else { return "\(name).\(number)" }
    return "\(name.dropLast(ending.count + 1)).\(number).\(ending)"
  }

  private func write(
    _ form: TableForm, _ desk: RoadDesk, to output: String, period: String?
  ) async throws -> Answer {
    let terminal = desk.terminal
    let url = URL(fileURLWithPath: output)
    try OutputFile.refuseReplacing(url, force: force, terminal: terminal)
    let sources = try PlaceList(file: from, terminal: terminal)
    let targets = try to.map { try PlaceList(file: $0, terminal: terminal) } ?? sources
    guard sources.points.count <= Self.mostCells / targets.points.count else {
      throw CommandFailure(.badInput, terminal.phrases.commands.fileTooLarge(from))
    }
    let starts = Snapped(sources.points, desk)
    let ends = to == nil ? starts : Snapped(targets.points, desk)
    let off = starts.off + (to == nil ? 0 : ends.off)
    if off > 0 { terminal.remark(terminal.phrases.roads.placesOff(off)) }
    let table = StripedTable(
      stream: TableStream(
        in: desk.roads, targets: ends.positions.compactMap { $0 }, mode: desk.mode),
      starts: starts.positions, ends: ends.positions,
      writer: TableRowWriter(
        form: form,
        file: TableFile(
          sourceCount: starts.positions.count, targetCount: ends.positions.count,
          mapChecksum: desk.roads.mapChecksum, mode: desk.mode),
        sources: sources.points.map(\.name), targets: targets.points.map(\.name)))
    let unreachable = try await table.write(
      to: url, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      progress: terminal.progress)
    let language = terminal.language
    terminal.say(
      terminal.phrases.roads.tableWritten(
        language.number(starts.positions.count), language.number(ends.positions.count),
        language.number(unreachable), output)
        + (period.map { terminal.phrases.remarks.comma + $0 } ?? ""))
    return Answer(
      file: output, format: format, mode: desk.mode.rawValue, period: period,
      sources: starts.positions.count, targets: ends.positions.count, unreachable: unreachable,
      placesOffTheRoads: off,
      rowsLeftOut: sources.leftOut + (to == nil ? 0 : targets.leftOut))
  }

  private struct Answer: Encodable {
    let file: String
    let format: String
    let mode: String
    let period: String?
    let sources: Int
    let targets: Int
    let unreachable: Int
    let placesOffTheRoads: Int
    let rowsLeftOut: Int
  }
}

/// Places moved to the roads.
private struct Snapped {
  /// One for each place; `nil` where no road is near.
  var positions: [RoadPosition?] = []
  var off: Int { positions.count { $0 == nil } }

  init(_ places: [NamedPoint], _ desk: RoadDesk) {
    let progress = desk.terminal.progress
    positions.reserveCapacity(places.count)
    for (number, place) in places.enumerated() {
      if number % 1000 == 0 {
        progress(Progress(stage: "roads.snap", done: number, total: places.count))
      }
      positions.append(
        desk.roads.nearest(place.coordinate, mode: desk.mode, within: RoadDesk.reach))
    }
  }
}
