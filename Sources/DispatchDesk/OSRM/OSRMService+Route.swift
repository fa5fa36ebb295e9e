import Quantities
import RoadNetwork

extension OSRMService {
  /// The answer to `route`: one route, as alternatives are not looked for.
  func route(
    _ request: OSRMRequest, _ options: OSRMRequest.RouteOptions, _ mode: TravelMode
  ) throws(OSRMError) -> JSONText {
    let positions = try positions(request, mode)
    var search = PathSearch(in: network, mode: mode)
    var legs: [RoadRoute] = []
    for (from, to) in zip(positions, positions.dropFirst()) {
      guard let leg = search.route(from: from, to: to) else {
        throw OSRMError(.noRoute, "Impossible route between points.")
      }
      legs.append(leg)
    }
    let writer = RouteWriter(
      options: options, mode: mode, drivesOnLeft: network.summary.drivesOnLeft)
    var members: [(key: String, value: JSONText)] = [
      ("code", .text("Ok")), ("routes", .list([writer.route(legs)])),
    ]
    if !request.skipsWaypoints {
      members.append(("waypoints", .list(positions.map { waypoint($0, request, mode) })))
    }
    return .object(members)
  }
}

/// Writes routes as OSRM does.
struct RouteWriter {
  let options: OSRMRequest.RouteOptions
  let mode: TravelMode
  let drivesOnLeft: Bool

  /// A route object.
  func route(_ legs: [RoadRoute]) -> JSONText {
    var members: [(key: String, value: JSONText)] = []
    if options.overview != .none {
      var line: [Coordinate] = []
      for leg in legs {
        line += line.last == leg.geometry.first ? leg.geometry.dropFirst() : leg.geometry[...]
      }
      if options.overview == .simplified { line = LineSimplifier.simplified(line) }
      members.append(("geometry", geometry(line)))
    }
    members.append(("legs", .list(legs.map(leg))))
    members.append(("weight_name", .text("duration")))
    members += sums(
      legs.reduce(.zero) { $0 + $1.duration }, legs.reduce(.zero) { $0 + $1.distance })
    return .object(members)
  }

  private func leg(_ leg: RoadRoute) -> JSONText {
    let steps = options.steps ? leg.steps.indices.map { StepWriter(self, leg, $0).step } : []
    var members: [(key: String, value: JSONText)] = [
      ("steps", .list(steps)),
      ("summary", .text(options.steps ? summary(leg) : "")),
    ]
    members += sums(leg.duration, leg.distance)
    if !options.annotations.isEmpty {
      members.append(("annotation", RouteAnnotation(leg).json(options.annotations)))
    }
    return .object(members)
  }

  /// Weight, duration and distance; the weight is the duration.
  func sums(_ duration: Seconds, _ distance: Distance) -> [(key: String, value: JSONText)] {
    [
      ("weight", .whole(Int(duration.value))), ("duration", .whole(Int(duration.value))),
      ("distance", .decimal(distance.metres, digits: 1)),
    ]
  }

  /// The names of the two longest named stretches, in order of the way.
  private func summary(_ leg: RoadRoute) -> String {
    var lengths: [(name: String, distance: Distance, first: Int)] = []
    for (position, step) in leg.steps.enumerated() {
      let name = step.street.plainName.isEmpty ? step.street.reference : step.street.plainName
      guard !name.isEmpty else { continue }
      if let known = lengths.firstIndex(where: { $0.name == name }) {
        lengths[known].distance = lengths[known].distance + step.distance
      } else {
        lengths.append((name, step.distance, position))
      }
    }
    let longest = lengths.sorted { ($1.distance, $0.first) < ($0.distance, $1.first) }.prefix(2)
    return longest.sorted { $0.first < $1.first }.map(\.name).joined(separator: ", ")
  }

  /// A line in the asked form; a single point twice, as a line has two.
  func geometry(_ line: [Coordinate]) -> JSONText {
    let line = line.count == 1 ? line + line : line
    switch options.geometries {
    case .polyline: return .text(Polyline.encode(line, digits: 5))
    case .polyline6: return .text(Polyline.encode(line, digits: 6))
    case .geojson:
      return .object([
        ("type", .text("LineString")),
        ("coordinates", .list(line.map(OSRMService.location))),
      ])
    }
  }
}

/// Values between each two points of a leg's line.
///
/// Durations are those of the steps, shared out by length: their sum is the leg's.
private struct RouteAnnotation {
  private var distances: [Double] = []
  private var durations: [Double] = []

  init(_ leg: RoadRoute) {
    for step in leg.steps {
      let line = leg.geometry[step.geometry]
      let lengths = zip(line, line.dropFirst()).map { $0.metres(to: $1) }
      let whole = lengths.reduce(0, +)
      distances += lengths
      durations += lengths.map {
        whole > 0
          ? Double(step.duration.value) * $0 / whole
          : Double(step.duration.value) / Double(lengths.count)
      }
    }
  }

  func json(_ asked: Set<OSRMRequest.Annotation>) -> JSONText {
    var members: [(key: String, value: JSONText)] = []
    func add(_ annotation: OSRMRequest.Annotation, _ values: [Double], digits: Int = 1) {
      guard asked.contains(annotation) else { return }
      members.append(
        (annotation.rawValue, .list(values.map { .decimal($0, digits: digits) })))
    }
    add(.distance, distances, digits: 3)
    add(.duration, durations, digits: 3)
    add(.weight, durations, digits: 3)
    add(.speed, zip(distances, durations).map { $1 > 0 ? $0 / $1 : 0 })
    return .object(members)
  }
}
