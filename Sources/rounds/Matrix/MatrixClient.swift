import Briefing
import CaseImport
import Foundation
import FoundationNetworking
import Quantities
import RouteSolver

/// Asks a matrix server for travel times, in questions that it can answer.
///
/// The coordinates of the places are sent to the address that the office configured.
struct MatrixClient: Sendable {
  let server: MatrixServer
  /// How long one question may take.
  var timeout: TimeInterval = 60
  /// How long to wait before each further try, in seconds.
  var pauses: [TimeInterval] = [0.5, 2]

  private static let mostBytes = 64 << 20

  /// Travel between every ordered pair of `places`.
  ///
  /// - Throws: ``MatrixFailure`` when the server does not answer as it should.
  func matrix(_ places: [Coordinate], by mode: TravelMode) throws -> TravelMatrix {
    let count = places.count
    var durations = [Int32](repeating: TravelMatrix.unreachable, count: count * count)
    var distances = [Int32](repeating: 0, count: count * count)
    let size = max(1, server.dialect.blockSize(places: count, of: server.mostPlaces))
    for top in stride(from: 0, to: count, by: size) {
      let rows = top..<min(top + size, count)
      for left in stride(from: 0, to: count, by: size) {
        let columns = left..<min(left + size, count)
        // A place by itself is no table to OSRM, and no way either.
        if rows == columns, rows.count == 1 { continue }
        let block = try self.block(
          from: Array(places[rows]), to: Array(places[columns]), by: mode)
        for (position, row) in rows.enumerated() {
          for (offset, column) in columns.enumerated() {
            let cell = position * columns.count + offset
            let isWay =
              block.durations[cell] != MatrixBlock.unreachable
              && block.distances[cell] != MatrixBlock.unreachable
            guard isWay else { continue }
            durations[row * count + column] = block.durations[cell]
            distances[row * count + column] = block.distances[cell]
          }
        }
      }
    }
    for place in 0..<count { durations[place * count + place] = 0 }
    for place in 0..<count { distances[place * count + place] = 0 }
    return TravelMatrix(count: count, durations: durations, distances: distances)
  }

  /// One question, tried again where a little patience may help.
  func block(
    from sources: [Coordinate], to targets: [Coordinate], by mode: TravelMode
  ) throws -> MatrixBlock {
    var waits = pauses[...]
    while true {
      do {
        return try ask(from: sources, to: targets, by: mode)
      } catch let failure as MatrixFailure where failure.mayPass {
        guard let wait = waits.popFirst() else { throw failure }
        Thread.sleep(forTimeInterval: wait)
      }
    }
  }

  private func ask(
    from sources: [Coordinate], to targets: [Coordinate], by mode: TravelMode
  ) throws -> MatrixBlock {
    let dialect = server.dialect
    guard let address = URL(string: server.address),
      let request = try dialect.request(address, from: sources, to: targets, by: mode)
    else { throw failure(.badAddress) }
    let answer: HTTPExchange.Answer
    do {
      answer = try HTTPExchange.send(request, timeout: timeout, mostBytes: Self.mostBytes)
    } catch {
      switch error {
      case .noConnection(let reason): throw failure(.noConnection, reason)
      case .timedOut: throw failure(.timedOut, "\(Int(timeout)) s")
      case .tooLarge: throw failure(.tooLarge)
      }
    }
    if [429, 502, 503, 504].contains(answer.status) {
      throw failure(.busy, "HTTP \(answer.status)")
    }
    do {
      return try dialect.read(answer, rows: sources.count, columns: targets.count)
    } catch {
      throw failure(error.code, error.found)
    }
  }

  private func failure(_ code: MatrixFaultCode, _ found: String = "") -> MatrixFailure {
    MatrixFailure(server: server.name, code: code, found: found)
  }
}

extension MatrixServer {
  /// The address without path, user and password, for messages.
  var name: String {
    guard let parts = URLComponents(string: address), let host = parts.host else { return "–" }
    return "\(parts.scheme ?? "http")://\(host)" + (parts.port.map { ":\($0)" } ?? "")
  }
}
