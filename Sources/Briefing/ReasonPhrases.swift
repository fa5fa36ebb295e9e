/// Why a case is not in a plan.
///
/// Days and times come written out.
public struct ReasonPhrases: Sendable {
  /// What the rule says, its key and pack, the next lawful day if known.
  public var forbidden: @Sendable (String, String, String, String?) -> String
  /// What the rule says, its key and pack.
  public var needsApproval: @Sendable (String, String, String) -> String
  /// Kind of hold, last day if known.
  public var onHold: @Sendable (String, String?) -> String
  /// The case is no longer open.
  public var closed: String
  /// The last day of the promise.
  public var promiseRunning: @Sendable (String) -> String
  /// None of its addresses has a place on the map.
  public var notLocated: String
  /// Its place awaits a person's look.
  public var locationDoubtful: String
  /// No address is left at which a visit could be made.
  public var noVisitableAddress: String
  /// The map has no road to it for any crew.
  public var unreachable: String
  /// Nobody works in its territory.
  public var noCrew: String
  /// The skill that no crew has.
  public var missingSkill: @Sendable (String) -> String
  /// Minutes more that would do, if known.
  public var windowTooTight: @Sendable (Int?) -> String
  /// Visits worth more took the time.
  public var daysFull: String
  /// The way there costs more than the visit is worth.
  public var notWorthTheWay: String
}
