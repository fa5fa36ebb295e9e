import Briefing
import FieldModel
import OfficeStore
import Quantities
import VisitSync

/// What the office has received from a crew's last day, for the cover of its next sheet: paper then
/// witnesses the log.
struct CrewReceipt {
  let trips: [StoredTrip]
  let state: FoldedState
  let phrases: SyncPhrases

  /// The notice for `crew` on `date`; `nil` where nothing came home from an earlier day.
  func notice(for crew: Identifier<Crew>, on date: ServiceDate) -> ReceiptNotice? {
    let earlier = trips.filter { $0.crew == crew && $0.date < date }
      .sorted { ($0.date, $0.issuedAt, $0.id) < ($1.date, $1.issuedAt, $1.id) }
    for trip in earlier.reversed() {
      let logs = state.logs.filter { $0.trips.contains(Identifier(trip.id)) }
      if let log = logs.max(by: { $0.chain.records.count < $1.chain.records.count }) {
        return notice(of: log)
      }
    }
    return nil
  }

  private func notice(of log: LogState) -> ReceiptNotice? {
    guard let head = log.chain.contiguousHeads.last else { return nil }
    let gaps = log.chain.gaps.map { "\($0.lowerBound)–\($0.upperBound)" }
    let wanted = state.evidence.count {
      $0.logs.contains(log.chain.log) && $0.status != .received
    }
    return ReceiptNotice(
      log: String(log.chain.log.text.prefix(6)), throughVisit: visits(of: log, through: head),
      headCode: head.identity.headCode,
      missing: gaps.isEmpty && wanted == 0
        ? "" : phrases.stillMissing(gaps.joined(separator: ", "), wanted))
  }

  /// How many visits were closed in the log up to its last record without a gap.
  private func visits(of log: LogState, through head: RecordStub) -> Int {
    let whole = Set(
      log.chain.records.filter { $0.sequence <= head.sequence }.map(\.identity))
    return state.visits.count { visit in
      visit.endings.contains { whole.contains($0.event.record) }
    }
  }
}
