/// A durable name of a `Subject`: it survives export, and two sheets a year apart mean the same.
///
/// A position in one network or one plan is an ``Index``, not an identifier.
public struct Identifier<Subject>: Hashable, Comparable, Sendable {
  /// The text.
  public let text: String

  /// The identifier written `text`.
  public init(_ text: String) { self.text = text }

  /// Whether the left text comes first, by Unicode order, in no language.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
  /// The text itself.
  public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// The identifier written as a literal.
  public init(stringLiteral text: String) { self.init(text) }
}
