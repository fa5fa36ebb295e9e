public import Quantities

/// A place on the map that an address may mean.
public struct PlaceMatch: Hashable, Sendable {
  /// What kind of thing was found, from the door outwards.
  public enum Precision: UInt8, Hashable, Sendable, CaseIterable, Comparable {
    /// The house or the building itself.
    case house = 0
    /// Between, or beside, house numbers that are known.
    case interpolated
    /// A compound: its entrance, or its middle if no entrance is known.
    case compound
    /// A named building or point of interest.
    case landmark
    case postcode
    case street
    /// A village, hamlet, suburb or neighbourhood.
    case village
    /// A town, city, county or district.
    case district

    /// Whether the left one is closer to the door.
    public static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The place in the language it is signposted in, such as `14 Green Street, Ryde`.
  public var label: String
  /// The place in each language the map names it in, the signposted one first.
  public var labels: [PlaceDraft.Name]
  /// Where to go.
  public var coordinate: Coordinate
  /// Whether ``coordinate`` is a known entrance of what was found.
  public var isEntrance: Bool
  /// How close to the door the match gets.
  public var precision: Precision
  /// Roughly how far the true door may be from ``coordinate``, if the place is the right one.
  public var radius: Distance
  /// How much of the address the place accounts for, 0 … 1.
  ///
  /// Two places that account for the same words score the same: the gap between the first and the
  /// second says whether the first may be trusted.
  public var score: Double
  /// Every piece of the address in the order it was written, and what became of it.
  public var parts: [AddressPart]
}
