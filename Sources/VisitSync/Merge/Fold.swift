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
    reviews = fold.open.filter { !$0.kind.isProposal }.sorted()
    proposals = fold.open.filter(\.kind.isProposal).sorted()
    settled = fold.settled.sorted { $0.item < $1.item }
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
  fileprivate var open: [ReviewItem] = []
  private(set) var settled: [SettledReview] = []
  let decisions: StandingDecisions

  init(_ records: RecordSet, context: FoldContext) {
    self.context = context
    decisions = StandingDecisions(context.decisions)
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

  /// Lists an item, or puts it with those that a person has settled.
  ///
  /// - Returns: the choice that settled it; `nil` while it is open.
  @discardableResult
  mutating func review(
    _ kind: ReviewItem.Kind, _ subject: String, _ detail: String = "",
    _ events: [EventIdentity] = [], choices: [String] = ReviewItem.seen
  ) -> String? {
    let item = ReviewItem(
      kind: kind, subject: subject, detail: detail, events: Set(events).sorted(), choices: choices)
    guard let (choice, names) = decisions.settling(item) else {
      open.append(item)
      return nil
    }
    settled.append(SettledReview(item: item, choice: choice, decisions: names))
    return choice
  }

  /// `register`, or what a person chose of it where several values stand.
  mutating func settling(
    _ register: Register<String>, _ kind: ReviewItem.Kind, _ subject: String, _ detail: String = ""
  ) -> Register<String> {
    guard register.isContested else { return register }
    let choice = review(
      kind, subject, detail, register.candidates.flatMap(\.events),
      choices: register.candidates.map(\.value))
    return choice.map(register.choosing) ?? register
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
