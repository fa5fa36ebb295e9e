import Quantities
import RoadNetwork

extension OSRMService {
  /// The answer to `table`.
  func table(
    _ request: OSRMRequest, _ options: OSRMRequest.TableOptions, _ mode: TravelMode
  ) throws(OSRMError) -> JSONText {
    let positions = try positions(request, mode)
    let sources = options.sources.map { positions[$0] }
    let targets = options.destinations.map { positions[$0] }
    let table = network.table(sources: sources, targets: targets, mode: mode)
    let cells = TableCells(table: table, sources: sources, targets: targets, options: options)
    var members: [(key: String, value: JSONText)] = [("code", .text("Ok"))]
    if options.durations { members.append(("durations", .raw(cells.durations))) }
    if options.distances { members.append(("distances", .raw(cells.distances))) }
    if options.fallbackSpeed != nil {
      members.append(
        ("fallback_speed_cells", .list(cells.guessed.map { .list($0.map { .whole($0) }) })))
    }
    if !request.skipsWaypoints {
      members += [
        ("sources", .list(sources.map { waypoint($0, request, mode) })),
        ("destinations", .list(targets.map { waypoint($0, request, mode) })),
      ]
    }
    return .object(members)
  }
}

/// The cells of a table as OSRM writes them: seconds and metres, `null` without a way.
private struct TableCells {
  let table: TravelTable
  let sources: [RoadPosition]
  let targets: [RoadPosition]
  let options: OSRMRequest.TableOptions

  var durations: [UInt8] {
    rows { trip, row, column in
      let seconds =
        trip.map { Double($0.duration.value) }
        ?? options.fallbackSpeed.map { metres(row, column) / $0 }
      return seconds.map { $0 * options.scaleFactor }
    }
  }

  /// OSRM tells the crow's distance where it guesses the duration.
  var distances: [UInt8] {
    rows { trip, row, column in
      trip.map(\.distance.metres)
        ?? (options.fallbackSpeed == nil ? nil : metres(row, column))
    }
  }

  /// Cells without a way: row and column.
  var guessed: [[Int]] {
    sources.indices.flatMap { row in
      targets.indices.filter { table[row, $0] == nil }.map { [row, $0] }
    }
  }

  private func metres(_ row: Int, _ column: Int) -> Double {
    options.fallsBackFromInput
      ? sources[row].requested.metres(to: targets[column].requested)
      : sources[row].coordinate.metres(to: targets[column].coordinate)
  }

  private func rows(_ cell: (TravelTable.Trip?, Int, Int) -> Double?) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    bytes.reserveCapacity(table.durations.count * 7)
    for row in sources.indices {
      if row > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "["))
      for column in targets.indices {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        if let value = cell(table[row, column], row, column) {
          JSONText.write(value, digits: 1, to: &bytes)
        } else {
          bytes += "null".utf8
        }
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }
}
