import Quantities
import RoadNetwork

/// Reads the path and query of a request.
///
/// `/{service}/v1/{profile}/{coordinates}[.json][?option=value&…]`, where coordinates are
/// `lon,lat;lon,lat;…`, `polyline(…)` or `polyline6(…)`.
struct OSRMRequestParser {
  let limits: OSRMLimits

  /// The request that a path and query are.
  func parse(_ target: String) throws(OSRMError) -> OSRMRequest {
    guard target.utf8.count <= limits.urlBytes else {
      throw OSRMError(.tooBig, "The URL is longer than \(limits.urlBytes) bytes.")
    }
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, !parts[3].isEmpty,
      let profile = PercentText.decode(parts[3]), let places = PercentText.decode(parts[4])
    else {
      throw OSRMError(
        .invalidURL, "URL string malformed: write /service/v1/profile/lon,lat;lon,lat.")
    }
    let service = String(parts[1])
    guard Self.services.contains(service) else {
      throw OSRMError(.invalidService, "Service \(service.prefix(40)) not found!")
    }
    guard parts[2] == "v1" else {
      throw OSRMError(
        .invalidVersion, "Service \(service) not found for version: \(parts[2].prefix(40))")
    }
    guard Self.answered.contains(service) else {
      throw OSRMError(.notImplemented, "This server does not answer \(service).")
    }
    let coordinates = try coordinates(places)
    var options = try OSRMQuery(halves.count > 1 ? halves[1] : "")
    var request = OSRMRequest(
      profile: String(profile.prefix(64)),
      places: coordinates.map { OSRMRequest.Place(coordinate: $0) }, service: .nearest(count: 1))
    try readCommon(&options, into: &request)
    switch service {
    case "route": request.service = .route(try routeOptions(&options, request))
    case "table": request.service = .table(try tableOptions(&options, request))
    default: request.service = .nearest(count: try nearestCount(&options, request))
    }
    if let unknown = options.unread {
      throw OSRMError(
        .invalidQuery, "Query string malformed: unknown option \(unknown.prefix(40)).")
    }
    return request
  }

  private static let answered = ["route", "table", "nearest"]
  private static let services = answered + ["match", "trip", "tile"]

  // MARK: Coordinates

  private func coordinates(_ text: String) throws(OSRMError) -> [Coordinate] {
    var text = Substring(text)
    if text.hasSuffix(".json") { text.removeLast(5) }
    for (word, digits) in [("polyline", 5), ("polyline6", 6)]
    where text.hasPrefix(word + "(") && text.hasSuffix(")") {
      let encoded = String(text.dropFirst(word.utf8.count + 1).dropLast())
      guard
        let line = Polyline.decode(encoded, digits: digits, limit: limits.coordinates + 1),
        !line.isEmpty
      else { throw OSRMError(.invalidQuery, "The \(word) cannot be read.") }
      return try bounded(line)
    }
    var places: [Coordinate] = []
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    for (position, part) in parts.enumerated() {
      let numbers = part.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
      guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] else {
        throw OSRMError(.invalidQuery, "Coordinate \(position) is not lon,lat.")
      }
      guard let place = Coordinate(degreesLatitude: latitude, longitude: longitude) else {
        throw OSRMError(.invalidValue, "Invalid coordinate value at position \(position).")
      }
      places.append(place)
      if places.count > limits.coordinates { break }
    }
    return try bounded(places)
  }

  private func bounded(_ places: [Coordinate]) throws(OSRMError) -> [Coordinate] {
    guard places.count <= limits.coordinates else {
      throw OSRMError(.tooBig, "Too many coordinates: at most \(limits.coordinates).")
    }
    return places
  }

  // MARK: Options of every service

  private func readCommon(
    _ options: inout OSRMQuery, into request: inout OSRMRequest
  ) throws(OSRMError) {
    let count = request.places.count
    for (position, text) in try options.list("bearings", count: count).enumerated()
    where !text.isEmpty {
      let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let bearing = numbers[0], let range = numbers[1],
        (0...360).contains(bearing), (0...180).contains(range)
      else { throw OSRMError(.invalidValue, "Bearing \(position) is not 0–360,0–180.") }
      request.places[position].bearing = BearingRange(bearing, range: range)
    }
    for (position, text) in try options.list("radiuses", count: count).enumerated()
    where !text.isEmpty && text != "unlimited" {
      guard let metres = Double(text), metres >= 0, metres.isFinite else {
        throw OSRMError(.invalidValue, "Radius \(position) is neither metres nor unlimited.")
      }
      request.places[position].radius = Distance(metres: min(metres, 1e7))
    }
    for (position, text) in try options.list("hints", count: count).enumerated()
    where !text.isEmpty {
      request.places[position].hint = String(text)
    }
    for text in try options.list("approaches", count: count)
    where !["", "unrestricted"].contains(text) {
      throw OSRMError(.invalidOptions, "Approaches other than unrestricted are not supported.")
    }
    if let classes = options.text("exclude"), !classes.isEmpty {
      throw OSRMError(.invalidValue, "Exclude flag combination is not supported.")
    }
    _ = try options.word("snapping", ["default", "any"])
    request.givesHints = try options.flag("generate_hints") ?? true
    request.skipsWaypoints = try options.flag("skip_waypoints") ?? false
  }

  // MARK: Options of one service

  private func routeOptions(
    _ options: inout OSRMQuery, _ request: OSRMRequest
  ) throws(OSRMError) -> OSRMRequest.RouteOptions {
    guard request.places.count >= 2 else {
      throw OSRMError(.invalidOptions, "Number of coordinates needs to be at least two.")
    }
    guard request.places.count <= limits.routeSize else {
      throw OSRMError(.tooBig, "Too many route coordinates: at most \(limits.routeSize).")
    }
    var route = OSRMRequest.RouteOptions()
    route.steps = try options.flag("steps") ?? false
    if let word = try options.word("geometries", ["polyline", "polyline6", "geojson"]) {
      route.geometries = OSRMRequest.Geometries(rawValue: word) ?? .polyline
    }
    if let word = try options.word("overview", ["simplified", "full", "false"]) {
      route.overview = OSRMRequest.Overview(rawValue: word) ?? .simplified
    }
    if let text = options.text("annotations") { route.annotations = try annotations(text) }
    if let text = options.text("alternatives"), text != "true", text != "false" {
      guard let count = Int(text), count >= 0 else {
        throw OSRMError(.invalidValue, "alternatives is neither true, false nor a number.")
      }
    }
    _ = try options.word("continue_straight", ["default", "true", "false"])
    if let waypoints = try options.positions("waypoints", count: request.places.count),
      waypoints != Array(request.places.indices)
    {
      throw OSRMError(.invalidOptions, "Coordinates that are no waypoints are not supported.")
    }
    return route
  }

  private func annotations(_ text: String) throws(OSRMError) -> Set<OSRMRequest.Annotation> {
    if text == "false" { return [] }
    if text == "true" { return [.duration, .distance, .weight, .speed] }
    var annotations: Set<OSRMRequest.Annotation> = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let annotation = OSRMRequest.Annotation(rawValue: String(word)) else {
        throw OSRMError(.invalidValue, "annotations holds an unknown word.")
      }
      annotations.insert(annotation)
    }
    return annotations
  }

  private func tableOptions(
    _ options: inout OSRMQuery, _ request: OSRMRequest
  ) throws(OSRMError) -> OSRMRequest.TableOptions {
    let count = request.places.count
    var table = OSRMRequest.TableOptions()
    table.sources =
      try options.positions("sources", count: count) ?? Array(request.places.indices)
    table.destinations =
      try options.positions("destinations", count: count) ?? Array(request.places.indices)
    guard count <= limits.tableSize,
      table.sources.count <= limits.tableSize * limits.tableSize / max(1, table.destinations.count)
    else {
      throw OSRMError(.tooBig, "Too many table coordinates: at most \(limits.tableSize).")
    }
    if let text = options.text("annotations") {
      let words = try annotations(text)
      guard !words.isEmpty, words.isSubset(of: [.duration, .distance]) else {
        throw OSRMError(.invalidValue, "annotations of a table are duration and distance.")
      }
      (table.durations, table.distances) = (words.contains(.duration), words.contains(.distance))
    }
    table.fallbackSpeed = try options.positive("fallback_speed")
    if let word = try options.word("fallback_coordinate", ["input", "snapped"]) {
      table.fallsBackFromInput = word == "input"
    }
    table.scaleFactor = try options.positive("scale_factor") ?? 1
    return table
  }

  private func nearestCount(
    _ options: inout OSRMQuery, _ request: OSRMRequest
  ) throws(OSRMError) -> Int {
    guard request.places.count == 1 else {
      throw OSRMError(.invalidOptions, "Only one input coordinate is supported.")
    }
    guard let text = options.text("number") else { return 1 }
    guard let number = Int(text), number >= 1 else {
      throw OSRMError(.invalidOptions, "number is at least 1.")
    }
    guard number <= limits.nearestSize else {
      throw OSRMError(.tooBig, "number is at most \(limits.nearestSize).")
    }
    return number
  }
}
