/// Why a request cannot be answered, by the codes of OSRM's HTTP API.
public struct OSRMError: Error, Hashable, Sendable {
  /// OSRM's codes.
  public enum Code: String, Hashable, Sendable {
    case invalidURL = "InvalidUrl"
    case invalidService = "InvalidService"
    case invalidVersion = "InvalidVersion"
    case invalidOptions = "InvalidOptions"
    case invalidQuery = "InvalidQuery"
    case invalidValue = "InvalidValue"
    case noSegment = "NoSegment"
    case tooBig = "TooBig"
    case noRoute = "NoRoute"
    case noTable = "NoTable"
    case notImplemented = "NotImplemented"
  }

  /// What is wrong, for a program.
  public let code: Code
  /// What is wrong, for the programmer; it never repeats a coordinate.
  public let message: String

  /// An error of a code.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
