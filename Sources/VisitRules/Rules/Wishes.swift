import FieldModel
import Quantities

extension VisitFacts {
  /// What the state of the case, the address and the borrower's own wishes say.
  func wishFindings() -> [RuleFinding] {
    var findings: [RuleFinding] = []
    if !cases.contains(where: { $0.status == .open }) {
      findings.append(refusal(.caseStatus, .caseClosed))
    }
    if !address.status.isVisitable {
      findings.append(refusal(.addressStatus, .addressStatus, [address.status.rawValue]))
    }
    for wish in cases.flatMap(\.wishes) {
      switch wish {
      case .onlyBetween: break
      case .notOn(let weekday) where weekday == date.weekday:
        findings.append(
          refusal(.wishWeekday, .wishWeekday, [weekday.code], next: date.adding(days: 1)))
      case .notOn: break
      case .lettersOnly: findings.append(refusal(.wishLetters, .wishLetters))
      case .notAt(let place) where place == address.id:
        findings.append(refusal(.wishAddress, .wishAddress))
      case .notAt: break
      }
    }
    let hours = wishedHours
    if !hours.isEmpty {
      let verdict = RuleVerdict(
        .conditions, .wishHours, by: RuleCitation(.wishHours),
        arguments: [hours.map(\.description).joined(separator: " ")])
      findings.append(RuleFinding(verdict, windows: hours))
    }
    return findings
  }

  private func refusal(
    _ rule: CaseFileRule, _ code: VerdictCode, _ arguments: [String] = [], next: ServiceDate? = nil
  ) -> RuleFinding {
    RuleFinding(
      RuleVerdict(.forbids, code, by: RuleCitation(rule), arguments: arguments, nextLawful: next))
  }
}
