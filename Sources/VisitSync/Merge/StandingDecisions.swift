import FieldModel
import Quantities

/// The office's decisions, ready to be asked which of them settles an item.
///
/// The answer depends on the set of decisions alone, not on the order in which they came.
struct StandingDecisions {
  private struct Matter: Hashable {
    let kind: String
    let subject: String
    let detail: String
  }

  private struct Entry {
    let identity: RecordIdentity
    let settlement: Settlement
  }

  /// The visits that were withdrawn.
  let withdrawn: Set<Identifier<PlannedVisit>>
  private var entries: [Matter: [Entry]] = [:]

  init(_ decisions: some Sequence<OfficeDecision>) {
    let all = Dictionary(
      decisions.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    let replaced = Set(all.values.flatMap(\.after))
    var withdrawn: Set<Identifier<PlannedVisit>> = []
    for (identity, decision) in all {
      switch decision.matter {
      case .withdrawn(let visit): withdrawn.insert(visit)
      case .settled(let settlement):
        if replaced.contains(identity) { continue }
        let matter = Matter(
          kind: settlement.kind, subject: settlement.subject, detail: settlement.detail)
        entries[matter, default: []].append(Entry(identity: identity, settlement: settlement))
      }
    }
    self.withdrawn = withdrawn
  }

  /// The choice that settles `item`, and the decisions that made it; `nil` while it is open.
  ///
  /// Only a decision that was made in sight of every event of the item counts. Where two that do
  /// not know of each other disagree, the item stays open.
  func settling(_ item: ReviewItem) -> (choice: String, by: [RecordIdentity])? {
    let matter = Matter(kind: item.kind.rawValue, subject: item.subject, detail: item.detail)
    let fitting = (entries[matter] ?? []).filter { entry in
      item.choices.contains(entry.settlement.choice)
        && Set(item.events).isSubset(of: entry.settlement.events)
    }
    guard let choice = fitting.first?.settlement.choice,
      fitting.allSatisfy({ $0.settlement.choice == choice })
    else { return nil }
    return (choice, fitting.map(\.identity).sorted())
  }
}
