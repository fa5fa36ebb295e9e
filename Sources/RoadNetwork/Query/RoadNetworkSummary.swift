public import Quantities

/// What is in a road file.
public struct RoadNetworkSummary: Hashable, Sendable {
  /// What is in it for one travel mode.
  public struct Mode: Hashable, Sendable {
    /// The travel mode that the numbers below are of.
    public let mode: TravelMode
    /// Roads that can be routed on, each direction counted.
    public let directedRoads: Int
    /// Permitted movements from one road to the next.
    public let turns: Int
    /// Directed roads left out because they do not connect with the largest part.
    public let droppedRoads: Int
    /// How long the left-out roads are together.
    public let droppedKilometres: Double
  }

  /// Where the data come from and under which licence.
  public let source: RoadDraft.Source
  /// Whether traffic keeps left.
  public let drivesOnLeft: Bool
  /// The smallest box around the roads that any mode can use.
  public let bounds: CoordinateBounds
  /// Places where roads meet or end.
  public let junctions: Int
  /// Stretches of road between junctions.
  public let roads: Int
  /// How long they are together.
  public let kilometres: Double
  /// One entry per travel mode with any road, in the order of ``TravelMode``.
  public let modes: [Mode]
}
