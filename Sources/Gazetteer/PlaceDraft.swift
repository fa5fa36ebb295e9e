public import Quantities

/// Places, streets and house numbers as a map builder hands them over, before they are indexed.
public struct PlaceDraft: Sendable {
  /// A name in one language: `language` is a BCP 47 tag, empty for the name as signposted.
  public struct Name: Hashable, Sendable {
    /// A BCP 47 tag; empty for the name as signposted.
    public var language: String
    /// The name as the map writes it.
    public var text: String

    /// A name and the language it is in.
    public init(language: String = "", text: String) {
      self.language = language
      self.text = text
    }
  }

  /// What a place is.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case city = 0
    case town, district, suburb, village, hamlet, neighbourhood
    /// A compound, residential quarter or estate (小区).
    case compound
    /// A named building or point of interest.
    case landmark
    case postcode
  }

  /// A named place.
  public struct Place: Sendable {
    /// What the place is.
    public var kind: Kind
    /// In every language the map has, the signposted one first.
    public var names: [Name]
    /// Its middle, or the point the map gives it (WGS-84).
    public var coordinate: Coordinate
    /// Roughly how far it reaches from ``coordinate``.
    public var radius: Distance
    /// Its outline, outer ring only, where the map has one; empty otherwise.
    public var outline: [Coordinate]
    /// Where one enters, where the map knows (gates of a compound); empty otherwise.
    public var entrances: [Coordinate]

    /// A named place.
    public init(kind: Kind, names: [Name], coordinate: Coordinate, radius: Distance) {
      self.kind = kind
      self.names = names
      self.coordinate = coordinate
      self.radius = radius
      outline = []
      entrances = []
    }
  }

  /// A named street: all its pieces in one neighbourhood.
  public struct Street: Sendable {
    /// In every language the map has, the signposted one first.
    public var names: [Name]
    /// Its pieces, each a line of points (WGS-84).
    public var lines: [[Coordinate]]

    /// A named street.
    public init(names: [Name], lines: [[Coordinate]]) {
      self.names = names
      self.lines = lines
    }
  }

  /// A house number.
  public struct House: Sendable {
    /// The number as written, such as `12A` or `3栋`.
    public var number: String
    /// The street or compound it belongs to, as the map writes it; empty if unknown.
    public var street: String
    /// The place it belongs to, as the map writes it; empty if unknown.
    public var place: String
    /// As the map writes it; empty if unknown.
    public var postcode: String
    /// Where the house stands or its number is put (WGS-84).
    public var coordinate: Coordinate

    /// A house number at a point.
    public init(
      number: String, street: String, place: String, postcode: String, coordinate: Coordinate
    ) {
      self.number = number
      self.street = street
      self.place = place
      self.postcode = postcode
      self.coordinate = coordinate
    }
  }

  /// The file the places were taken from, without its folder.
  public var sourceName: String
  /// What must be printed beside every map.
  public var licenceLine: String
  /// Named places, from cities down to landmarks and postcodes.
  public var places: [Place]
  /// Named streets, each with all its pieces nearby.
  public var streets: [Street]
  /// House numbers with what they belong to.
  public var houses: [House]

  /// An empty draft.
  public init(sourceName: String, licenceLine: String) {
    self.sourceName = sourceName
    self.licenceLine = licenceLine
    places = []
    streets = []
    houses = []
  }
}
