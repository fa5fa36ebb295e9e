import FieldModel
import Quantities

/// Visits that were agreed at the door (outcome O12): the borrower was in and asked for another
/// time.
extension VisitFacts {
  /// Within how many days the agreed visit is no second approach: those of one week.
  private static let week = 1..<7

  /// The days that the clear days and the cap of 7 days count when `day` is visited too.
  ///
  /// A visit at which another time was agreed is one approach together with the visit made at that
  /// time, if both lie within one week. The cap of a day and of 30 days counts both.
  func approaches(beside day: ServiceDate) -> [ServiceDate] {
    let visited = Set(visitDates + [day])
    return countedVisits.filter { visit in
      guard let agreed = agreedDay(at: visit), visited.contains(agreed) else { return true }
      return !Self.week.contains(visit.at.date.days(until: agreed))
    }.map(\.at.date) + context.plannedVisits
  }

  /// The last visit, if it agreed on another one on `day`.
  func agreement(for day: ServiceDate) -> ContactAttempt? {
    contacts.last { $0.channel == .visit }.flatMap { agreedDay(at: $0) == day ? $0 : nil }
  }

  /// The day agreed on at a visit, by the clocks of the address.
  private func agreedDay(at visit: ContactAttempt) -> ServiceDate? {
    visit.appointment.map {
      Instant(
        secondsSinceEpoch: $0.secondsSinceEpoch, offsetMinutes: context.offsetMinutes
      ).date
    }
  }
}
