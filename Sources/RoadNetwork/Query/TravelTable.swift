public import Quantities

/// Travel times and distances from each of some places to each of others.
public struct TravelTable: Hashable, Sendable {
  /// What stands in ``durations`` and ``distances`` where no way was found.
  public static let unreachable = Int32.max

  /// How many places the trips start at.
  public let sourceCount: Int
  /// How many places they end at.
  public let targetCount: Int
  /// Seconds, row by row: cell `source * targetCount + target`.
  public let durations: [Int32]
  /// Decimetres along the quickest way, in the same order.
  public let distances: [Int32]

  /// One cell: the quickest trip from a source to a target.
  public struct Trip: Hashable, Sendable {
    /// How long the quickest way takes.
    public let duration: Seconds
    /// How long the quickest way is.
    public let distance: Distance

    /// A trip of a duration and a distance.
    public init(duration: Seconds, distance: Distance) {
      self.duration = duration
      self.distance = distance
    }
  }

  /// A table from its numbers, row by row.
  ///
  /// - Precondition: there are `sourceCount * targetCount` of each.
  public init(sourceCount: Int, targetCount: Int, durations: [Int32], distances: [Int32]) {
    precondition(durations.count == sourceCount * targetCount)
    precondition(distances.count == durations.count)
    self.sourceCount = sourceCount
    self.targetCount = targetCount
    self.durations = durations
    self.distances = distances
  }

  /// The quickest trip from the source at one position to the target at another; `nil` when there
  /// is no way.
  public subscript(source: Int, target: Int) -> Trip? {
    precondition(source >= 0 && source < sourceCount && target >= 0 && target < targetCount)
    let cell = source * targetCount + target
    guard durations[cell] != Self.unreachable else { return nil }
    return Trip(
      duration: Seconds(durations[cell]), distance: Distance(decimetres: distances[cell]))
  }

  /// How long the quickest trip takes; `nil` when there is no way.
  public func duration(from source: Int, to target: Int) -> Seconds? {
    self[source, target]?.duration
  }

  /// How long the way of the quickest trip is; `nil` when there is none.
  public func distance(from source: Int, to target: Int) -> Distance? {
    self[source, target]?.distance
  }
}
