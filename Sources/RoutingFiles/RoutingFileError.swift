/// Why a file of routing problems or plans cannot be used: what, where, and what was found.
public struct RoutingFileError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// Not UTF-8, or nothing in it.
    case notText = "routing-not-text"
    /// None of the known formats.
    case unknownFormat = "routing-unknown-format"
    /// Not JSON from here on.
    case badJSON = "routing-bad-json"
    /// Something that must be there is not.
    case missing = "routing-missing"
    /// Not the kind of value that belongs here, such as a word in place of a number.
    case wrongKind = "routing-wrong-kind"
    /// A number that is too small or too large.
    case outOfRange = "routing-out-of-range"
    /// A keyword whose value is none of those that are known.
    case unknownValue = "routing-unknown-value"
    /// Well formed, but it asks for something that cannot be expressed here.
    case notSupported = "routing-not-supported"
    /// More or fewer values than announced.
    case wrongCount = "routing-wrong-count"
    /// Names a node, vehicle or job that is not there.
    case unknownPosition = "routing-unknown-position"
    /// Stands twice.
    case repeated = "routing-repeated"
    /// Larger or deeper than is read.
    case tooLarge = "routing-too-large"
    /// The parts are sound, but not together.
    case contradiction = "routing-contradiction"
  }

  /// Where it is.
  public enum Place: Hashable, Sendable {
    /// Nowhere in particular.
    case file
    /// A line of text, from 1.
    case line(Int)
    /// A value of JSON: `vehicles[3].capacity`.
    case path(String)
  }

  /// What is wrong.
  public let code: Code
  /// Where it is.
  public let place: Place
  /// The keyword or member concerned; empty where the place says it all.
  public let field: String
  /// What was found, cut short; empty where there is nothing to show.
  public let found: String

  init(_ code: Code, _ place: Place = .file, field: String = "", found: String = "") {
    self.code = code
    self.place = place
    self.field = field
    self.found = String(found.prefix(60))
  }
}
