// swift-format-ignore: AlwaysUseLowerCamelCase
/// The keys of OpenStreetMap tags that the map builder reads, named as the map spells them.
///
/// Keys that begin with one of ``prefixes`` are read as well and looked up by their text.
public enum TagKey: UInt32, Hashable, Sendable, CaseIterable {
  case highway = 0
  case crossing
  case route, junction, oneway, maxspeed, lanes, ref, name, access, vehicle
  case motor_vehicle, motorcar, motorcycle, bicycle, foot, moped, electric_bicycle
  case `oneway:bicycle`, `oneway:foot`, `oneway:motorcycle`, `oneway:moped`
  case `maxspeed:forward`, `maxspeed:backward`, `maxspeed:type`, `source:maxspeed`
  case motorroad, toll, service, tracktype, surface, sidewalk, cycleway, `cycleway:left`
  case `cycleway:right`, `cycleway:both`, bridge, tunnel, layer, duration, area, ferry
  case barrier, entrance, locked, bollard, traffic_signals, driving_side
  case type, restriction, except, hour_on, hour_off, day_on, day_off
  case natural, water, waterway, landuse, leisure, place, boundary, admin_level, railway
  case building, amenity, tourism, historic, shop, office, man_made, aeroway, public_transport
  case population, capital, noname, loc_name, alt_name, old_name, short_name, int_name
  case `addr:housenumber`, `addr:street`, `addr:place`, `addr:postcode`, `addr:housename`
  case `addr:unit`, `addr:city`, `addr:district`, `addr:suburb`, `addr:full`, `addr:interpolation`
  case official_name, postal_code, construction, proposed, disused, abandoned
  case smoothness, mofa
  case `oneway:motorcar`, `oneway:motor_vehicle`, `oneway:vehicle`, `oneway:electric_bicycle`
  case `oneway:mofa`
  case `cycleway:oneway`, `cycleway:left:oneway`, `cycleway:right:oneway`, `cycleway:both:oneway`
  case `maxspeed:motorcar`, `maxspeed:motorcar:forward`, `maxspeed:motorcar:backward`
  case `maxspeed:motorcycle`, `maxspeed:motorcycle:forward`, `maxspeed:motorcycle:backward`
  case `maxspeed:bicycle`, `maxspeed:bicycle:forward`, `maxspeed:bicycle:backward`
  case `maxspeed:advisory`, `maxspeed:advisory:forward`, `maxspeed:advisory:backward`
  case `zone:maxspeed`
  case `access:conditional`, `vehicle:conditional`, `motor_vehicle:conditional`
  case `motorcar:conditional`, `motorcycle:conditional`, `bicycle:conditional`
  case `electric_bicycle:conditional`, `moped:conditional`, `mofa:conditional`, `foot:conditional`

  /// The beginnings of further keys that are kept: names in languages, addresses, restrictions.
  static let prefixes = ["name:", "addr:", "restriction:", "alt_name:", "oneway:", "access:"]

  /// The key as the map spells it.
  public var text: String { Self.texts[Int(rawValue)] }

  /// The spelling of every key by raw value; a case's own name is its spelling, and the back-ticks
  /// that some need in Swift are not part of it.
  private static let texts = allCases.map { "\($0)".filter { $0 != "`" } }

  /// The key that the map spells `text`; `nil` where the map builder does not read it.
  init?(text: String) {
    guard let key = Self.byText[text] else { return nil }
    self = key
  }

  private static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.text, $0) })

  /// The key with `:conditional`, `:forward` or `:backward` behind it; `nil` where it is not read.
  var conditional: TagKey? { Self.conditionals[Int(rawValue)] }
  /// The key for the direction of the nodes.
  var forward: TagKey? { Self.forwards[Int(rawValue)] }
  /// The key for the direction against the nodes.
  var backward: TagKey? { Self.backwards[Int(rawValue)] }

  private static let conditionals = allCases.map { TagKey(text: $0.text + ":conditional") }
  private static let forwards = allCases.map { TagKey(text: $0.text + ":forward") }
  private static let backwards = allCases.map { TagKey(text: $0.text + ":backward") }
}
