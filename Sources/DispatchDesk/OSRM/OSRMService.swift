public import Quantities
public import RoadNetwork

/// Answers OSRM's HTTP API v1 from a road network, as values: it knows no socket.
///
/// A value that never changes; several tasks may ask it at once.
public struct OSRMService: Sendable {
  /// What is sent back.
  public struct Answer: Sendable {
    /// The HTTP status.
    public let status: Int
    /// JSON.
    public let body: [UInt8]
    /// OSRM's code of the answer, `Ok` or that of an error.
    public let code: String
    /// What was asked, for a log: the service and the number of coordinates, and no place.
    public let summary: String
  }

  let network: RoadNetwork
  let mode: TravelMode
  let limits: OSRMLimits

  /// How far from a coordinate a road may be unless its radius says otherwise.
  static let reach = Distance(metres: 100_000)

  /// A service on a network, for requests whose profile names no mode.
  public init(network: RoadNetwork, mode: TravelMode, limits: OSRMLimits = OSRMLimits()) {
    self.network = network
    self.mode = mode
    self.limits = limits
  }

  /// The answer to a path and query.
  public func answer(to target: String) -> Answer {
    do throws(OSRMError) {
      let request = try OSRMRequestParser(limits: limits).parse(target)
      let mode = try mode(for: request.profile)
      let summary = "\(request.service.name) \(mode.rawValue) \(request.places.count)"
      do throws(OSRMError) {
        return Answer(
          status: 200, body: try answer(request, mode).bytes, code: "Ok", summary: summary)
      } catch {
        return Self.answer(error, summary: summary)
      }
    } catch {
      return Self.answer(error, summary: "–")
    }
  }

  /// The answer that tells an error.
  public static func answer(_ error: OSRMError, summary: String = "–") -> Answer {
    let body = JSONText.object([
      ("code", .text(error.code.rawValue)), ("message", .text(error.message)),
    ])
    return Answer(status: 400, body: body.bytes, code: error.code.rawValue, summary: summary)
  }

  private func answer(
    _ request: OSRMRequest, _ mode: TravelMode
  ) throws(OSRMError) -> JSONText {
    switch request.service {
    case .route(let options): try route(request, options, mode)
    case .table(let options): try table(request, options, mode)
    case .nearest(let count): try nearest(request, count, mode)
    }
  }

  /// The mode that a profile means: OSRM's own word for its one profile is the server's mode, as is
  /// any other that names none.
  private func mode(for profile: String) throws(OSRMError) -> TravelMode {
    let named: TravelMode? =
      switch profile {
      case "car": .car
      case "foot", "walking", "walk": .foot
      case "bike", "bicycle", "cycling": .bicycle
      default: TravelMode(rawValue: profile)
      }
    guard let named else { return mode }
    guard network.summary.modes.contains(where: { $0.mode == named }) else {
      throw OSRMError(.invalidValue, "This map has no roads for the profile \(named.rawValue).")
    }
    return named
  }

  // MARK: Places

  /// Where the places of a request lie on the roads.
  func positions(
    _ request: OSRMRequest, _ mode: TravelMode
  ) throws(OSRMError) -> [RoadPosition] {
    var positions: [RoadPosition] = []
    for (number, place) in request.places.enumerated() {
      guard let position = position(place, mode) else {
        throw OSRMError(
          .noSegment, "Could not find a matching segment for coordinate \(number)")
      }
      positions.append(position)
    }
    return positions
  }

  private func position(_ place: OSRMRequest.Place, _ mode: TravelMode) -> RoadPosition? {
    if let hint = place.hint.flatMap(OSRMHint.init), hint.mapChecksum == network.mapChecksum,
      hint.mode == mode
    {
      let known = network.position(
        requested: place.coordinate, road: hint.road, along: hint.along)
      if let known, hint.requested == place.coordinate { return known }
    }
    let reach = place.radius ?? Self.reach
    guard let bearing = place.bearing else {
      return network.nearest(place.coordinate, mode: mode, within: reach)
    }
    return network.nearest(
      place.coordinate, mode: mode, count: 1, within: reach, bearing: bearing
    ).first?.position
  }

  /// A waypoint object.
  func waypoint(
    _ position: RoadPosition, _ request: OSRMRequest, _ mode: TravelMode,
    name: String? = nil
  ) -> JSONText {
    var members: [(key: String, value: JSONText)] = []
    if request.givesHints {
      let hint = OSRMHint(position, mapChecksum: network.mapChecksum, mode: mode)
      members.append(("hint", .text(hint.text)))
    }
    members += [
      ("distance", .decimal(position.moved.metres, digits: 1)),
      ("name", .text(name ?? network.street(at: position).plainName)),
      ("location", Self.location(position.coordinate)),
    ]
    return .object(members)
  }

  /// Longitude and latitude with six decimals.
  static func location(_ place: Coordinate) -> JSONText {
    .list([
      .decimal(place.degreesLongitude, digits: 6), .decimal(place.degreesLatitude, digits: 6),
    ])
  }

  private func nearest(
    _ request: OSRMRequest, _ count: Int, _ mode: TravelMode
  ) throws(OSRMError) -> JSONText {
    let place = request.places[0]
    let found = network.nearest(
      place.coordinate, mode: mode, count: count, within: place.radius ?? Self.reach,
      bearing: place.bearing)
    guard !found.isEmpty else {
      throw OSRMError(.noSegment, "Could not find a matching segment for coordinate 0")
    }
    let waypoints = found.map {
      waypoint($0.position, request, mode, name: $0.street.plainName)
    }
    return .object([("code", .text("Ok")), ("waypoints", .list(waypoints))])
  }
}

extension OSRMRequest.Service {
  /// The service's word in a URL.
  var name: String {
    switch self {
    case .route: "route"
    case .table: "table"
    case .nearest: "nearest"
    }
  }
}

extension Street {
  /// The signposted name without the number; empty without one.
  var plainName: String { names.first?.text ?? "" }
}
