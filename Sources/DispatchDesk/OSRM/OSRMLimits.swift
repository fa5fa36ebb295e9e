/// What one request may ask for.
public struct OSRMLimits: Hashable, Sendable {
  /// The longest path and query, in bytes.
  public var urlBytes = 64 * 1024
  /// The most coordinates of a table; its sources times its destinations may be the square.
  public var tableSize = 1000
  /// The most coordinates of a route.
  public var routeSize = 500
  /// The most roads that `nearest` lists.
  public var nearestSize = 100

  /// Customary limits.
  public init() {}

  /// The most coordinates of any request.
  var coordinates: Int { max(tableSize, routeSize, 1) }
}
