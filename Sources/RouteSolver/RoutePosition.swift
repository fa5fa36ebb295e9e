/// A place among the visits of a route.
public enum RoutePosition: Hashable, Sendable {
  /// The visit of this number, counted from 1.
  case number(Int)
  /// The visit after which the crew goes home.
  case last

  /// The visit that the crew makes before all others.
  public static let first = RoutePosition.number(1)
}
