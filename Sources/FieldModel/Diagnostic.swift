/// A remark on something that was read: where it stands, what was found, what to do.
///
/// It carries codes and values, not sentences; `Briefing` turns it into words in either language.
public struct Diagnostic: Hashable, Sendable {
  /// How much a remark matters.
  public enum Severity: Int, Hashable, Sendable, Comparable {
    /// Worth knowing; nothing was left out.
    case note
    /// Something was understood only in part, or looks wrong.
    case warning
    /// Something was left out.
    case error

    /// Whether the left one matters less than the right one.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// How much the remark matters.
  public var severity: Severity
  /// A stable code in kebab case, listed in the Errors article, such as `unreadable-amount`.
  public var code: String
  /// The line of the file, from 1; `nil` where lines mean nothing.
  public var line: Int?
  /// The column, field or key concerned; empty when none is.
  public var field: String
  /// What was found there, cut to 80 characters and free of personal data.
  public var found: String
  /// What to do, as a hint code or a short value such as the nearest known spelling.
  public var advice: String

  /// A remark on `field` at `line`.
  public init(
    _ severity: Severity, _ code: String, line: Int? = nil, field: String = "",
    found: String = "", advice: String = ""
  ) {
    self.severity = severity
    self.code = code
    self.line = line
    self.field = field
    self.found = String(found.prefix(80))
    self.advice = advice
  }
}
