/// One piece of an address as it was read, and what the map had to say about it.
///
/// The parts of a match are its reasons: a person sees which words were found and which were not.
public struct AddressPart: Hashable, Sendable {
  /// What a piece of an address was taken for.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// A number on a street or in a village: `14A`, `128号`.
    case houseNumber
    /// A building in a compound: `3栋`, `Block C`.
    case building
    /// Entrance, floor, flat or room, which no map tells: `2单元501室`, `Flat 2`.
    case unit
    case houseName
    case street
    case compound
    case landmark
    /// A village, hamlet, suburb or neighbourhood.
    case village
    /// A town, city, county or district.
    case district
    /// A province or country, or another name above every place of the map.
    case region
    case postcode
    /// Words that could not be placed.
    case other
  }

  /// What became of a piece of an address.
  public enum Outcome: UInt8, Hashable, Sendable, CaseIterable {
    /// Found as written.
    case matched
    /// Found under a similar spelling.
    case similar
    /// Not found itself, but a neighbour of it was: the numbers beside it, the next town.
    case nearby
    /// Known to the map, and somewhere else: the match is doubtful.
    case contradicted
    /// Not found on the map.
    case unmatched
    /// Says nothing about where: a flat, a floor, a country.
    case ignored
  }

  /// What the piece names.
  public var kind: Kind
  /// The piece as it was written.
  public var text: String
  /// Whether the map bears the piece out.
  public var outcome: Outcome

  /// A piece of an address and what became of it.
  public init(kind: Kind, text: String, outcome: Outcome) {
    self.kind = kind
    self.text = text
    self.outcome = outcome
  }
}
