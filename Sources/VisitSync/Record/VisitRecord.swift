import FieldModel
public import Quantities

/// A log: what one opening of one pack on one device writes.
public enum VisitLog {}

/// A trip: one crew's day, packed once.
public enum Trip {}

/// One record of a visit log: the events of one closed visit, or of the log's opening or closing.
public struct VisitRecord: Hashable, Sendable {
  /// The log it belongs to.
  public var log: Identifier<VisitLog>
  /// Its place in the log, from 0 without gaps.
  public var sequence: Int64
  /// The record before it; `nil` in record 0.
  public var previous: RecordIdentity?
  /// The trip of the pack.
  public var trip: Identifier<Trip>
  /// The plan's code, as the pack gave it.
  public var plan: String
  /// What happened, in order.
  public var events: [VisitEvent]
  /// The log's key and its endorsement, repeated in every record so that one that arrives alone
  /// can be checked.
  public var sender: SenderProof?
}

/// The key that signs a log, and the trip's endorsement of it.
public struct SenderProof: Hashable, Sendable {
  /// The log's public key.
  public var key: PublicKey
  /// A JWS with detached payload, made with the trip's endorsing key.
  public var endorsement: String
}

extension SenderProof {
  /// The proof in the short form that records carry: the key as a compressed point (SEC 1 §2.3.3)
  /// and the signature of the endorsement, both base64url, with a point between.
  var shortText: String { "\(key.compressedText).\(Endorsement.signature(of: endorsement))" }

  /// The proof that `shortText` states; `nil` for anything else.
  init?(shortText: String) {
    let parts = shortText.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 2, let key = PublicKey(compressedText: String(parts[0])) else {
      return nil
    }
    self.init(key: key, endorsement: Endorsement.text(signature: String(parts[1])))
  }
}

extension VisitRecord {
  /// The version of the format that is written and read.
  static let version: Int64 = 1

  /// The record as JSON text.
  var text: [UInt8] {
    let head = JSONValue.members([
      ("v", .integer(Self.version)), ("log", .string(log.text)), ("seq", .integer(sequence)),
      ("prev", previous.map { .string($0.text) }), ("trip", .string(trip.text)),
      ("plan", .string(plan)),
      ("from", sender.map { .string($0.shortText) }),
    ]).text
    var text = Array(head.dropLast()) + Array(",\"events\":[".utf8)
    for (position, event) in events.enumerated() {
      if position > 0 { text.append(UInt8(ascii: ",")) }
      // Base64 turns three bytes into four letters. Starting every event at a multiple of three
      // makes like events look alike to DEFLATE, which then saves about a third of their size.
      while text.count % 3 != 0 { text.append(UInt8(ascii: " ")) }
      text += event.text
    }
    return text + Array("]}".utf8)
  }

  /// The record that JSON text states.
  ///
  /// - Parameters:
  ///   - text: the JSON text.
  ///   - proofs: senders that were read before, by their short text, so that the square root that
  ///     a compressed point takes need not be drawn for every record.
  /// - Throws: the fault for text that is no JSON, no record, or of a later version.
  init(text: [UInt8], proofs: [String: SenderProof] = [:]) throws(RecordFault) {
    let object = try readingObject(text)
    let fields = JSONFields(object)
    let version = try readingRecord { () throws(FieldFault) in try fields.integer("v") }
    guard version <= Self.version else { throw .newerVersion(version) }
    self = try readingRecord { () throws(FieldFault) in
      try VisitRecord(fields: fields, source: text, proofs: proofs)
    }
  }

  private init(
    fields: JSONFields, source: [UInt8], proofs: [String: SenderProof]
  ) throws(FieldFault) {
    guard try fields.integer("v") == Self.version else { throw FieldFault(field: "v") }
    log = Identifier(try fields.identifier("log"))
    sequence = try fields.integer("seq", as: Int64.self, in: 0...(1 << 40))
    previous = try fields.optionalString("prev").map { text throws(FieldFault) in
      guard let identity = RecordIdentity(text) else { throw FieldFault(field: "prev") }
      return identity
    }
    guard (previous == nil) == (sequence == 0) else { throw FieldFault(field: "prev") }
    trip = Identifier(try fields.identifier("trip"))
    plan = try fields.string("plan")
    sender = try fields.optionalString("from").map { text throws(FieldFault) in
      guard let sender = proofs[text] ?? SenderProof(shortText: text) else {
        throw FieldFault(field: "from")
      }
      return sender
    }
    events = []
    for event in try fields.objects("events") {
      events.append(try VisitEvent(event, source: source))
    }
  }

  /// The proof of the sender: as the record carries it, or from its opening event.
  var proof: SenderProof? {
    if let sender { return sender }
    guard sequence == 0 else { return nil }
    for event in events {
      if case .logOpened(let opening) = event.body {
        return SenderProof(key: opening.key, endorsement: opening.endorsement)
      }
    }
    return nil
  }
}
