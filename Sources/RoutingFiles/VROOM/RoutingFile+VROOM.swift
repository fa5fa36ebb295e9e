import Quantities
import RouteSolver

/// VROOM's answer, as its API documentation (release 1.14) describes it.
extension RoutingFile {
  func vroomText(of solution: RoutingSolution, reasons: [String]?) -> String {
    guard let vroom else { return "{}" }
    let routes = solution.routes.map { VROOMRoute($0, problem: problem, names: vroom) }
    func sum(_ value: (VROOMRoute) -> Int) -> Int { routes.reduce(0) { $0 + value($1) } }
    var summary: [(String, String)] = [
      ("cost", "\(sum(\.cost))"), ("routes", "\(routes.count)"),
      ("unassigned", "\(solution.unserved.count)"), ("setup", "\(sum(\.setup))"),
      ("service", "\(sum(\.service))"), ("duration", "\(sum(\.duration))"),
      ("waiting_time", "\(sum(\.waiting))"), ("priority", "\(sum(\.priority))"),
      (
        "violations",
        VROOMRoute.violations(isBreakMissing: routes.contains(where: \.isBreakMissing))
      ),
    ]
    if vroom.hasDistances { summary.append(("distance", "\(sum(\.distance))")) }
    if let amounts = vroom.amounts {
      summary.append((amounts.rawValue, JSONText.list([sum(\.load)])))
    }
    let unassigned = solution.unserved.enumerated().map { position, left in
      var members = Self.members(of: vroom.jobs[left.stop.position])
      if let reasons { members.append(("reason", JSONText.string(reasons[position]))) }
      return JSONText.object(members)
    }
    return JSONText.object([
      ("code", "0"), ("summary", JSONText.object(summary)),
      ("unassigned", JSONText.array(unassigned)), ("routes", JSONText.array(routes.map(\.text))),
    ])
  }

  /// An answer that says why a question cannot be answered, with VROOM's code for bad input.
  public static func vroomError(_ message: String) -> String {
    JSONText.object([("code", "2"), ("error", JSONText.string(message))])
  }

  static func members(of job: VROOMNames.Job) -> [(String, String)] {
    var members = [
      ("id", "\(job.id)"), ("type", "\"job\""), ("location_index", "\(job.locationIndex)"),
    ]
    if let point = job.location {
      members.append(("location", JSONText.array(point.map(JSONText.number))))
    }
    if let text = job.description { members.append(("description", JSONText.string(text))) }
    return members
  }
}

/// One route of VROOM's answer, its steps with times, loads and sums.
private struct VROOMRoute {
  let cost: Int
  let setup: Int
  let service: Int
  let duration: Int
  let waiting: Int
  let priority: Int
  let distance: Int
  let load: Int
  /// Whether the vehicle takes a break before it leaves or after it is back, which VROOM calls
  /// missing.
  let isBreakMissing: Bool
  private(set) var text = ""

  private let names: VROOMNames
  private var steps: [String] = []
  private var driven = 0
  private var way = 0
  private var carried: Int

  init(_ route: SolvedRoute, problem: RoutingProblem, names: VROOMNames) {
    let crew = problem.vehicles[route.vehicle.position]
    let jobs = route.visits.map { names.jobs[$0.stop.position] }
    let price =
      crew.fixedCost.value + crew.costPerTravelSecond * Int64(route.driving.value)
      + crew.costPerKilometre * Int64(route.distance.decimetres) / 10_000
    cost = Int(price / names.costUnit)
    setup = jobs.reduce(0) { $0 + $1.setup }
    service = jobs.reduce(0) { $0 + $1.service } + Self.resting(route)
    duration = Int(route.driving.value)
    waiting = Int(route.waiting.value)
    priority = jobs.reduce(0) { $0 + $1.priority }
    distance = Int(route.distance.decimetres) / 10
    load = jobs.reduce(0) { $0 + $1.amount }
    isBreakMissing = route.breaks.count < crew.breaks.count
    carried = names.amounts == .delivery ? load : 0
    self.names = names
    addSteps(route)
    text = members(names.vehicles[route.vehicle.position])
  }

  private static func resting(_ route: SolvedRoute) -> Int {
    route.breaks.reduce(0) { $0 + Int($1.end.value - $1.start.value) }
  }

  private func members(_ vehicle: VROOMNames.Vehicle) -> String {
    var members: [(String, String)] = [
      ("vehicle", "\(vehicle.id)"), ("cost", "\(cost)"), ("setup", "\(setup)"),
      ("service", "\(service)"), ("duration", "\(duration)"), ("waiting_time", "\(waiting)"),
      ("priority", "\(priority)"),
    ]
    if names.hasDistances { members.append(("distance", "\(distance)")) }
    if let amounts = names.amounts { members.append((amounts.rawValue, JSONText.list([load]))) }
    if let text = vehicle.description { members.append(("description", JSONText.string(text))) }
    members += [
      ("steps", JSONText.array(steps)),
      ("violations", Self.violations(isBreakMissing: isBreakMissing)),
    ]
    return JSONText.object(members)
  }

  static func violations(isBreakMissing: Bool) -> String {
    JSONText.array(isBreakMissing ? [JSONText.object([("cause", "\"missing_break\"")])] : [])
  }

  private mutating func addSteps(_ route: SolvedRoute) {
    let vehicle = names.vehicles[route.vehicle.position]
    if let start = vehicle.startIndex {
      add([("type", "\"start\""), ("location_index", "\(start)")], arrival: route.departure)
    }
    for (number, visit) in route.visits.enumerated() {
      addBreaks(route, before: number, afterLeg: false)
      drive(visit.leg)
      let pauses = addBreaks(route, before: number, afterLeg: true)
      let job = names.jobs[visit.stop.position]
      carried += names.amounts == .pickup ? job.amount : -job.amount
      add(
        RoutingFile.members(of: job), arrival: visit.arrival,
        waiting: visit.start - visit.arrival - pauses, setup: job.setup, service: job.service)
    }
    addBreaks(route, before: route.visits.count, afterLeg: false)
    drive(route.lastLeg)
    if let end = vehicle.endIndex {
      add([("type", "\"end\""), ("location_index", "\(end)")], arrival: route.finish)
    }
  }

  private mutating func drive(_ leg: SolvedLeg) {
    driven += Int(leg.driving.value)
    way += Int(leg.distance.decimetres)
  }

  /// Adds the breaks taken here; tells how long they last.
  @discardableResult
  private mutating func addBreaks(
    _ route: SolvedRoute, before visits: Int, afterLeg: Bool
  ) -> Seconds {
    var lasted = Seconds.zero
    for pause in route.breaks where pause.visitsBefore == visits && pause.isAfterLeg == afterLeg {
      let rest = names.vehicles[route.vehicle.position].breaks[pause.position]
      var members = [("id", "\(rest.id)"), ("type", "\"break\"")]
      if let text = rest.description { members.append(("description", JSONText.string(text))) }
      let length = pause.end - pause.start
      add(members, arrival: pause.start, service: Int(length.value))
      lasted = lasted + length
    }
    return lasted
  }

  private mutating func add(
    _ members: [(String, String)], arrival: Seconds, waiting: Seconds = .zero, setup: Int = 0,
    service: Int = 0
  ) {
    var members =
      members + [
        ("arrival", "\(Int(arrival.value) + names.origin)"), ("duration", "\(driven)"),
        ("setup", "\(setup)"), ("service", "\(service)"), ("waiting_time", "\(waiting.value)"),
        ("violations", "[]"),
      ]
    if names.hasDistances { members.append(("distance", "\(way / 10)")) }
    if names.amounts != nil { members.append(("load", JSONText.list([carried]))) }
    steps.append(JSONText.object(members))
  }
}
