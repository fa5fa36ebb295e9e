/// How much of a person a printed sheet shows; a dropped sheet must not tell a stranger of a debt.
public enum PrivacyLevel: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// For use inside the office: names on the stop blocks.
  case inside = 1
  /// Initials on the stop blocks, names on the sealed dossier only.
  case standard = 2
  /// Case token and address only, on every page.
  case high = 3

  /// Whether the left level shows more of a person than the right one.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
