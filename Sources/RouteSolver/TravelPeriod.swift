public import Quantities

/// The part of each day in which a matrix has other travel times.
public struct TravelPeriod: Hashable, Sendable {
  /// When it begins, in seconds after midnight; it lasts until the next one does, or the day ends.
  public var from: Seconds
  /// Seconds, row by row: from row to column.
  public var durations: [Int32]

  /// From `from` on, ways take as long as `durations` say.
  public init(from: Seconds, durations: [Int32]) {
    self.from = from
    self.durations = durations
  }
}
