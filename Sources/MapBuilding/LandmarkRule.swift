/// What people find their way by.
enum LandmarkRule {
  /// Whether `tags` describe a named building, ground or station of that kind.
  static func isLandmark(_ tags: Tags) -> Bool {
    guard tags[.name] != nil else { return false }
    return FeatureFilter.landmarkAmenities.contains(tags[.amenity] ?? "")
      || tags.has(.shop, "supermarket", "mall", "department_store")
      || tags.has(.aeroway, "aerodrome") || tags.has(.railway, "station")
      || tags.has(.leisure, "stadium", "sports_centre", "park", "marina", "golf_course")
      || tags.has(
        .historic, "castle", "monument", "memorial", "ruins", "manor", "city_gate", "fort")
      || tags.has(.tourism, "hotel", "museum", "attraction", "theme_park", "zoo", "camp_site")
      || isNamedBuilding(tags)
  }

  /// Whether `tags` describe a building with a name, other than a mere number.
  private static func isNamedBuilding(_ tags: Tags) -> Bool {
    guard tags.affirms(.building), let name = tags[.name] else { return false }
    return BuildingNumber(name) == nil
  }
}
