import FieldModel
import OfficeStore
import Quantities
import VisitSync

extension Workspace {
  /// What came home, folded from every record received.
  func foldedState() throws -> FoldedState {
    let (records, context) = try stored { store in
      let stored = try store.listRecords()
      var context = FoldContext()
      for trip in try store.listTrips() { context.issued[Identifier(trip.id)] = trip.issuedAt }
      var set = RecordSet()
      for record in stored {
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
    return FoldedState(records, context: context)
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
