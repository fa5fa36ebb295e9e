import Briefing
import CaseImport
import FieldModel
import Foundation
import OfficeStore
import Planning
import Quantities
import VisitSync

extension Workspace {
  /// Every record received, and what the office knows beside them.
  func records() throws -> (set: RecordSet, context: FoldContext) {
    try stored { store in
      var context = FoldContext()
      for trip in try store.listTrips() { context.issued[Identifier(trip.id)] = trip.issuedAt }
      context.decisions = try store.listDecisions().map { try $0.decision() }
      var set = RecordSet()
      for record in try store.listRecords() {
        let identity = try record.readIdentity(record.identity)
        context.imported[identity] = record.importedAt
        if let body = record.body {
          set.insert(try record.signed(identity, body))
        } else {
          set.insert(erased: try record.stub(identity))
        }
      }
      return (set, context)
    }
  }

  /// What came home, folded from every record received.
  func foldedState() throws -> FoldedState {
    let (set, context) = try records()
    return FoldedState(set, context: context)
  }

  /// The trips that were sent out, with the keys that endorse their logs.
  func knownTrips() throws -> [KnownTrip] {
    try stored { try $0.listTrips() }.map { trip in
      guard let key = PublicKey(jwkText: trip.endorsingKey) else {
        throw CommandFailure(
          .badInput, terminal.phrases.commands.databaseDamaged(layout.database.path, "trip"))
      }
      return KnownTrip(trip: Identifier(trip.id), endorsing: key)
    }
  }

  /// Derives what visits did to cases from every record, and stores it.
  func refreshEffects() throws {
    let state = try foldedState()
    let effects = OutcomeEffects.derive(from: try completedVisits(of: state))
    let known = Set(try stored { try $0.listFileCases() }.map(\.id))
    try stored {
      try $0.replaceEffects(
        effects.filter { known.contains($0.loanCase) }, foldedTo: state.digest, at: now)
    }
  }

  /// The visits that ended, each with the stop as the crew's own pack had it.
  ///
  /// A record of a visit that no stored plan knows is kept and reported, but joins no stop.
  func completedVisits() throws -> [CompletedVisit] {
    try completedVisits(of: try foldedState())
  }

  /// The visits of `state` that ended.
  func completedVisits(of state: FoldedState) throws -> [CompletedVisit] {
    let outcomes = state.outcomes
    let newest = try stored { try $0.listStops(of: Set(outcomes.map(\.visit))) }
    let packed = try packedStops()
    return outcomes.compactMap { outcome in
      let trip = state.findVisit(outcome.visit)?.endings.first?.trip.text
      let stop = trip.flatMap { packed[$0]?[outcome.visit] } ?? newest[outcome.visit]
      return stop.map {
        CompletedVisit(stop: $0.stop, crew: $0.crew, date: $0.date, outcome: outcome)
      }
    }
  }

  /// The stops of every pack that was sent out, by trip and visit.
  func packedStops() throws -> [String: [Identifier<PlannedVisit>: StoredStop]] {
    try stored { store in
      var plans: [String: VisitPlan] = [:]
      var stops: [String: [Identifier<PlannedVisit>: StoredStop]] = [:]
      for trip in try store.listTrips() {
        if plans[trip.planCode] == nil {
          plans[trip.planCode] = try store.findPlan(code: trip.planCode)
        }
        let route = plans[trip.planCode]?.routes.first {
          $0.crew == trip.crew && $0.date == trip.date
        }
        for stop in route?.stops ?? [] {
          stops[trip.id, default: [:]][stop.visit] = StoredStop(
            planCode: trip.planCode, stop: stop, crew: trip.crew, date: trip.date)
        }
      }
      return stops
    }
  }

  /// Every case as a plan from `first` on must see it: visits that a crew has in its pack for an
  /// earlier day, and of which nothing came home yet, count as made.
  func casesForPlanning(from first: ServiceDate) throws -> [LoanCase] {
    let made = Set(try foldedState().outcomes.map(\.visit))
    let packed = try packedStops()
    var latest: [String: String] = [:]
    for trip in try stored({ try $0.listTrips() }) where trip.date < first {
      latest["\(trip.date) \(trip.crew)"] = trip.id
    }
    var outstanding: [Identifier<LoanCase>: [ContactAttempt]] = [:]
    for trip in latest.values.sorted() {
      for (visit, stored) in packed[trip] ?? [:] where !made.contains(visit) {
        // Nobody knows yet whom the crew met, so somebody counts as met.
        var attempt = ContactAttempt(
          channel: .visit,
          at: Instant(
            date: stored.date, time: stored.stop.start, offsetMinutes: settings.offsetMinutes),
          result: .message)
        attempt.address = stored.stop.address
        for loanCase in stored.stop.cases { outstanding[loanCase, default: []].append(attempt) }
      }
    }
    return try stored { try $0.listCases() }.map { loanCase in
      var seen = loanCase
      seen.contacts = (seen.contacts + (outstanding[seen.id] ?? [])).sorted { $0.at < $1.at }
      return seen
    }
  }
}

extension StoredRecord {
  /// A stored identity, which the schema keeps in shape.
  func readIdentity(_ text: String) throws -> RecordIdentity {
    guard let identity = RecordIdentity(text) else {
      throw OfficeStoreError.damaged("sync_record.identity")
    }
    return identity
  }

  /// The record as it was received; its bytes must still be those that it is named after.
  func signed(_ identity: RecordIdentity, _ body: [UInt8]) throws -> SignedRecord {
    guard let record = try? SignedRecord(storedText: body), record.identity == identity,
      record.record.log.text == log
    else { throw OfficeStoreError.damaged("sync_record.body") }
    return record
  }

  /// What stays of a record whose bytes were erased.
  func stub(_ identity: RecordIdentity) throws -> RecordStub {
    RecordStub(
      identity: identity, log: Identifier(log), sequence: Int64(seq),
      previous: try previous.map { try readIdentity($0) }, trip: Identifier(trip))
  }
}

extension StoredDecision {
  /// The decision, whose bytes must still be those that it is named after.
  func decision() throws -> OfficeDecision {
    guard let decision = try? OfficeDecision(text: body), decision.identity.text == identity else {
      throw OfficeStoreError.damaged("office_decision")
    }
    return decision
  }
}
