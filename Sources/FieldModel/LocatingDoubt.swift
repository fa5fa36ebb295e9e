/// Why a person should look at where an address was located, or why it was not.
public enum LocatingDoubt: String, Hashable, Sendable, CaseIterable {
  /// The address has neither text nor coordinates.
  case nothingGiven = "nothing-given"
  /// The map has nothing that resembles the address.
  case notFound = "not-found"
  /// Only part of the address was found.
  case partlyFound = "partly-found"
  /// Several places account for the address about as well.
  case severalPlaces = "several-places"
  /// Nothing finer than a town, district or wide postcode was found.
  case onlyDistrict = "only-district"
  /// The coordinates are no place on earth, or lie off the map.
  case outsideMap = "outside-map"
  /// The coordinates lie off the map, but on it with latitude and longitude exchanged.
  case swapped
  /// The coordinates agree with the address only when read in another datum.
  case otherDatum = "other-datum"
  /// The coordinates lie far from where the address was found.
  case farFromText = "far-from-text"
  /// The pin lies off the map; it is kept all the same.
  case pinOutsideMap = "pin-outside-map"
}
