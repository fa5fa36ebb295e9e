/// What a rule does when it is not met.
public enum RuleEffect: String, Hashable, Sendable, CaseIterable {
  /// Never planned; a manual entry is refused.
  case block = "BLOCK"
  /// Needs a named supervisor and a reason.
  case approve = "APPROVE"
  /// Shown on plan, dossier and sheet.
  case warn = "WARN"
  /// A printed reminder.
  case info = "INFO"
}

/// The entry of a policy pack that a decision rests on.
public struct RuleCitation: Hashable, Sendable {
  /// The pack's code, such as `CN`.
  public var pack: String
  /// The entry's key, such as `visit.window_legal`.
  public var key: String
  /// What it does.
  public var effect: RuleEffect
  /// Its source as the pack states it.
  public var source: String

  /// A pack's entry by key.
  public init(pack: String, key: String, effect: RuleEffect, source: String) {
    self.pack = pack
    self.key = key
    self.effect = effect
    self.source = source
  }
}
