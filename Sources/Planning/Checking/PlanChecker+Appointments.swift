import FieldModel
import Quantities

extension PlanChecker {
  /// How long before or after the agreed moment a visit may begin.
  private static let leeway = Seconds.minutes(30)

  /// The moment that each borrower's last visit agreed on, read from the visits themselves.
  ///
  /// A visit on which logs disagree is passed over: it neither makes an appointment nor ends one.
  static func agreedMoments(
    in visits: [CompletedVisit]
  ) -> [Identifier<Borrower>: Instant] {
    var latest: [Identifier<Borrower>: VisitOutcome] = [:]
    for visit in visits where !visit.outcome.needsReview {
      let outcome = visit.outcome
      if let known = latest[visit.stop.borrower],
        (outcome.ended, outcome.visit) < (known.ended, known.visit)
      {
        continue
      }
      latest[visit.stop.borrower] = outcome
    }
    return latest.compactMapValues(\.appointment)
  }

  /// Visits to borrowers who agreed to be visited at another time of the plan, or after it.
  ///
  /// An appointment before `first` was not kept and binds no more.
  func appointmentFaults(in route: DailyRoute, since first: ServiceDate) -> [PlanFault] {
    route.stops.compactMap { stop in
      guard let agreed = agreedMoments[stop.borrower] else { return nil }
      let moment = Instant(
        secondsSinceEpoch: agreed.secondsSinceEpoch, offsetMinutes: now.offsetMinutes)
      guard first <= moment.date else { return nil }
      let isKept =
        route.date == moment.date && abs((stop.start - moment.time).value) <= Self.leeway.value
      return isKept ? nil : PlanFault(.outsideAppointment(moment), visit: stop.visit)
    }
  }
}
