import FieldModel
import Quantities
import VisitRules

extension PlanChecker {
  /// Whether the crew may go out, and the limits of its day.
  func crewFaults(_ crew: Crew, _ route: DailyRoute) -> [PlanFault] {
    let assessment = rules.assess(crew, on: route.date)
    var faults = assessment.verdicts.filter { $0.outcome == .forbids }
      .map { PlanFault.Kind.crewForbidden($0.citation) }
    if let shift = crew.shift(on: route.date) {
      if route.departure < shift.start || shift.end < route.back {
        faults.append(.outsideShift(shift))
      }
    } else {
      faults.append(.noShift)
    }
    if route.stops.count > crew.maximumStops {
      faults.append(.tooManyStops(limit: crew.maximumStops))
    }
    if route.back - route.departure > assessment.maximumDuty {
      faults.append(.dutyExceeded(limit: assessment.maximumDuty))
    }
    let driving = route.stops.reduce(route.returnTravel) { $0 + $1.travel }
    if driving > assessment.maximumDriving {
      faults.append(.drivingExceeded(limit: assessment.maximumDriving))
    }
    if let limit = assessment.continuousDriving,
      Self.longestDriving(route, rest: assessment.drivingRest) > limit
    {
      faults.append(.continuousDrivingExceeded(limit: limit))
    }
    return (faults + breakFaults(crew, route)).map { PlanFault($0) }
  }

  /// The longest time at the wheel between two rests; time at a door, waiting and breaks between
  /// two legs are one rest when together they are long enough.
  private static func longestDriving(_ route: DailyRoute, rest: Seconds) -> Seconds {
    var longest = Seconds.zero
    var atWheel = Seconds.zero
    var left = route.departure
    for stop in route.stops {
      let beforeLeg = stop.arrival - left - stop.travel
      if beforeLeg >= rest { atWheel = .zero }
      atWheel = atWheel + stop.travel
      longest = max(longest, atWheel)
      if stop.end - stop.arrival >= rest { atWheel = .zero }
      left = stop.end
    }
    if route.back - left - route.returnTravel >= rest { atWheel = .zero }
    return max(longest, atWheel + route.returnTravel)
  }

  /// A crew is owed each break of its day, unless it leaves after the break could be over or is
  /// back before it must begin.
  private func breakFaults(_ crew: Crew, _ route: DailyRoute) -> [PlanFault.Kind] {
    var planned = route.breaks
    var faults: [PlanFault.Kind] = []
    for pause in crew.breaks {
      let taken = planned.firstIndex {
        pause.window.contains($0.start) && $0.duration >= pause.duration
      }
      if let taken {
        planned.remove(at: taken)
      } else if route.departure < pause.window.start + pause.duration,
        pause.window.end < route.back
      {
        faults.append(.breakMissing(pause.window))
      }
    }
    return faults + planned.map { _ in .breakMisplaced }
  }
}
