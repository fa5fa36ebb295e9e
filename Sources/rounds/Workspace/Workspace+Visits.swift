import Briefing
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
      var set = RecordSet()
      for record in try store.listRecords() {
        let identity = try record.readIdentity(record.identity)
        context.imported[identity] = record.importedAt
        if let body = record.body {
          set.insert(try SignedRecord(storedText: body))
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
    let effects = OutcomeEffects.derive(from: try completedVisits())
    let known = Set(try stored { try $0.listFileCases() }.map(\.id))
    try stored { try $0.replaceEffects(effects.filter { known.contains($0.loanCase) }) }
  }

  /// The visits that ended, each with the stop it was planned as.
  ///
  /// A record of a visit that no stored plan knows is kept and reported, but joins no stop.
  func completedVisits() throws -> [CompletedVisit] {
    let outcomes = try foldedState().outcomes
    let stops = try stored { try $0.listStops(of: Set(outcomes.map(\.visit))) }
    return outcomes.compactMap { outcome in
      stops[outcome.visit].map {
        CompletedVisit(stop: $0.stop, crew: $0.crew, date: $0.date, outcome: outcome)
      }
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

  /// What stays of a record whose bytes were erased.
  func stub(_ identity: RecordIdentity) throws -> RecordStub {
    RecordStub(
      identity: identity, log: Identifier(log), sequence: Int64(seq),
      previous: try previous.map { try readIdentity($0) }, trip: Identifier(trip))
  }
}
