public import FieldModel
import Quantities

extension Phrasebook {
  /// Why a case is not in the plan, as one sentence.
  public func sentence(for reason: UnplannedReason) -> String {
    switch reason {
    case .forbidden(let rule, let from):
      reasons.forbidden(self.reason(of: rule), rule.key, rule.pack, from.map(language.date))
    case .needsApproval(let rule):
      reasons.needsApproval(self.reason(of: rule), rule.key, rule.pack)
    case .onHold(let kind, let until): reasons.onHold(words.hold(kind), until.map(language.date))
    case .closed: reasons.closed
    case .promiseRunning(let until): reasons.promiseRunning(language.date(until))
    case .notLocated: reasons.notLocated
    case .locationDoubtful: reasons.locationDoubtful
    case .noVisitableAddress: reasons.noVisitableAddress
    case .unreachable: reasons.unreachable
    case .noCrew: reasons.noCrew
    case .missingSkill(let skill): reasons.missingSkill(skill.text)
    case .windowTooTight(let slack): reasons.windowTooTight(slack?.roundedMinutes)
    case .daysFull: reasons.daysFull
    case .notWorthTheWay: reasons.notWorthTheWay
    }
  }
}
