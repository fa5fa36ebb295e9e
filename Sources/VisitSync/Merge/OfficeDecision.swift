public import FieldModel
public import Quantities

/// What a person at the office decided: how a review item is settled, or that a visit is withdrawn.
///
/// A decision is itself a record, named by the SHA-256 of its text and never changed, so that the
/// folded state stays a function of records alone. A later decision on the same matter names those
/// it replaces; which of two unrelated ones counts is decided by no clock.
public struct OfficeDecision: Hashable, Sendable {
  /// What was decided.
  public enum Matter: Hashable, Sendable {
    /// A review item is settled.
    case settled(Settlement)
    /// The visit should not be made any more.
    case withdrawn(Identifier<PlannedVisit>)
  }

  /// What was decided.
  public let matter: Matter
  /// When.
  public let at: Instant
  /// Who decided.
  public let by: String
  /// Why.
  public let reason: String
  /// The decisions that this one replaces, by name.
  public let after: [RecordIdentity]
  /// The decision as JSON text, byte for byte as it is stored.
  public let text: [UInt8]

  /// The decision's name: SHA-256 of ``text``.
  public var identity: RecordIdentity { RecordIdentity(of: text) }

  /// A decision in words of today.
  public init(
    _ matter: Matter, at: Instant, by: String, reason: String, after: [RecordIdentity] = []
  ) {
    self.matter = matter
    self.at = at
    self.by = by
    self.reason = reason
    self.after = after.sorted()
    text =
      JSONValue.members(
        [("v", .integer(VisitRecord.version))] + Self.members(of: matter) + [
          ("after", .strings(self.after.map(\.text))), ("at", .string(at.description)),
          ("by", .string(by)), ("reason", .string(reason)),
        ]
      ).text
  }

  private static func members(of matter: Matter) -> [(String, JSONValue?)] {
    switch matter {
    case .settled(let settlement):
      [
        ("type", .string("review.settled")), ("kind", .string(settlement.kind)),
        ("subject", .string(settlement.subject)), ("detail", .string(settlement.detail)),
        ("events", .strings(settlement.events.map(\.description))),
        ("choice", .string(settlement.choice)),
      ]
    case .withdrawn(let visit):
      [("type", .string("visit.withdrawn")), ("visit", .string(visit.text))]
    }
  }

  /// The decision that JSON text states.
  ///
  /// - Throws: ``RecordFault/newerVersion(_:)`` for a later version, otherwise the first field that
  ///   is not in the known form.
  public init(text: [UInt8]) throws(RecordFault) {
    let fields = JSONFields(try readingObject(text))
    let version = try readingRecord { () throws(FieldFault) in try fields.integer("v") }
    guard version <= VisitRecord.version else { throw .newerVersion(version) }
    self.text = text
    (matter, at, by, reason, after) = try readingRecord { () throws(FieldFault) in
      var after: [RecordIdentity] = []
      for name in try fields.strings("after") {
        guard let identity = RecordIdentity(name) else { throw FieldFault(field: "after") }
        after.append(identity)
      }
      return (
        try Self.matter(fields), try fields.instant("at"), try fields.string("by"),
        try fields.string("reason"), after
      )
    }
  }

  private static func matter(_ fields: JSONFields) throws(FieldFault) -> Matter {
    switch try fields.string("type") {
    case "review.settled": return .settled(try Settlement(fields))
    case "visit.withdrawn": return .withdrawn(Identifier(try fields.identifier("visit")))
    default: throw FieldFault(field: "type")
    }
  }
}

/// How one review item is settled.
public struct Settlement: Hashable, Sendable {
  /// The code of the item's ``ReviewItem/Kind``.
  public let kind: String
  /// The item's subject.
  public let subject: String
  /// The item's detail.
  public let detail: String
  /// The events that the person saw; one that comes later opens the item again.
  public let events: [EventIdentity]
  /// One of the item's ``ReviewItem/choices``.
  public let choice: String

  /// `item` settled by `choice`.
  public init(_ item: ReviewItem, choice: String) {
    kind = item.kind.rawValue
    subject = item.subject
    detail = item.detail
    events = item.events
    self.choice = choice
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    kind = try fields.identifier("kind")
    subject = try fields.string("subject")
    detail = try fields.string("detail")
    choice = try fields.string("choice")
    var events: [EventIdentity] = []
    for name in try fields.strings("events") {
      guard let event = EventIdentity(name) else { throw FieldFault(field: "events") }
      events.append(event)
    }
    self.events = events
  }
}
