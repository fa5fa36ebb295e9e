public import FieldModel
public import Quantities

/// Writes a visit log: one sealed line for its opening, for every closed visit and for its closing.
///
/// The writer returns bytes to append; the caller appends and syncs them. Each append starts with
/// a line feed, so that an earlier append that was torn cannot spoil the next line. The log's
/// private key lives in the writer alone: who opens the pack again begins a new log.
public struct VisitLogWriter: Sendable {
  /// The log.
  public let log: Identifier<VisitLog>
  /// The last record written.
  public private(set) var head: RecordIdentity
  /// How many records were written.
  public private(set) var count: Int64
  /// The visits that were closed, in the order of their closing.
  public private(set) var visits: [Identifier<PlannedVisit>] = []
  /// Whether `log.closed` was written.
  public private(set) var isClosed = false

  private let key: SigningKey
  private let sender: SenderProof
  private let trip: Identifier<Trip>
  private let plan: String
  private let office: PublicKey

  /// A new log on `pack`, and the first bytes of its file.
  ///
  /// - Parameters:
  ///   - pack: the opened pack.
  ///   - device: what the crew calls the device.
  ///   - app: the program and version that writes.
  ///   - present: who is there.
  ///   - by: who opens the log.
  ///   - at: what the device's clock shows.
  ///   - monotonic: seconds of the device's steady clock.
  ///   - generator: chance for the log's name and keys; must be fit for cryptography.
  /// - Returns: the writer, and the bytes that begin the file.
  /// - Throws: a fault if the opening does not fit a record.
  public static func open(
    _ pack: TripPack, device: String, app: String, present: [Identifier<CrewMember>],
    by: Identifier<CrewMember>, at: Instant, monotonic: Int64?,
    using generator: inout some RandomNumberGenerator
  ) throws(RecordFault) -> (writer: VisitLogWriter, bytes: [UInt8]) {
    let key = SigningKey(using: &generator)
    let log = Identifier<VisitLog>(Base64URL.text(randomBytes(16, using: &generator)))
    let endorsement = try Endorsement.make(
      trip: pack.trip, log: log, key: key.publicKey, endorsing: pack.endorsingKey)
    let opening = VisitEvent(
      .logOpened(
        LogOpening(
          key: key.publicKey, endorsement: endorsement, device: device, app: app,
          present: present)),
      at: at, monotonic: monotonic, by: by)
    // Record 0 states key and endorsement in its opening event and need not repeat them.
    let record = VisitRecord(
      log: log, sequence: 0, previous: nil, trip: pack.trip, plan: pack.plan, events: [opening],
      sender: nil)
    let signed = try SignedText.compact(record.text, key: key)
    let line = try SealedText.compact(signed, to: pack.office.sealing, using: &generator)
    let writer = VisitLogWriter(
      log: log, head: RecordIdentity(of: signed), count: 1, key: key,
      sender: SenderProof(key: key.publicKey, endorsement: endorsement), trip: pack.trip,
      plan: pack.plan, office: pack.office.sealing)
    // The empty line keeps a damaged line feed from drawing the record into the comment.
    return (writer, Array("# rounds visits 1\n\n".utf8) + line + [0x0A])
  }

  private init(
    log: Identifier<VisitLog>, head: RecordIdentity, count: Int64, key: SigningKey,
    sender: SenderProof, trip: Identifier<Trip>, plan: String, office: PublicKey
  ) {
    self.log = log
    self.head = head
    self.count = count
    self.key = key
    self.sender = sender
    self.trip = trip
    self.plan = plan
    self.office = office
  }

  /// One more record with `events`, as bytes to append; a closed visit is one record.
  ///
  /// The names of the events are the new ``head`` with their places.
  ///
  /// - Throws: ``RecordFault/tooLong`` or ``RecordFault/inflatesTooFar`` if the events do not fit
  ///   one record, ``RecordFault/malformedRecord(field:)`` if one breaks the format, such as a
  ///   checklist answer `no` without a reason; the writer is then unchanged.
  /// - Precondition: the log is not closed.
  public mutating func append(
    _ events: [VisitEvent], using generator: inout some RandomNumberGenerator
  ) throws(RecordFault) -> [UInt8] {
    precondition(!isClosed)
    let record = VisitRecord(
      log: log, sequence: count, previous: head, trip: trip, plan: plan, events: events,
      sender: sender)
    let text = record.text
    // What would not be read back as it is must not be written.
    guard try VisitRecord(text: text) == record else { throw .malformedRecord(field: "events") }
    let signed = try SignedText.compact(text, key: key)
    let line = try SealedText.compact(signed, to: office, using: &generator)
    head = RecordIdentity(of: signed)
    count += 1
    for event in events {
      if case .visitEnded = event.body, let visit = event.visit, !visits.contains(visit) {
        visits.append(visit)
      }
    }
    return [0x0A] + line + [0x0A]
  }

  /// The closing record, as bytes to append.
  ///
  /// - Precondition: the log is not closed.
  public mutating func close(
    unvisited: [UnvisitedStop], by: Identifier<CrewMember>, at: Instant, monotonic: Int64?,
    using generator: inout some RandomNumberGenerator
  ) throws(RecordFault) -> [UInt8] {
    let closing = LogClosing(
      records: count, visits: Int64(visits.count), head: head, unvisited: unvisited)
    let event = VisitEvent(.logClosed(closing), at: at, monotonic: monotonic, by: by)
    let bytes = try append([event], using: &generator)
    isClosed = true
    return bytes
  }
}
