/// What a road is in the network of roads, after OpenStreetMap's `highway` and `route=ferry`.
public enum RoadClass: UInt8, Hashable, Sendable, CaseIterable {
  case motorway = 0
  case motorwayLink, trunk, trunkLink, primary, primaryLink, secondary, secondaryLink
  case tertiary, tertiaryLink, unclassified, residential, livingStreet, service, track
  case pedestrian, cycleway, footway, path, steps
  case ferry
}
