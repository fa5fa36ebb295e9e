import Quantities
import RoadNetwork

/// Writes one step of a leg as OSRM does.
///
/// Its one intersection names the roads that the way comes and goes by; others at the junction are
/// not in a ``RoadStep``.
struct StepWriter {
  private let writer: RouteWriter
  private let leg: RoadRoute
  private let position: Int

  init(_ writer: RouteWriter, _ leg: RoadRoute, _ position: Int) {
    self.writer = writer
    self.leg = leg
    self.position = position
  }

  private var current: RoadStep { leg.steps[position] }
  private var isDeparture: Bool { current.manoeuvre == .depart }
  private var isArrival: Bool { if case .arrive = current.manoeuvre { true } else { false } }

  /// The step object.
  var step: JSONText {
    var members: [(key: String, value: JSONText)] = [
      ("geometry", writer.geometry(Array(leg.geometry[current.geometry]))),
      ("maneuver", manoeuvre), ("mode", .text(mode)),
      ("driving_side", .text(writer.drivesOnLeft ? "left" : "right")),
      ("name", .text(current.street.plainName)),
    ]
    if !current.street.reference.isEmpty {
      members.append(("ref", .text(current.street.reference)))
    }
    members.append(("intersections", .list([intersection])))
    return .object(members + writer.sums(current.duration, current.distance))
  }

  private var mode: String {
    if current.street.roadClass == .ferry { return "ferry" }
    switch writer.mode {
    case .car, .motorcycle: return "driving"
    case .eBike, .bicycle: return "cycling"
    case .foot: return "walking"
    }
  }

  // MARK: The manoeuvre

  private var manoeuvre: JSONText {
    let (type, modifier, exit) = words
    var members: [(key: String, value: JSONText)] = [
      ("type", .text(type)), ("location", OSRMService.location(current.coordinate)),
      ("bearing_before", .whole(isDeparture ? 0 : bearingBefore)),
      ("bearing_after", .whole(isArrival ? 0 : current.bearing)),
    ]
    if let modifier { members.append(("modifier", .text(modifier))) }
    if let exit { members.append(("exit", .whole(exit))) }
    return .object(members)
  }

  private var words: (type: String, modifier: String?, exit: Int?) {
    switch current.manoeuvre {
    case .depart: ("depart", nil, nil)
    case .turn(.slightLeft): ("turn", "slight left", nil)
    case .turn(.left): ("turn", "left", nil)
    case .turn(.sharpLeft): ("turn", "sharp left", nil)
    case .turn(.slightRight): ("turn", "slight right", nil)
    case .turn(.right): ("turn", "right", nil)
    case .turn(.sharpRight): ("turn", "sharp right", nil)
    case .goOn: ("new name", "straight", nil)
    case .uTurn: ("continue", "uturn", nil)
    case .roundabout(let exit): ("roundabout", writer.drivesOnLeft ? "left" : "right", exit)
    case .boardFerry: ("notification", "straight", nil)
    case .arrive(.left): ("arrive", "left", nil)
    case .arrive(.right): ("arrive", "right", nil)
    case .arrive(.ahead): ("arrive", "straight", nil)
    }
  }

  /// The direction in which the step's place is come to, in whole degrees.
  private var bearingBefore: Int {
    if isArrival { return current.bearing }
    let line = leg.geometry[...min(current.geometry.lowerBound, leg.geometry.count - 1)]
    guard let end = line.last else { return current.bearing }
    // At least ten metres back, so that a kink before the junction does not decide.
    let start = line.dropLast().last { $0.metres(to: end) >= 10 } ?? line.first ?? end
    return start == end ? current.bearing : Int(start.bearing(to: end).rounded()) % 360
  }

  private var intersection: JSONText {
    let back = (bearingBefore + 180) % 360
    let ahead = current.bearing
    var members: [(key: String, value: JSONText)] = [
      ("location", OSRMService.location(current.coordinate))
    ]
    if isDeparture || isArrival {
      members += [
        ("bearings", .list([.whole(isArrival ? back : ahead)])), ("entry", .list([.flag(true)])),
        (isArrival ? "in" : "out", .whole(0)),
      ]
    } else {
      let isBackFirst = back <= ahead
      members += [
        ("bearings", .list([min(back, ahead), max(back, ahead)].map { .whole($0) })),
        ("entry", .list([.flag(!isBackFirst), .flag(isBackFirst)])),
        ("in", .whole(isBackFirst ? 0 : 1)), ("out", .whole(isBackFirst ? 1 : 0)),
      ]
    }
    return .object(members)
  }
}
