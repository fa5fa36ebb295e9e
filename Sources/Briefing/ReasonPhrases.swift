/// Why a case is not in a plan. Days and times come written out.
public struct ReasonPhrases: Sendable {
  /// What the rule says, its key and pack, the next lawful day if known.
  public var forbidden: @Sendable (String, String, String, String?) -> String
  /// What the rule says, its key and pack.
  public var needsApproval: @Sendable (String, String, String) -> String
  /// Kind of hold, last day if known.
  public var onHold: @Sendable (String, String?) -> String
  public var closed: String
  public var promiseRunning: @Sendable (String) -> String
  public var notLocated: String
  public var locationDoubtful: String
  public var noVisitableAddress: String
  public var unreachable: String
  public var noCrew: String
  public var missingSkill: @Sendable (String) -> String
  /// Minutes more that would do, if known.
  public var windowTooTight: @Sendable (Int?) -> String
  public var daysFull: String
  public var notWorthTheWay: String
}
