import Quantities

/// A tag that holds under conditions: `no @ (Mo-Fr 07:00-09:00,17:00-19:00); destination @ (Sa)`.
///
/// Source: OpenStreetMap wiki, "Conditional restrictions".
struct ConditionalTag: Hashable {
  /// One value and when it holds.
  struct Clause: Hashable {
    var value: String
    /// `nil` where the condition is none of hours, or of hours that do not repeat every week.
    var hours: WeeklyHours?
  }

  /// In the order of the tag; at most sixteen.
  let clauses: [Clause]

  init(_ text: String) {
    clauses = Self.parts(of: text).prefix(16).map { part in
      let halves = part.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      let value = String(halves[0]).trimmed
      guard halves.count == 2 else { return Clause(value: value, hours: nil) }
      var condition = String(halves[1]).trimmed
      if condition.hasPrefix("("), condition.hasSuffix(")") {
        condition = String(condition.dropFirst().dropLast())
      }
      return Clause(value: value, hours: WeeklyHours(condition))
    }
  }

  /// The clauses between semicolons that stand outside brackets.
  private static func parts(of text: String) -> [String] {
    guard text.utf8.count <= 1024 else { return [] }
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      if character == ";", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.trimmed.isEmpty }
  }
}
