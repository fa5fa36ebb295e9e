import Foundation
import Quantities
import RoadNetwork

/// The forms in which a table of travel is written to a file.
enum TableForm: String, CaseIterable {
  /// One line a trip: from, to, seconds, metres.
  case csv
  /// One JSON object a line and row: from, seconds and metres to each place; null without a way.
  case json
  /// The table file of the article `TableFile`.
  case binary
}

/// Writes rows of a table in one of its forms; several tasks may ask it for rows at once.
struct TableRowWriter: Sendable {
  let form: TableForm
  let file: TableFile
  /// What the rows and columns are called.
  let sources: [String]
  let targets: [String]

  /// What stands before all rows.
  var head: [UInt8] {
    switch form {
    case .csv: Array("from,to,seconds,metres\n".utf8)
    case .json:
      Array("{\"to\":[\(targets.map(Self.json).joined(separator: ","))]}\n".utf8)
    case .binary: file.header
    }
  }

  /// The rows of sources from number `first`.
  func rows(_ table: TravelTable, first: Int) -> [UInt8] {
    switch form {
    case .csv: csv(table, first: first)
    case .json: json(table, first: first)
    case .binary: file.bytes(of: table)
    }
  }

  private func csv(_ table: TravelTable, first: Int) -> [UInt8] {
    let names = targets.map { Array(Self.csv($0).utf8) }
    var bytes: [UInt8] = []
    for row in 0..<table.sourceCount {
      let name = Array(Self.csv(sources[first + row]).utf8)
      for column in 0..<table.targetCount {
        bytes += name
        bytes.append(Self.comma)
        bytes += names[column]
        bytes.append(Self.comma)
        if let trip = table[row, column] {
          bytes += "\(trip.duration.value),\(Self.metres(trip.distance))".utf8
        } else {
          bytes.append(Self.comma)
        }
        bytes.append(0x0A)
      }
    }
    return bytes
  }

  private func json(_ table: TravelTable, first: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in 0..<table.sourceCount {
      let trips = (0..<table.targetCount).map { table[row, $0] }
      bytes += "{\"from\":\(Self.json(sources[first + row])),\"seconds\":[".utf8
      bytes +=
        trips.map { $0.map { "\($0.duration.value)" } ?? "null" }
        .joined(separator: ",").utf8
      bytes += "],\"metres\":[".utf8
      bytes +=
        trips.map { $0.map { Self.metres($0.distance) } ?? "null" }
        .joined(separator: ",").utf8
      bytes += "]}\n".utf8
    }
    return bytes
  }

  private static let comma = UInt8(ascii: ",")

  private static func metres(_ distance: Distance) -> String {
    "\(distance.decimetres / 10).\(distance.decimetres % 10)"
  }

  /// A cell by RFC 4180; one that a spreadsheet would take for a formula begins with a quote mark.
  private static func csv(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula && Double(text) == nil ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private static func json(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
