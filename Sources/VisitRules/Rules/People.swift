import FieldModel
import Quantities

extension VisitFacts {
  /// Only the addresses of those who are liable are visited; others once, where they consented.
  func thirdParty(_ clause: RuleBook.Clause) -> RuleFinding {
    guard case .thirdParty(let maximum, let needsConsent) = clause.entry.value else {
      return met(clause)
    }
    if isPartyUnknown { return unmet(clause, .notLiable) }
    guard let party else { return met(clause) }
    if party.role == .generalGuarantor {
      return state(clause, .generalGuarantor, outcome: .conditions)
    }
    if party.role.isLiable { return met(clause) }
    if !party.hasConsented { return unmet(clause, .notLiable) }
    let contacted = contacts.filter { isContact($0, with: party) }
    // A pack that asks for consent counts from there: who gave it is contacted once.
    let cap = needsConsent ? max(1, maximum) : maximum
    if contacted.contains(where: { $0.result == .refused }) || contacted.count >= cap {
      return unmet(clause, .thirdPartyReached, [String(contacted.count), String(cap)])
    }
    return met(clause)
  }

  /// Whether `contact` was with a party: addressed to it, or a visit to its door that found
  /// somebody in.
  private func isContact(_ contact: ContactAttempt, with party: Party) -> Bool {
    if contact.party == party.id { return true }
    guard contact.channel == .visit, contact.result != .noAnswer, let place = contact.address else {
      return false
    }
    return cases.contains { $0.findAddress(place)?.party == party.id }
  }

  func workplace(_ clause: RuleBook.Clause) -> RuleFinding {
    guard address.kind == .work, clause.entry.value != .choice("free") else { return met(clause) }
    return unmet(clause, .workplace, consent: .workplace)
  }

  /// Stop flags: what the kind does is one entry, how long it lasts at least may be another.
  func hold(_ clause: RuleBook.Clause) -> RuleFinding {
    let effects: [HoldKind: RuleEffect] =
      if case .holds(let table) = clause.entry.value { table } else { [:] }
    let findings = cases.flatMap(\.holds).filter { $0.kind.key == clause.entry.key }
      .map { lasting($0, clause) }.filter { $0.applies(on: date) }
      .map { hold in
        unmet(
          clause, .hold, [hold.kind.rawValue] + (hold.lastDay.map { [$0.description] } ?? []),
          next: hold.lastDay?.adding(days: 1),
          effect: clause.entry.key == .holds ? effects[hold.kind] ?? .block : nil)
      }
    return findings.max { $0.gravity < $1.gravity } ?? met(clause)
  }

  /// The hold with its quiet period: one that nobody ended lasts so long, one that is shorter or
  /// was lifted earlier is prolonged to it, unless it was placed by mistake.
  private func lasting(_ hold: Hold, _ clause: RuleBook.Clause) -> Hold {
    guard case .count(let days) = clause.entry.value, hold.lifting?.isMistake != true else {
      return hold
    }
    let quiet = hold.from.adding(days: days)
    var hold = hold
    hold.until = max(hold.lastDay ?? quiet, quiet)
    hold.lifting = nil
    return hold
  }
}

extension RuleFinding {
  /// How grave a finding is, to choose among several holds: outcome, then how long it lasts.
  fileprivate var gravity: Int64 {
    let outcome = Int64(verdict.outcome.rawValue) << 33 + (verdict.awaitsApproval ? 0 : 1 << 32)
    return outcome + (verdict.nextLawful.map { Int64($0.daysSinceEpoch) } ?? 1 << 31)
  }
}

extension HoldKind {
  /// The rule that says how long holds of the kind last at least.
  fileprivate var key: PolicyKey {
    switch self {
    case .bereavement: .quietBereavement
    case .disaster, .absent: .quietDisasterOrHospital
    case .dispute, .complaint: .quietComplaintOrDispute
    default: .holds
    }
  }
}
