/// Sentences of stop blocks and their return blocks.
public struct StopPhrases: Sendable {
  /// The time of arrival, where the visit begins at once.
  public var arrival: @Sendable (String) -> String
  /// Arrival and the later begin of the visit.
  public var arrivalWaiting: @Sendable (String, String) -> String
  /// The span in which the visit may begin.
  public var window: @Sendable (String) -> String
  /// A length in minutes with its unit.
  public var minutes: @Sendable (Int) -> String
  /// How closely the place is known.
  public var precision: @Sendable (String) -> String
  /// Number of the stop before, way, time.
  public var legFrom: @Sendable (Int, String, String) -> String
  /// Way and time from the base.
  public var legFromBase: @Sendable (String, String) -> String
  /// Way, time and moment of return.
  public var legToBase: @Sendable (String, String, String) -> String
  /// Caption of the link to a navigation application.
  public var navigate: String
  /// A wish: visits within this span only.
  public var onlyBetween: @Sendable (String) -> String
  /// A wish: no visits on this weekday.
  public var notOn: @Sendable (String) -> String
  /// A wish: write, do not call at the door.
  public var lettersOnly: String
  /// A wish: no visits at this address.
  public var notHere: String
  /// What to do when nobody opens, whoever lives there.
  public var absentNote: String
  /// When somebody is likely in: spans of the day.
  public var absentSlot: @Sendable (String) -> String
  /// Label of the box for the time of arrival.
  public var timeIn: String
  /// Label of the box for the time of leaving.
  public var timeOut: String
  /// Heading of the boxes for outcomes.
  public var outcome: String
  /// Label of the box for the code of any other outcome.
  public var other: String
  /// Heading of the boxes for who was met.
  public var met: String
  /// Label of the box for a promised sum.
  public var amount: String
  /// Label of the box for the day of a promise.
  public var due: String
  /// Asks whether the address is right.
  public var addressRight: String
  /// Asks whether the telephone number is right.
  public var phoneRight: String
  /// Beside the first box of a question.
  public var yes: String
  /// Beside the second box of a question.
  public var no: String
  /// Label of the lines for notes.
  public var notes: String
  /// Label of the line for the crew's signature.
  public var signature: String
  /// Label of the box that says something went wrong.
  public var incident: String
}
