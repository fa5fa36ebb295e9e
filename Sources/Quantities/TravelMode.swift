/// How a crew moves.
public enum TravelMode: String, Hashable, Sendable, CaseIterable {
  /// A car on every road open to it.
  case car
  /// A motorcycle: as a car, with its own bans.
  case motorcycle
  /// An electric bicycle of 25 km/h: cycleways, no motorways or elevated expressways.
  case eBike = "e-bike"
  /// A bicycle.
  case bicycle
  /// On foot.
  case foot
}
