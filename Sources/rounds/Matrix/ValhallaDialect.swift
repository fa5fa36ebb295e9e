import Briefing
import Foundation
import FoundationNetworking
import Quantities

/// Valhalla's `/sources_to_targets`.
struct ValhallaDialect: MatrixDialect {
  func blockSize(places: Int, of mostPlaces: Int) -> Int { max(1, mostPlaces / 2) }

  func request(
    _ address: URL, from sources: [Coordinate], to targets: [Coordinate], by mode: TravelMode
  ) throws -> URLRequest? {
    var request = URLRequest(url: address.appendingPathComponent("sources_to_targets"))
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    let question = Question(
      sources: sources.map(Place.init), targets: targets.map(Place.init),
      costing: Self.costing(mode))
    request.httpBody = try JSONEncoder().encode(question)
    return request
  }

  private struct Place: Encodable {
    let lat: Double
    let lon: Double

    init(_ place: Coordinate) {
      lat = place.degreesLatitude
      lon = place.degreesLongitude
    }
  }

  private struct Question: Encodable {
    let sources: [Place]
    let targets: [Place]
    let costing: String
    var units = "kilometers"
  }

  /// Valhalla's word for a mode; an electric bicycle goes where bicycles go.
  private static func costing(_ mode: TravelMode) -> String {
    switch mode {
    case .car: "auto"
    case .motorcycle: "motorcycle"
    case .eBike, .bicycle: "bicycle"
    case .foot: "pedestrian"
    }
  }

  func read(
    _ answer: HTTPExchange.Answer, rows: Int, columns: Int
  ) throws(MatrixFault) -> MatrixBlock {
    let object = try? JSONSerialization.jsonObject(with: Data(answer.body))
    guard let reply = object as? [String: Any] else {
      throw MatrixFault(code: .notJSON, found: "HTTP \(answer.status)")
    }
    if let code = reply["error_code"] as? NSNumber {
      throw MatrixFault(code: .refused, found: code.stringValue)
    }
    guard let table = reply["sources_to_targets"] as? [[Any]] else {
      throw MatrixFault(code: .notJSON, found: "HTTP \(answer.status)")
    }
    guard table.count == rows, table.allSatisfy({ $0.count == columns }) else {
      throw MatrixFault(code: .wrongSize, found: "\(rows) × \(columns)")
    }
    var block = MatrixBlock(durations: [], distances: [])
    for cell in table.joined() {
      let trip = cell as? [String: Any]
      let kilometres = trip?["distance"]
      let metres = (kilometres as? NSNumber).map { NSNumber(value: $0.doubleValue * 1000) }
      let duration = try MatrixNumber.seconds(trip?["time"])
      block.durations.append(duration)
      block.distances.append(try MatrixNumber.decimetres(metres ?? kilometres))
    }
    return block
  }
}
