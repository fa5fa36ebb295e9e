public import Quantities

/// A part of the world with speeds of its own.
public enum TravelRegion: String, Hashable, Sendable, CaseIterable {
  /// Everywhere else.
  case generic
  /// Mainland China.
  case china

  /// The region that `coordinate` lies in, by coarse boxes.
  public init(at coordinate: Coordinate) {
    self = MainlandChina.contains(coordinate) ? .china : .generic
  }
}
