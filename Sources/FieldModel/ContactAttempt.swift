public import Quantities

/// How somebody was contacted.
public enum ContactChannel: String, Hashable, Sendable, CaseIterable {
  case sms, call, letter, visit, email, app

  /// Whether it is softer than a visit, and so counts towards the attempts a visit needs.
  public var isSofterThanVisit: Bool { self != .visit }
}

/// What came of a contact.
public enum ContactResult: String, Hashable, Sendable, CaseIterable {
  /// Nobody answered or nobody was in.
  case noAnswer = "no-answer"
  /// The borrower or a liable party was reached.
  case reached
  /// A neutral message was left.
  case message
  /// The coming visit was announced.
  case visitAnnounced = "visit-announced"
  /// The person refused to talk.
  case refused
  /// The number or address is dead.
  case undeliverable
}

/// One attempt to contact the borrower or another party about a case.
public struct ContactAttempt: Hashable, Sendable {
  /// How.
  public var channel: ContactChannel
  /// When.
  public var at: Instant
  /// What came of it.
  public var result: ContactResult
  /// Whom it was addressed to; `nil` for the borrower.
  public var party: Identifier<Party>?
  /// Whether it counts against the visit cap (attempts aborted before contact do not).
  public var countsAgainstCap: Bool
  /// Where it was, of a recorded visit; `nil` where no address is known.
  public var address: Identifier<Address>?
  /// When the borrower asked, at a recorded visit, to be visited instead (outcome O12).
  public var appointment: Instant?

  /// An attempt by `channel` at a moment.
  public init(channel: ContactChannel, at: Instant, result: ContactResult) {
    self.channel = channel
    self.at = at
    self.result = result
    countsAgainstCap = channel == .visit
  }
}
