import Briefing
import CaseImport
import Foundation
import FoundationNetworking
import Quantities

/// Travel between some places and some others, as a server tells it.
struct MatrixBlock: Equatable {
  /// What stands where there is no way.
  static let unreachable = Int32.max

  /// Seconds, row by row.
  var durations: [Int32]
  /// Decimetres, row by row.
  var distances: [Int32]
}

/// How one kind of server is asked, and how its answer is read.
protocol MatrixDialect: Sendable {
  /// How many places may stand in rows and columns of one question.
  func blockSize(places: Int, of mostPlaces: Int) -> Int

  /// The question; `nil` where the address cannot hold it.
  func request(
    _ address: URL, from sources: [Coordinate], to targets: [Coordinate], by mode: TravelMode
  ) throws -> URLRequest?

  /// The answer, its shape and every number checked.
  func read(
    _ answer: HTTPExchange.Answer, rows: Int, columns: Int
  ) throws(MatrixFault) -> MatrixBlock
}

/// What is wrong with an answer.
struct MatrixFault: Error, Equatable {
  var code: MatrixFaultCode
  var found = ""
}

extension MatrixServer {
  /// How the server is asked.
  var dialect: any MatrixDialect {
    switch kind {
    case .osrm: OSRMDialect()
    case .valhalla: ValhallaDialect()
    }
  }
}

/// Numbers of an answer, none of which can be taken on trust.
enum MatrixNumber {
  /// Fifteen days, and the length of a way that takes them.
  private static let most = (seconds: 15.0 * 86_400, metres: 1e7)

  /// Whole seconds of a number; unreachable for `null`.
  static func seconds(_ value: Any?) throws(MatrixFault) -> Int32 {
    try number(value, most: most.seconds).map { Int32($0.rounded()) } ?? MatrixBlock.unreachable
  }

  /// Decimetres of a number of metres; unreachable for `null`.
  static func decimetres(_ metres: Any?) throws(MatrixFault) -> Int32 {
    try number(metres, most: most.metres).map { Int32(($0 * 10).rounded()) }
      ?? MatrixBlock.unreachable
  }

  private static func number(_ value: Any?, most: Double) throws(MatrixFault) -> Double? {
    guard let value, !(value is NSNull) else { return nil }
    guard let number = (value as? NSNumber)?.doubleValue, !(value is String) else {
      throw MatrixFault(code: .absurdValue)
    }
    guard number >= 0, number <= most else {
      throw MatrixFault(code: .absurdValue, found: String(format: "%g", number))
    }
    return number
  }
}
