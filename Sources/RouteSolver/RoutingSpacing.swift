/// Spreads visits over the days: it binds every two stops that share it and are both visited.
public struct RoutingSpacing: Hashable, Sendable {
  /// The least difference between the days of two visits; 1 forbids the same day.
  public var minimumDays: Int
  /// The greatest difference between the days of two visits; of a series, between one and the next.
  public var maximumDays: Int?
  /// Whether the stops are a series, visited on days in the order in which the problem lists them.
  public var isSeries: Bool

  /// Visits at least `minimumDays` and at most `maximumDays` apart.
  public init(minimumDays: Int, maximumDays: Int? = nil, isSeries: Bool = false) {
    self.minimumDays = minimumDays
    self.maximumDays = maximumDays
    self.isSeries = isSeries
  }

  /// Whether a visit on `day` goes with another on `otherDay`, which stands `steps` further on in
  /// the series (before it if negative).
  ///
  /// Where stops between the two are left out, each of them allows another `maximumDays`.
  func allows(day: Int32, _ otherDay: Int32, steps: Int32) -> Bool {
    let ahead = Int(otherDay - day)
    let gap = isSeries && steps < 0 ? -ahead : isSeries ? ahead : abs(ahead)
    guard gap >= minimumDays else { return false }
    return maximumDays.map { gap <= $0 * (isSeries ? Int(abs(steps)) : 1) } ?? true
  }
}
