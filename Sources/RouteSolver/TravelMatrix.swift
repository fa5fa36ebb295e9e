public import Quantities

/// A place that a routing problem knows by number alone.
public enum RoutingLocation {}

/// Travel between every ordered pair of locations for one way of moving; need not be symmetric.
public struct TravelMatrix: Hashable, Sendable {
  /// Marks a pair between which there is no way.
  public static let unreachable = Int32.max

  /// How many locations there are.
  public let count: Int
  /// Seconds, row by row: from row to column.
  public let durations: [Int32]
  /// Decimetres, row by row: from row to column.
  public let distances: [Int32]
  /// The parts of the day in which ways take other times than ``durations``, each day anew, in
  /// order; from midnight until the first of them begins, ``durations`` hold.
  public let periods: [TravelPeriod]

  /// A matrix of `count` rows and columns.
  ///
  /// - Parameters:
  ///   - count: how many locations there are.
  ///   - durations: `count * count` seconds, row by row; ``unreachable`` where there is no way.
  ///   - distances: as many decimetres; empty when distances do not matter.
  ///   - periods: the parts of the day with other times; the same ways exist in all of them.
  public init(
    count: Int, durations: [Int32], distances: [Int32] = [], periods: [TravelPeriod] = []
  ) {
    self.count = count
    self.durations = durations
    self.periods = periods
    self.distances = distances.isEmpty ? Array(repeating: 0, count: durations.count) : distances
  }

  /// The travel time right after midnight, or `nil` where there is no way.
  public func duration(
    from: Index<RoutingLocation>, to: Index<RoutingLocation>
  ) -> Seconds? {
    let value = durations[from.position * count + to.position]
    return value == Self.unreachable ? nil : Seconds(value)
  }

  /// The length of the way, or `nil` where there is none.
  public func distance(
    from: Index<RoutingLocation>, to: Index<RoutingLocation>
  ) -> Distance? {
    let cell = from.position * count + to.position
    return durations[cell] == Self.unreachable ? nil : Distance(decimetres: distances[cell])
  }
}
