import FieldModel
import Quantities

extension FoldedState {
  /// The state that `records` stand for.
  ///
  /// The same records and context give the same state, whatever the order, grouping or repetition
  /// in which they came.
  public init(_ records: RecordSet, context: FoldContext = FoldContext()) {
    var fold = Fold(records, context: context)
    fold.foldVisits()
    fold.foldDay()
    fold.foldEvidence()
    fold.foldLogs()
    self = fold.state
    reviews = fold.reviews.sorted()
  }
}

/// An event in its place.
struct LocatedEvent {
  let identity: EventIdentity
  let log: Identifier<VisitLog>
  let sequence: Int64
  let trip: Identifier<Trip>
  let event: VisitEvent
  /// The body with amendments applied.
  let body: EventBody
  /// Bodies that would each hold if one of several concurrent amendments were chosen.
  let alternatives: [EventBody]
  let amendments: [EventIdentity]
  let retractions: [EventIdentity]

  var isLive: Bool { retractions.isEmpty }

  func sourced<Value: Hashable & Sendable>(_ value: Value) -> Sourced<Value> {
    Sourced(
      event: identity, log: log, trip: trip, at: event.at, by: event.by, fix: event.fix,
      value: value, amendments: amendments, retractions: retractions)
  }
}

/// The work of folding: places every event, applies corrections, then derives each part.
struct Fold {
  let context: FoldContext
  let records: RecordSet
  let chains: [LogChain]
  private let chainOfLog: [Identifier<VisitLog>: LogChain]
  /// Every event by log, place, record and index.
  private(set) var events: [LocatedEvent] = []
  var state = FoldedState()
  var reviews: [ReviewItem] = []

  init(_ records: RecordSet, context: FoldContext) {
    self.context = context
    self.records = records
    chains = records.chains
    chainOfLog = Dictionary(
      chains.map { ($0.log, $0) }, uniquingKeysWith: { first, _ in first })
    place(records.records)
    state.events = events.count
  }

  /// Whether `earlier` was written before `later` in the same log and branch.
  func isBefore(_ earlier: EventIdentity, _ later: EventIdentity, in log: Identifier<VisitLog>)
    -> Bool
  {
    if earlier.record == later.record { return earlier.index < later.index }
    return chainOfLog[log]?.isBefore(earlier.record, later.record) ?? false
  }

  mutating func review(
    _ kind: ReviewItem.Kind, _ subject: String, _ detail: String = "",
    _ events: [EventIdentity] = []
  ) {
    reviews.append(
      ReviewItem(kind: kind, subject: subject, detail: detail, events: events.sorted()))
  }

  private struct Correction {
    let event: EventIdentity
    let log: Identifier<VisitLog>
    let amendment: Amendment
  }

  private mutating func place(_ records: [SignedRecord]) {
    var bodies: Set<EventIdentity> = []
    var amendments: [EventIdentity: [Correction]] = [:]
    var retractions: [EventIdentity: [EventIdentity]] = [:]
    for (record, event, identity) in Self.located(records) {
      bodies.insert(identity)
      switch event.body {
      case .amended(let amendment):
        amendments[amendment.target, default: []].append(
          Correction(event: identity, log: record.record.log, amendment: amendment))
      case .retracted(let retraction):
        retractions[retraction.target, default: []].append(identity)
      default: break
      }
    }
    for (record, event, identity) in Self.located(records) {
      switch event.body {
      case .amended(let amendment) where !bodies.contains(amendment.target):
        review(.ineffectiveCorrection, amendment.target.description, amendment.field, [identity])
      case .retracted(let retraction) where !bodies.contains(retraction.target):
        review(.ineffectiveCorrection, retraction.target.description, "", [identity])
      default: break
      }
      let live = (amendments[identity] ?? []).filter { retractions[$0.event] == nil }
      let (body, alternatives) = corrected(event.body, identity, live)
      events.append(
        LocatedEvent(
          identity: identity, log: record.record.log, sequence: record.record.sequence,
          trip: record.record.trip, event: event, body: body, alternatives: alternatives,
          amendments: live.map(\.event).sorted(), retractions: (retractions[identity] ?? [])))
    }
  }

  private static func located(
    _ records: [SignedRecord]
  ) -> [(SignedRecord, VisitEvent, EventIdentity)] {
    records.flatMap { record in
      record.record.events.enumerated().map { index, event in
        (record, event, EventIdentity(record: record.identity, index: index))
      }
    }
  }

  /// The body with each field's last amendment; where several are concurrent and differ, the body
  /// stays and every choice is an alternative.
  private mutating func corrected(
    _ body: EventBody, _ identity: EventIdentity, _ corrections: [Correction]
  ) -> (body: EventBody, alternatives: [EventBody]) {
    guard !corrections.isEmpty else { return (body, []) }
    var corrected = body
    var contested: [Amendment] = []
    let fields = Set(corrections.map(\.amendment.field)).sorted()
    for field in fields {
      let ofField = corrections.filter { $0.amendment.field == field }
      let last = ofField.filter { one in
        !ofField.contains { $0.log == one.log && isBefore(one.event, $0.event, in: one.log) }
      }
      let values = Set(last.map(\.amendment.value))
      if values.count == 1, let amendment = last.first?.amendment {
        if let replaced = corrected.replacing(field, with: amendment.value) {
          corrected = replaced
        } else {
          review(
            .ineffectiveCorrection, identity.description, field, ofField.map(\.event))
        }
      } else {
        review(.contestedAmendment, identity.description, field, last.map(\.event))
        contested += last.map(\.amendment)
      }
    }
    let alternatives = contested.compactMap { corrected.replacing($0.field, with: $0.value) }
    return (corrected, alternatives)
  }
}
