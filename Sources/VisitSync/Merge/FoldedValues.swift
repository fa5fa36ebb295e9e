public import FieldModel
public import Quantities

/// A value with the event that states it.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The event.
  public let event: EventIdentity
  /// The log it is from.
  public let log: Identifier<VisitLog>
  /// The trip it was written on.
  public let trip: Identifier<Trip>
  /// What the device's clock showed.
  public let at: Instant
  /// Who wrote it.
  public let by: Identifier<CrewMember>
  /// Where the device was.
  public let fix: PositionFix?
  /// What it says, amendments applied.
  public let value: Value
  /// The amendments that apply, by name.
  public let amendments: [EventIdentity]
  /// The retractions; where there is one the value does not count.
  public let retractions: [EventIdentity]

  /// Whether the value should not count.
  public var isRetracted: Bool { !retractions.isEmpty }
}

/// A value that several logs may state differently; no clock decides between them.
public struct Register<Value: Hashable & Comparable & Sendable>: Hashable, Sendable {
  /// One of the values, and who states it.
  public struct Candidate: Hashable, Sendable {
    /// The value.
    public let value: Value
    /// The events that state it, by name.
    public let events: [EventIdentity]
  }

  /// The values that nothing later replaced, in order.
  public let candidates: [Candidate]

  init(_ statements: [(value: Value, event: EventIdentity)]) {
    candidates = Dictionary(grouping: statements, by: \.value)
      .map { value, statements in
        Candidate(value: value, events: statements.map(\.event).sorted())
      }
      .sorted { $0.value < $1.value }
  }

  /// The register once a person has chosen `value`, which is one of the candidates.
  func choosing(_ value: Value) -> Register {
    Register(candidates: candidates.filter { $0.value == value })
  }

  private init(candidates: [Candidate]) { self.candidates = candidates }

  /// The value, where all agree.
  public var accepted: Value? { candidates.count == 1 ? candidates.first?.value : nil }

  /// Whether a person must settle it.
  public var isContested: Bool { candidates.count > 1 }
}

/// What became of an attachment's bytes.
public enum EvidenceStatus: String, Hashable, Sendable {
  /// Announced; parts are missing.
  case expected
  /// All there, and the digest fits.
  case received
  /// All there, but the digest does not fit.
  case corrupt
}

/// An attachment, over all logs that speak of it.
public struct EvidenceState: Hashable, Sendable {
  /// SHA-256 of the whole file, base64url.
  public let digest: String
  /// Whether the bytes are there.
  public let status: EvidenceStatus
  /// The announcements and parts, by name.
  public let events: [EventIdentity]
  /// The logs that announced it, by name.
  public let logs: [Identifier<VisitLog>]
  /// The parts that are missing; empty while not one part has come.
  public let missingParts: [Int]
}

/// What was answered to one checklist item.
public struct ChecklistItemState: Hashable, Sendable {
  /// The trip it was answered on.
  public let trip: Identifier<Trip>
  /// Which checklist.
  public let checklist: String
  /// Which item.
  public let item: Identifier<ChecklistItem>
  /// The answer's code, contested if logs differ.
  public let answer: Register<String>
  /// Every answer that was given, in order of log and place.
  public let given: [Sourced<ChecklistAnswer>]
}

/// Something that a person should look at.
public struct ReviewItem: Hashable, Sendable {
  /// What it is about.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
    case contestedOutcome = "contested-outcome"
    case contestedAddressVerdict = "contested-address-verdict"
    case contestedPhoneVerdict = "contested-phone-verdict"
    case contestedAnswer = "contested-answer"
    case contestedAmendment = "contested-amendment"
    case ineffectiveCorrection = "ineffective-correction"
    case duplicateReceipt = "duplicate-receipt"
    case corruptEvidence = "corrupt-evidence"
    case proposedAddress = "proposed-address"
    case proposedContact = "proposed-contact"
    case afterWithdrawal = "after-withdrawal"
    case needsNewerVersion = "needs-newer-version"
    case unreadableEvent = "unreadable-event"
    case fork, gap
    case brokenChain = "broken-chain"
    case wrongClock = "wrong-clock"

    /// Whether it is news to take over, not a doubt.
    public var isProposal: Bool { self == .proposedAddress || self == .proposedContact }

    /// Orders by code.
    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// What it is about.
  public let kind: Kind
  /// The visit, log, digest, receipt number or event concerned, by the kind.
  public let subject: String
  /// The field, item or places concerned; may be empty.
  public let detail: String
  /// The events concerned, by name.
  public let events: [EventIdentity]
  /// The ways in which a person can settle it; none where only a newer version of the program can.
  public let choices: [String]

  /// Says that somebody has looked at it, where there is nothing to choose.
  static let seen = ["seen"]

  /// A short name for the item that people can type, `7K2M-Q9TD`; of what it is and its events.
  public var code: String {
    let name = JSONValue.strings(
      [kind.rawValue, subject, detail] + events.map(\.description))
    return RecordIdentity(of: name.text).headCode
  }
}

/// A review item that a person has settled.
public struct SettledReview: Hashable, Sendable {
  /// What it was about.
  public let item: ReviewItem
  /// Which of its choices was taken.
  public let choice: String
  /// The decisions that took it, by name.
  public let decisions: [RecordIdentity]
}

extension ReviewItem: Comparable {
  /// Orders by kind, subject, detail and first event.
  public static func < (left: ReviewItem, right: ReviewItem) -> Bool {
    (left.kind, left.subject, left.detail, left.events.first?.description ?? "")
      < (right.kind, right.subject, right.detail, right.events.first?.description ?? "")
  }
}
