public import Quantities

/// What became of a draft when its road file was built.
public struct RoadBuildReport: Hashable, Sendable {
  /// What became of it for one travel mode.
  public struct Mode: Hashable, Sendable {
    /// The travel mode that the numbers below are of.
    public var mode: TravelMode
    /// Roads that can be routed on, each direction counted.
    public var directedRoads: Int
    /// Permitted movements from one road to the next.
    public var turns: Int
    /// Shortcuts that the hierarchy added.
    public var shortcuts: Int
    /// Directed roads left out because they do not connect with the largest part.
    public var droppedRoads: Int
    /// How long the left-out roads are together.
    public var droppedKilometres: Double
    /// Restrictions that bind this mode.
    public var restrictions: Int
  }

  /// Places where roads meet or end.
  public var junctions: Int
  /// Stretches of road between junctions.
  public var roads: Int
  /// How long they are together.
  public var kilometres: Double
  /// One entry per travel mode with any road, in the order of ``TravelMode``.
  public var modes: [Mode]
  /// Restrictions whose members do not meet or meet in several ways, so that none could be made
  /// of them.
  public var ignoredRestrictions: Int
}
