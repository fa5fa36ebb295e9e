import Quantities
import RouteSolver

/// Looks for times that keep every promise of a route whose order is given.
///
/// For one departure and one set of breaks to take, being early is never worse, so the route is
/// driven once with the earliest time for each number of breaks taken. Departures are tried where
/// something changes: where a wait vanishes, a window closes, or a break stops being owed.
struct ScheduleFinder {
  let crew: RoutingVehicle
  private let stops: [RoutingStop]
  /// The time of the leg to each stop, and home; where it depends on the hour, the least.
  private let legs: [Int]
  private let places: [Index<RoutingLocation>?]
  private let table: Legs

  /// - Precondition: every leg exists.
  init(_ problem: RoutingProblem, _ route: AssignedRoute) {
    crew = problem.vehicles[route.vehicle]
    stops = route.stops.map { problem.stops[$0] }
    let table = Legs(problem, vehicle: route.vehicle)
    let places = [crew.start] + stops.map { $0.location } + [crew.end]
    legs = zip(places, places.dropFirst()).map { table.leg($0, $1)?.seconds ?? 0 }
    self.table = table
    self.places = places
  }

  /// Whether some departure works.
  var exists: Bool {
    if table.areTimed { return existsThroughDay }
    let earliest = Int(crew.shift.start.value)
    if works(leaving: earliest) { return true }
    guard crew.maxDuty != nil || !crew.breaks.isEmpty else { return false }
    return departures().contains { $0 > earliest && works(leaving: $0) }
  }

  /// The departures at which something changes, in order.
  private func departures() -> [Int] {
    var pauses: Set<Int> = [0]
    for rule in crew.breaks { pauses.formUnion(pauses.map { $0 + Int(rule.duration.value) }) }
    var moments: Set<Int> = []
    func note(_ span: HorizonSpan, after travelled: Int) {
      for edge in [Int(span.start.value), Int(span.end.value)] {
        for pause in pauses { moments.insert(edge - travelled - pause) }
      }
    }
    for rule in crew.breaks {
      moments.insert(Int(rule.window.start.value) + Int(rule.duration.value))
    }
    var travelled = 0
    for position in legs.indices {
      for rule in crew.breaks { note(rule.window, after: travelled) }
      travelled += legs[position]
      for rule in crew.breaks { note(rule.window, after: travelled) }
      guard position < stops.count else { break }
      for window in spans(of: stops[position]) { note(window, after: travelled) }
      travelled += Int(stops[position].service.value)
    }
    note(crew.shift, after: travelled)
    return moments.sorted()
  }

  private func works(leaving departure: Int) -> Bool {
    let sets = 0..<(1 << crew.breaks.count)
    return sets.contains { set in
      let taken = crew.breaks.indices.filter { set >> $0 & 1 == 1 }
      guard let finish = finish(leaving: departure, taking: taken.map { crew.breaks[$0] }),
        finish <= Int(crew.shift.end.value),
        crew.maxDuty.map({ finish - departure - unpaid(taken) <= Int($0.value) }) ?? true
      else { return false }
      return crew.breaks.indices.allSatisfy {
        taken.contains($0)
          || !BreakDue.isOwed(crew.breaks[$0], departure: departure, finish: finish)
      }
    }
  }

  /// The part of the breaks taken that is no duty.
  private func unpaid(_ taken: [Int]) -> Int {
    taken.map { crew.breaks[$0] }.reduce(0) { $0 + ($1.isPaid ? 0 : Int($1.duration.value)) }
  }

  /// When service may begin; a pin overrules the windows.
  private func spans(of stop: RoutingStop) -> [HorizonSpan] {
    stop.pinnedStart.map { [HorizonSpan($0, $0)] } ?? stop.windows
  }

  /// The earliest end of the route with all of `breaks` taken in their order.
  func finish(leaving departure: Int, taking breaks: [RoutingBreak]) -> Int? {
    // The earliest moment here with so many breaks behind; `nil` where that cannot be.
    var clocks: [Int?] = Array(repeating: nil, count: breaks.count + 1)
    clocks[0] = departure
    for position in legs.indices {
      rest(breaks, &clocks)
      clocks = clocks.map { clock in clock.map { $0 + seconds(of: position, leaving: $0) } }
      guard position < stops.count else { break }
      rest(breaks, &clocks)
      clocks = clocks.map { clock in clock.flatMap { served(stops[position], at: $0) } }
    }
    return clocks[breaks.count]
  }

  private func seconds(of leg: Int, leaving moment: Int) -> Int {
    guard table.areTimed else { return legs[leg] }
    return table.leg(places[leg], places[leg + 1], leaving: moment)?.seconds ?? 0
  }

  private func rest(_ breaks: [RoutingBreak], _ clocks: inout [Int?]) {
    for (taken, rule) in breaks.enumerated() {
      guard let clock = clocks[taken] else { continue }
      let start = max(clock, Int(rule.window.start.value))
      guard start <= Int(rule.window.end.value) else { continue }
      let over = start + Int(rule.duration.value)
      clocks[taken + 1] = min(clocks[taken + 1] ?? over, over)
    }
  }

  /// The end of service for an arrival at `clock`; `nil` when all windows are over or it is dark.
  private func served(_ stop: RoutingStop, at clock: Int) -> Int? {
    let spans = spans(of: stop)
    var start: Int? = spans.isEmpty ? clock : nil
    for window in spans where clock <= Int(window.end.value) {
      let opening = max(clock, Int(window.start.value))
      start = min(start ?? opening, opening)
    }
    guard let start else { return nil }
    let end = start + Int(stop.service.value)
    if let latest = crew.latestServiceEnd, end > Int(latest.value) { return nil }
    return end
  }
}
