/// A line of JSON with its fields in the order they were added.
///
/// Written by hand so that a process whose memory is measured need not load Foundation.
public struct JSONLine {
  private var fields: [String] = []

  /// A line that says who was measured.
  public init(peer: String = "rounds") { add("peer", peer) }

  /// Adds a text.
  public mutating func add(_ name: String, _ value: String) {
    fields.append("\(Self.quoted(name)): \(Self.quoted(value))")
  }

  /// Adds a whole number.
  public mutating func add(_ name: String, _ value: Int) {
    fields.append("\(Self.quoted(name)): \(value)")
  }

  /// Adds a number, rounded to six decimals; one that is not finite is left out.
  public mutating func add(_ name: String, _ value: Double) {
    guard value.isFinite else { return }
    fields.append("\(Self.quoted(name)): \((value * 1e6).rounded() / 1e6)")
  }

  /// The line.
  public var text: String { "{\(fields.joined(separator: ", "))}" }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 32: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
