import OfficeStore
import Quantities
import VisitSync

/// Which trips still need an office key: those whose logs are sealed to it, until all they hold is
/// here and a receipt has said so.
struct KeyUse {
  /// The trips that were packed with the key.
  let trips: [String]
  /// Those of which something may still come, or of which a device waits for its receipt.
  let outstanding: [String]

  /// The use of the key called `thumbprint`.
  ///
  /// A trip that does not say its key, as it was packed before that was kept, may be of any.
  init(of thumbprint: String, trips: [StoredTrip], state: FoldedState, heads: [ReceiptedHead]) {
    let confirmed = Set(heads.map { "\($0.log) \($0.head)" })
    let mine = trips.filter { $0.officeKey == nil || $0.officeKey == thumbprint }
    self.trips = mine.map(\.id)
    outstanding = mine.map(\.id).filter { trip in
      let logs = state.logs.filter { $0.trips.contains(Identifier(trip)) }
      return logs.isEmpty
        || logs.contains { log in
          !log.isComplete
            || log.chain.contiguousHeads.contains {
              !confirmed.contains("\(log.chain.log) \($0.identity)")
            }
        }
    }
  }
}
