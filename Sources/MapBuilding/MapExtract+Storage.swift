import COsmium
import Quantities

extension MapExtract {
  /// Copies what the shim read; the shim's memory is free afterwards.
  @unsafe
  init(_ view: cosmium_arrays, name: String) {
    let generator = unsafe String(cString: view.generator)
    self.init(
      name: name,
      licenceLine: generator.hasPrefix(OSMXMLWriter.generator)
        ? Self.inventedLicenceLine : Self.openStreetMapLicenceLine)
    // SAFETY: Every pointer comes with its count from the vector it points into.
    unsafe nodeIDs = Self.copy(view.node_ids, view.node_count)
    unsafe coordinates = Self.coordinates(view)
    unsafe taggedNodes = Self.copy(view.tagged_nodes, view.tagged_node_count)
    unsafe nodeTagOffsets = Self.copy(view.tagged_node_tags, view.tagged_node_count + 1)
    unsafe wayIDs = Self.copy(view.way_ids, view.way_count)
    unsafe wayNodeOffsets = Self.copy(view.way_node_offsets, view.way_count + 1)
    unsafe wayNodes = Self.copy(view.way_nodes, view.way_node_count)
    unsafe wayTagOffsets = Self.copy(view.way_tags, view.way_count + 1)
    unsafe relationIDs = Self.copy(view.relation_ids, view.relation_count)
    unsafe memberOffsets = Self.copy(view.member_offsets, view.relation_count + 1)
    unsafe relationTagOffsets = Self.copy(view.relation_tags, view.relation_count + 1)
    let strings = unsafe Self.strings(view)
    unsafe members = Self.members(view, strings)
    unsafe tagStore = TagStore(
      strings: strings, keys: Self.copy(view.tag_keys, view.tag_count),
      values: Self.copy(view.tag_values, view.tag_count))
    invalidNodeCount = unsafe Int(view.invalid_node_count)
    missingNodeCount = unsafe Int(view.missing_node_count)
    date = unsafe Self.date(view)
    bounds = unsafe Self.bounds(view, around: coordinates)
  }

  /// What OpenStreetMap asks to be printed beside its maps.
  static let openStreetMapLicenceLine = "© OpenStreetMap contributors"
  /// What is printed beside maps of places that do not exist.
  static let inventedLicenceLine = "Invented map: no real place"

  @unsafe
  private static func copy<Element>(_ start: UnsafePointer<Element>?, _ count: Int) -> [Element] {
    unsafe Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  @unsafe
  private static func coordinates(_ view: cosmium_arrays) -> [Coordinate] {
    let numbers = unsafe UnsafeBufferPointer(start: view.coordinates, count: view.node_count * 2)
    return unsafe (0..<view.node_count).map {
      unsafe Coordinate(latitude: numbers[2 * $0], longitude: numbers[2 * $0 + 1])
    }
  }

  @unsafe
  private static func strings(_ view: cosmium_arrays) -> [String] {
    let offsets = unsafe UnsafeBufferPointer(
      start: view.string_offsets, count: view.string_count + 1)
    let bytes = unsafe UnsafeRawBufferPointer(
      start: view.string_bytes, count: Int(offsets[view.string_count]))
    return unsafe (0..<view.string_count).map {
      let range = unsafe Int(offsets[$0])..<Int(offsets[$0 + 1])
      return unsafe String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
  }

  @unsafe
  private static func members(_ view: cosmium_arrays, _ strings: [String]) -> [Member] {
    unsafe (0..<view.member_count).map {
      unsafe Member(
        entity: Entity(rawValue: view.member_entities[$0]) ?? .relation,
        id: view.member_ids[$0], role: strings[Int(view.member_roles[$0])])
    }
  }

  /// The day of the last replication, else that of the newest thing in the extract.
  @unsafe
  private static func date(_ view: cosmium_arrays) -> ServiceDate? {
    let stamp = unsafe String(cString: view.replication_timestamp)
    if let date = ServiceDate(stamp.prefix(10)) { return date }
    let seconds = unsafe view.newest_timestamp
    guard seconds > 0 else { return nil }
    return Instant(secondsSinceEpoch: seconds).date
  }

  /// The header's box where it meets the data; some headers name half the world.
  @unsafe
  private static func bounds(
    _ view: cosmium_arrays, around coordinates: [Coordinate]
  ) -> CoordinateBounds? {
    guard let data = CoordinateBounds(around: coordinates), unsafe view.has_bounds != 0 else {
      return CoordinateBounds(around: coordinates)
    }
    let (south, west, north, east) = unsafe view.bounds
    let southWest = Coordinate(
      latitude: max(south, data.southWest.latitude),
      longitude: max(west, data.southWest.longitude))
    let northEast = Coordinate(
      latitude: min(north, data.northEast.latitude),
      longitude: min(east, data.northEast.longitude))
    guard southWest.latitude <= northEast.latitude, southWest.longitude <= northEast.longitude
    else { return data }
    return CoordinateBounds(southWest: southWest, northEast: northEast)
  }
}
