public import FieldModel

/// What rules ask of a crew, and why they keep a visit from being made.
public struct RulePhrases: Sendable {
  /// A short instruction to the crew at the door.
  public var instruction: @Sendable (PolicyKey) -> String
  /// The same of what the case file itself says.
  public var caseInstruction: @Sendable (CaseFileRule) -> String
  /// What to do where the risk is below high, yet would be high after dark.
  public var daylightForRisk: String
  /// Why a visit is not made, to begin a sentence.
  public var reason: @Sendable (PolicyKey) -> String
  /// The same of what the case file itself says.
  public var caseReason: @Sendable (CaseFileRule) -> String
  /// Why it is not made when the rule is not one of those known.
  public var unknownReason: String
  /// Why it is not made when no pack states a rule that every pack must state.
  public var missingRule: String
}

extension Phrasebook {
  /// What a rule that binds a stop asks of the crew there; a rule not known shows its key.
  ///
  /// - Parameters:
  ///   - rule: the condition of the stop.
  ///   - risk: the stop's risk by day.
  /// - Returns: a short instruction in the phrasebook's language.
  public func sentence(for rule: RuleCitation, atRisk risk: RiskTier) -> String {
    if let own = CaseFileRule(rawValue: rule.key) { return rules.caseInstruction(own) }
    guard let key = PolicyKey(rawValue: rule.key) else { return rule.key }
    return key == .riskHigh && risk < .high ? rules.daylightForRisk : rules.instruction(key)
  }

  /// Why a rule keeps a visit from being made, as the beginning of a sentence.
  func reason(of rule: RuleCitation) -> String {
    if let own = CaseFileRule(rawValue: rule.key) { return rules.caseReason(own) }
    guard let key = PolicyKey(rawValue: rule.key) else { return rules.unknownReason }
    return rule.isOfNoPack ? rules.missingRule : rules.reason(key)
  }
}

extension RuleCitation {
  /// Whether it rests on the lack of a rule, and not on a pack.
  fileprivate var isOfNoPack: Bool { pack == "CASE" }
}
