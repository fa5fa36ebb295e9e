/// Sentences of stop blocks and their return blocks.
public struct StopPhrases: Sendable {
  public var arrival: @Sendable (String) -> String
  /// Arrival and the later begin of the visit.
  public var arrivalWaiting: @Sendable (String, String) -> String
  public var window: @Sendable (String) -> String
  public var minutes: @Sendable (Int) -> String
  /// How closely the place is known.
  public var precision: @Sendable (String) -> String
  /// Number of the stop before, way, time.
  public var legFrom: @Sendable (Int, String, String) -> String
  /// Way and time from the base.
  public var legFromBase: @Sendable (String, String) -> String
  /// Way, time and moment of return.
  public var legToBase: @Sendable (String, String, String) -> String
  public var navigate: String
  public var onlyBetween: @Sendable (String) -> String
  public var notOn: @Sendable (String) -> String
  public var lettersOnly: String
  public var notHere: String
  public var absentNote: String
  public var absentSlot: @Sendable (String) -> String
  public var timeIn: String
  public var timeOut: String
  public var outcome: String
  public var other: String
  public var met: String
  public var amount: String
  public var due: String
  public var addressRight: String
  public var phoneRight: String
  public var yes: String
  public var no: String
  public var notes: String
  public var signature: String
  public var incident: String
}
