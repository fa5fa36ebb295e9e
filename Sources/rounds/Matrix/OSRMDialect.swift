import Briefing
import Foundation
import FoundationNetworking
import Quantities

/// OSRM's HTTP API v1: `/table/v1/{mode}/{lon,lat;…}`.
///
/// The mode's word stands for the profile, which an OSRM server of one profile does not look at.
struct OSRMDialect: MatrixDialect {
  func blockSize(places: Int, of mostPlaces: Int) -> Int {
    // A whole table names each place once; a block names those of rows and of columns.
    places <= mostPlaces ? places : max(1, mostPlaces / 2)
  }

  func request(
    _ address: URL, from sources: [Coordinate], to targets: [Coordinate], by mode: TravelMode
  ) -> URLRequest? {
    let isSquare = sources == targets
    let places = isSquare ? sources : sources + targets
    let path = places.map { "\(Self.degrees($0.longitude)),\(Self.degrees($0.latitude))" }
      .joined(separator: ";")
    var query = "annotations=duration,distance&skip_waypoints=true&generate_hints=false"
    if !isSquare {
      let numbers = places.indices.map(String.init)
      query += "&sources=" + numbers[..<sources.count].joined(separator: ";")
      query += "&destinations=" + numbers[sources.count...].joined(separator: ";")
    }
    let base = address.absoluteString
    let prefix = base.hasSuffix("/") ? String(base.dropLast()) : base
    return URL(string: "\(prefix)/table/v1/\(mode.rawValue)/\(path)?\(query)")
      .map { URLRequest(url: $0) }
  }

  func read(
    _ answer: HTTPExchange.Answer, rows: Int, columns: Int
  ) throws(MatrixFault) -> MatrixBlock {
    let object = try? JSONSerialization.jsonObject(with: Data(answer.body))
    guard let reply = object as? [String: Any], let code = reply["code"] as? String else {
      throw MatrixFault(code: .notJSON, found: "HTTP \(answer.status)")
    }
    guard code == "Ok" else { throw MatrixFault(code: .refused, found: String(code.prefix(40))) }
    guard let durations = reply["durations"] as? [[Any]],
      let distances = reply["distances"] as? [[Any]], durations.count == rows,
      distances.count == rows, (durations + distances).allSatisfy({ $0.count == columns })
    else { throw MatrixFault(code: .wrongSize, found: "\(rows) × \(columns)") }
    var block = MatrixBlock(durations: [], distances: [])
    for value in durations.joined() { block.durations.append(try MatrixNumber.seconds(value)) }
    for value in distances.joined() { block.distances.append(try MatrixNumber.decimetres(value)) }
    return block
  }

  /// Degrees with six decimals, which is what OSRM keeps.
  static func degrees(_ value: Int32) -> String { String(format: "%.6f", Double(value) / 1e7) }
}
