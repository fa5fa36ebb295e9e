/// A visit and a route that it may become part of, where a detour, being in time, and the time from
/// departure to return say all.
///
/// Most of the time of a search is spent here, so sums that cannot overflow are not checked: a leg is
/// at most ``TravelTables/far``, and all moments lie on one horizon.
struct PlainVisit {
  let crew: CompiledVehicle
  let windows: Range<Int>
  let service: Int32
  /// When it can be over at the earliest, and begin at the latest.
  let firstDone: Int32
  let lastStart: Int32
  /// What it costs wherever it stands.
  private let base: Int64
  /// Driving and service with the visit, its detour apart.
  private let busy: Int32
  /// What waiting and overtime cost without it, and the most that they can gain by it while the way
  /// does not get shorter.
  private let oldIdle: Int64
  private let mostGain: Int64
  /// By how much the crew may drive longer.
  private let spareDriving: Int32

  @inline(__always)
  init(_ stop: Int, vehicle: Int, _ plan: PlanState) {
    let problem = plan.problem
    let totals = plan.totals[vehicle]
    crew = problem.vehicles[vehicle]
    windows = problem.windows(crew, stop: stop)
    service = problem.service[stop]
    firstDone = problem.windowOpen[windows.lowerBound] &+ service
    lastStart = problem.windowClose[windows.upperBound &- 1]
    base =
      problem.orders.regret[stop] + problem.affinityCost(stop: stop, vehicle: vehicle)
      + (totals.count == 0 ? crew.fixedCost : 0)
    busy = totals.driving &+ totals.service &+ service
    spareDriving = crew.maxDriving &- totals.driving
    guard crew.needsDuration else {
      oldIdle = 0
      mostGain = 0
      return
    }
    oldIdle = totals.count == 0 ? 0 : crew.idleCost(waiting: totals.waiting, duty: totals.duty)
    mostGain =
      crew.waitingRate * Int64(totals.waiting)
      + crew.overtimeRate * Int64(totals.duty &- totals.driving &- totals.service)
  }

  /// The longest detour that may cost less than `bound`.
  ///
  /// - Returns: seconds; at least -1 where idle time counts, which may gain by any way that is shorter.
  @inline(__always)
  func longestDetour(below bound: Int64) -> Int32 {
    let least: Int32 = crew.needsDuration ? -1 : -TravelTables.far
    // No place costs as much as half of what a number holds, and no difference runs over.
    let money = min(bound, .max / 2) &- base &+ mostGain
    if crew.travelRate == 0 { return money > 0 ? spareDriving : least }
    let seconds =
      money > 0
      ? (money &- 1) / crew.travelRate : -((crew.travelRate &- money) / crew.travelRate)
    return min(spareDriving, max(least, Int32(clamping: seconds)))
  }

  /// The cost of a place that is in time where only the way counts.
  @inline(__always)
  func cost(detour: Int32) -> Int64 { base &+ crew.travelRate &* Int64(detour) }

  /// The same where idle time counts: `label` tells of the whole route with the visit.
  @inline(__always)
  func cost(detour: Int32, _ label: PathLabel) -> Int64 {
    let waiting = label.duration &- label.rest &- busy &- detour
    return cost(detour: detour) &+ crew.idleCost(waiting: waiting, duty: label.duty) &- oldIdle
  }
}
