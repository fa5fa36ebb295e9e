import FieldModel
import Quantities

extension PlanChecker {
  /// Follows the clock through the day: leave, rest, drive, wait, visit, and so on to the base.
  func clockFaults(
    _ crew: Crew, _ route: DailyRoute, travel: some TravelTimes
  ) -> [PlanFault] {
    var faults: [PlanFault] = []
    var clock = route.departure
    var place = crew.base.coordinate
    for (position, stop) in route.stops.enumerated() {
      faults += travelFault(stop.travel, from: place, to: stop.coordinate, crew, travel)
        .map { PlanFault($0, visit: stop.visit) }
      let pauses = route.breaks.filter { $0.afterStops == position }
      let (arrival, rested, isMisplaced) = pass(
        pauses, from: clock, travel: stop.travel, arrival: stop.arrival)
      if isMisplaced { faults.append(PlanFault(.breakMisplaced, visit: stop.visit)) }
      if abs((stop.arrival - arrival).value) > tolerance.value {
        faults.append(PlanFault(.arrivalMisstated(expected: arrival), visit: stop.visit))
      }
      if stop.start < max(stop.arrival, rested) {
        faults.append(PlanFault(.startsTooEarly, visit: stop.visit))
      }
      clock = stop.end
      place = stop.coordinate
    }
    faults += travelFault(route.returnTravel, from: place, to: crew.base.coordinate, crew, travel)
      .map { PlanFault($0) }
    let last = route.breaks.filter { $0.afterStops >= route.stops.count }
    let (back, _, isMisplaced) = pass(
      last, from: clock, travel: route.returnTravel, arrival: route.back)
    if isMisplaced { faults.append(PlanFault(.breakMisplaced)) }
    if abs((route.back - back).value) > tolerance.value {
      faults.append(PlanFault(.returnMisstated(expected: back)))
    }
    return faults
  }

  /// Passes from one stop to the next: pauses that end before the leg could, the leg, the others.
  ///
  /// - Returns: when the crew arrives, when it has also rested, and whether a pause lies on the leg.
  private func pass(
    _ pauses: [PlannedBreak], from: TimeOfDay, travel: Seconds, arrival: TimeOfDay
  ) -> (arrival: TimeOfDay, rested: TimeOfDay, isMisplaced: Bool) {
    var clock = from
    var isMisplaced = false
    let sorted = pauses.sorted { $0.start < $1.start }
    let before = sorted.prefix { $0.start + $0.duration + travel <= arrival + tolerance }
    for pause in before {
      if pause.start < clock { isMisplaced = true }
      clock = pause.start + pause.duration
    }
    clock = clock + travel
    let arrived = clock
    for pause in sorted.dropFirst(before.count) {
      if pause.start < clock { isMisplaced = true }
      clock = max(clock, pause.start) + pause.duration
    }
    return (arrived, clock, isMisplaced)
  }

  private func travelFault(
    _ stated: Seconds, from: Coordinate, to: Coordinate, _ crew: Crew, _ travel: some TravelTimes
  ) -> [PlanFault.Kind] {
    guard let needed = travel.travelTime(from: from, to: to, by: crew.mode) else {
      return [.unreachable]
    }
    return abs((stated - needed).value) > tolerance.value
      ? [.travelMisstated(expected: needed)] : []
  }
}
