import FieldModel
import Quantities
import VisitRules

extension VisitRequestMaker {
  /// Why none of the addresses can be visited.
  static func addressReason(_ group: [LoanCase]) -> UnplannedReason {
    let copies = group.flatMap(\.addresses)
    let barred = Set(copies.filter { !$0.status.isVisitable }.map(\.id))
    let visitable = copies.filter { !barred.contains($0.id) }
    if visitable.isEmpty {
      return group.allSatisfy(\.addresses.isEmpty) ? .notLocated : .noVisitableAddress
    }
    return visitable.contains { $0.location != nil } ? .locationDoubtful : .notLocated
  }

  /// Why a borrower who asked to be visited after the plan's days is left in peace until then.
  func laterAppointment(of borrower: Identifier<Borrower>) -> UnplannedReason? {
    guard let moment = appointment(of: borrower), let last = dates.last, last < moment.date else {
      return nil
    }
    return .forbidden(RuleCitation(.wishAppointment), from: moment.date)
  }

  /// The reason nearest to being cured: an approval first, then what ends soonest after the plan.
  ///
  /// Only the day of an appointment counts where there is one; else what holds on the last day
  /// counts, as everything that ends before it is overtaken by something else.
  func reason(
    among places: [AssessedPlace], of borrower: Identifier<Borrower>
  ) -> UnplannedReason {
    let booked = isBooked(borrower) ? appointment(of: borrower)?.date : nil
    let reasons = places.flatMap(\.days).filter { booked == nil || $0.date == booked }
      .compactMap { day in day.reason.map { (date: day.date, reason: $0) } }
    if let approval = reasons.first(where: { Self.awaitsApproval($0.reason) }) {
      return approval.reason
    }
    let last = reasons.filter { $0.date == booked ?? dates.last }.map(\.reason)
    let dated = last.compactMap { reason in Self.end(of: reason).map { (end: $0, reason: reason) } }
    let soonest = dated.min { $0.end < $1.end }?.reason
    return soonest ?? last.first ?? .windowTooTight(slack: nil)
  }

  private static func awaitsApproval(_ reason: UnplannedReason) -> Bool {
    if case .needsApproval = reason { true } else { false }
  }

  /// The first day on which the reason may no longer hold.
  private static func end(of reason: UnplannedReason) -> ServiceDate? {
    switch reason {
    case .forbidden(_, let from): from
    case .onHold(_, let until): until?.adding(days: 1)
    case .promiseRunning(let until): until.adding(days: 1)
    default: nil
    }
  }
}
