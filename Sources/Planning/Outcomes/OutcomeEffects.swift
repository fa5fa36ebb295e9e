public import FieldModel
public import Quantities

/// What visits do to cases: contact attempts, stop flags, risks, address verdicts, promises.
public enum OutcomeEffects {
  /// The effects of `visits` by case, in order of case.
  ///
  /// Where several logs disagree the visit counts as made and the case is not visited for 30
  /// days; nothing else is taken from it until a person has settled it.
  public static func derive(from visits: [CompletedVisit]) -> [CaseEffects] {
    var effects: [Identifier<LoanCase>: CaseEffects] = [:]
    for visit in visits.inOrder {
      for loanCase in visit.stop.cases {
        effects[loanCase, default: CaseEffects(loanCase: loanCase)].add(visit)
      }
    }
    return effects.values.sorted { $0.loanCase < $1.loanCase }
  }

  /// The latest due day of promises that `visits` brought, by case.
  ///
  /// A promise shields the borrower even where logs disagree on the rest of the visit.
  public static func promisesDue(
    after visits: [CompletedVisit]
  ) -> [Identifier<LoanCase>: ServiceDate] {
    var due: [Identifier<LoanCase>: ServiceDate] = [:]
    for visit in visits {
      for promise in visit.outcome.promises {
        for loanCase in visit.stop.cases {
          due[loanCase] = max(due[loanCase] ?? promise.due, promise.due)
        }
      }
    }
    return due
  }

  /// When borrowers asked to be visited instead, the last word of each; visits on which logs
  /// disagree say nothing.
  public static func appointments(
    after visits: [CompletedVisit]
  ) -> [Identifier<Borrower>: Instant] {
    var appointments: [Identifier<Borrower>: Instant] = [:]
    for visit in visits.inOrder where !visit.outcome.needsReview {
      appointments[visit.stop.borrower] = visit.outcome.appointment
    }
    return appointments
  }
}

extension CaseEffects {
  fileprivate mutating func add(_ visit: CompletedVisit) {
    let outcome = visit.outcome
    contacts.append(Self.contact(at: visit))
    let day = outcome.ended.date
    guard !outcome.needsReview else {
      holds.append(Hold(kind: .unsettled, from: day, until: day.adding(days: 30)))
      return
    }
    let consequences = OutcomeConsequences.of(outcome.code)
    if let stop = consequences.stop {
      holds.append(
        Hold(kind: stop.kind, from: day, until: stop.length?.after(day)))
    }
    if let factor = consequences.risk {
      riskFlags.append(
        RiskFlag(factor: factor, address: visit.stop.address, source: "visit", recorded: day))
    }
    if let status = outcome.addressVerdict.status ?? Self.status(after: outcome.code) {
      addressChanges.append(
        AddressChange(address: visit.stop.address, status: status, date: day))
    }
  }

  private static func contact(at visit: CompletedVisit) -> ContactAttempt {
    let outcome = visit.outcome
    var contact = ContactAttempt(channel: .visit, at: outcome.ended, result: result(of: outcome))
    contact.countsAgainstCap = outcome.code.countsAgainstCap
    contact.address = visit.stop.address
    if outcome.code == .rescheduled, !outcome.needsReview {
      contact.appointment = outcome.appointment
    }
    return contact
  }

  /// Somebody who is not liable and wants no more of it has refused; the borrower's own refusal
  /// to pay is still a talk.
  private static func result(of outcome: VisitOutcome) -> ContactResult {
    let isOtherAdult = outcome.met == .otherAdult
    if isOtherAdult, outcome.code == .refused || outcome.code == .stopRequested { return .refused }
    if outcome.code.isContact { return .reached }
    return outcome.met == .nobody ? .noAnswer : .message
  }

  private static func status(after code: OutcomeCode) -> AddressStatus? {
    switch code {
    case .moved: .moved
    case .wrongAddress: .wrong
    case .inaccessible: .inaccessible
    case .addressConfirmed, .residenceChecked: .verified
    default: nil
    }
  }
}

extension [CompletedVisit] {
  /// The visits in order of their end, then of their number.
  var inOrder: [CompletedVisit] {
    sorted { ($0.outcome.ended, $0.stop.visit) < ($1.outcome.ended, $1.stop.visit) }
  }
}
