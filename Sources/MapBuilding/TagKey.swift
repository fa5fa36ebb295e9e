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
  case type, restriction, except, hour_on, day_on
  case natural, water, waterway, landuse, leisure, place, boundary, admin_level, railway
  case building, amenity, tourism, historic, shop, office, man_made, aeroway, public_transport
  case population, capital, noname, loc_name, alt_name, old_name, short_name, int_name
  case `addr:housenumber`, `addr:street`, `addr:place`, `addr:postcode`, `addr:housename`
  case `addr:unit`, `addr:city`, `addr:district`, `addr:suburb`, `addr:full`, `addr:interpolation`
  case official_name, postal_code, construction, proposed, disused, abandoned

  /// The beginnings of further keys that are kept: names in languages, addresses, restrictions.
  static let prefixes = ["name:", "addr:", "restriction:", "alt_name:", "oneway:", "access:"]

  /// The key as the map spells it.
  public var text: String { Self.texts[Int(rawValue)] }

  /// The spelling of every key by raw value; a case's own name is its spelling, and the back-ticks
  /// that some need in Swift are not part of it.
  private static let texts = allCases.map { "\($0)".filter { $0 != "`" } }
}
