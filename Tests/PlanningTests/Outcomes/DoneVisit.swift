import FieldModel
import Planning
import Quantities

/// A visit of borrower `B1` about case `C1` at address `A1`, on Friday, 13 March 2026, that came
/// to something.
struct DoneVisit {
  static let friday = day("2026-03-13")

  var visit: CompletedVisit

  init(
    _ code: OutcomeCode, number: Int = 1, met: PersonMet = .nobody,
    verdict: AddressVerdict = .unknown, on date: ServiceDate = friday
  ) {
    let stop = PlannedStop(
      visit: "V\(number)", request: "R1", borrower: "B1", cases: ["C1"], address: "A1",
      coordinate: Coordinate(latitude: 0, longitude: 0), purpose: .contact, arrival: time("10:00"),
      start: time("10:00"), service: .minutes(15), window: window("09:00-19:00"),
      travel: .minutes(10), distance: Distance(metres: 4000))
    visit = CompletedVisit(
      stop: stop, crew: "K1", date: date,
      outcome: VisitOutcome(
        visit: stop.visit, ended: Instant(date: date, time: time("10:15"), offsetMinutes: 480),
        code: code, met: met, addressVerdict: verdict))
  }

  func promising(_ minorUnits: Int64, by due: ServiceDate) -> DoneVisit {
    var done = self
    done.visit.outcome.promises.append(
      PaymentPromise(
        amount: Money(minorUnits: minorUnits, currency: .cny), due: due, channel: "app"))
    return done
  }

  func paying(_ minorUnits: Int64) -> DoneVisit {
    var done = self
    done.visit.outcome.payments = [
      DeclaredPayment(
        amount: Money(minorUnits: minorUnits, currency: .cny), channel: "app", receipt: "1")
    ]
    return done
  }

  /// What is to be done after some visits: `kind day` each, days counted from the Friday.
  static func tasks(_ visits: [DoneVisit]) -> [String] {
    FollowUpRules { _, _ in nil }.list(after: visits.map(\.visit)).map {
      "\($0.kind.rawValue) \(friday.days(until: $0.due))"
    }
  }

  var tasks: [String] { Self.tasks([self]) }

  /// What the visit does to its case.
  var effects: CaseEffects? { OutcomeEffects.derive(from: [visit]).first }
}
