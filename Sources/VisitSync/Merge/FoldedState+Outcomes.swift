public import FieldModel
import Quantities

extension FoldedState {
  /// The visits that ended, in the words that follow-ups and reports speak.
  ///
  /// A visit is left out while it has no outcome that counts, or none that this version knows.
  /// Where several outcomes stand it has the first by code and needs review: that choice is for
  /// display alone, and nothing should follow from it before a person has settled it.
  public var outcomes: [VisitOutcome] { visits.compactMap(\.visitOutcome) }
}

extension VisitState {
  /// Whether a person must settle something before anything follows from the visit.
  public var needsReview: Bool {
    outcome.isContested || addressVerdict.isContested || needsNewerVersion
      || (isAfterWithdrawal && !isWithdrawalSettled)
  }

  /// What came of the visit; `nil` as ``FoldedState/outcomes`` says.
  public var visitOutcome: VisitOutcome? {
    guard let standing = outcome.candidates.first, let code = OutcomeCode(rawValue: standing.value),
      let ending = endings.first(where: { standing.events.contains($0.event) })
    else { return nil }
    var result = VisitOutcome(
      visit: visit, ended: ending.at, code: code,
      met: PersonMet(rawValue: ending.value.met) ?? .nobody,
      addressVerdict: AddressVerdict(rawValue: addressVerdict.accepted ?? ending.value.address)
        ?? .unknown)
    result.arrived = arrivals.first { !$0.isRetracted && $0.log == ending.log }?.at
    result.promises = promises.filter { !$0.isRetracted }.map(\.value.promise)
      .sorted { ($0.due, $0.amount.minorUnits) < ($1.due, $1.amount.minorUnits) }
    result.payments = payments.filter { !$0.isRetracted }.map(\.value.payment)
    result.notes = notes.filter { !$0.isRetracted }.map(\.value)
    result.needsReview = needsReview
    result.appointment = ending.value.appointment
    return result
  }
}
