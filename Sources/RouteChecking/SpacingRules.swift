import Quantities
import RouteSolver

/// Checks the days between visits that share a spacing.
struct SpacingRules {
  /// A visit that a spacing binds.
  private struct Bound {
    var stop: Int
    var day: Int
    /// Its place in the series; alternatives of one group have one place together.
    var place: Int
  }

  private let problem: RoutingProblem
  private(set) var faults: [RouteFault] = []

  init(_ problem: RoutingProblem, _ visits: [(stop: Int, vehicle: Int)]) {
    self.problem = problem
    for (number, rule) in problem.spacings.enumerated() {
      let places = places(in: number)
      let bound = visits.filter { problem.stops[$0.stop].spacing == number }.map {
        Bound(
          stop: $0.stop, day: problem.vehicles[$0.vehicle].day, place: places[$0.stop] ?? 0)
      }
      if rule.isSeries { checkSeries(rule, bound) } else { checkAny(rule, bound) }
    }
  }

  /// Counts the stops of a spacing in the order of the problem.
  private func places(in spacing: Int) -> [Int: Int] {
    var placeOfGroup: [Int: Int] = [:]
    var places: [Int: Int] = [:]
    var count = 0
    for (position, stop) in problem.stops.enumerated() where stop.spacing == spacing {
      if let group = stop.group, let known = placeOfGroup[group] {
        places[position] = known
        continue
      }
      if let group = stop.group { placeOfGroup[group] = count }
      places[position] = count
      count += 1
    }
    return places
  }

  /// Any two visits are as far apart as they must if neighbours are, and as near as they must if
  /// the first and the last are.
  private mutating func checkAny(_ rule: RoutingSpacing, _ visits: [Bound]) {
    let sorted = visits.sorted { ($0.day, $0.stop) < ($1.day, $1.stop) }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) {
      least(rule, later.day - earlier.day, later.stop)
    }
    guard let first = sorted.first, let last = sorted.last, let most = rule.maximumDays else {
      return
    }
    atMost(most, last.day - first.day, last.stop)
  }

  /// From one visit of a series to the next; what is left out between them lends its days.
  private mutating func checkSeries(_ rule: RoutingSpacing, _ visits: [Bound]) {
    let sorted = visits.sorted { ($0.place, $0.day) < ($1.place, $1.day) }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.place < later.place {
      let days = later.day - earlier.day
      if days < 0 {
        faults.append(
          RouteFault(.outOfSeries, stop: Index(later.stop), found: Int64(days), limit: 0))
        continue
      }
      least(rule, days, later.stop)
      if let most = rule.maximumDays {
        atMost(most * (later.place - earlier.place), days, later.stop)
      }
    }
  }

  private mutating func least(_ rule: RoutingSpacing, _ days: Int, _ stop: Int) {
    guard days < rule.minimumDays else { return }
    faults.append(
      RouteFault(
        .tooSoonAgain, stop: Index(stop), found: Int64(days), limit: Int64(rule.minimumDays)))
  }

  private mutating func atMost(_ most: Int, _ days: Int, _ stop: Int) {
    guard days > most else { return }
    faults.append(
      RouteFault(.tooLateAgain, stop: Index(stop), found: Int64(days), limit: Int64(most)))
  }
}
