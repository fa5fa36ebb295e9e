import FieldModel
public import Quantities

/// The shape of one log: what follows what, what is missing, where it forks.
public struct LogChain: Hashable, Sendable {
  /// The log.
  public let log: Identifier<VisitLog>
  /// Its records by place and name.
  public let records: [RecordStub]
  /// The places that no record has, though later ones are known.
  public let gaps: [ClosedRange<Int64>]
  /// The places that two or more records have.
  public let forks: [Int64]
  /// The records whose predecessor's place is held only by others than the one they name.
  public let breaks: [RecordIdentity]

  private let places: [RecordIdentity: RecordStub]
  /// The places of records whose named predecessor is not known to stand just before them.
  private let unlinked: [Int64]

  /// The place of the newest record.
  public var lastSequence: Int64 { records.last?.sequence ?? -1 }

  /// The shape of `records`.
  ///
  /// - Precondition: there is at least one and all are of one log.
  init(_ records: [RecordStub]) {
    precondition(!records.isEmpty)
    let sorted = records.sorted(by: RecordStub.inChainOrder)
    self.records = sorted
    log = sorted[0].log
    let places = Dictionary(
      sorted.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    self.places = places
    var gaps: [ClosedRange<Int64>] = []
    var forks: [Int64] = []
    var breaks: [RecordIdentity] = []
    var previous: Int64 = -1
    for (position, record) in sorted.enumerated() {
      if record.sequence > previous + 1 { gaps.append(previous + 1...record.sequence - 1) }
      if record.sequence == previous, forks.last != previous { forks.append(previous) }
      let isFirstOfPlace = record.sequence != previous
      let predecessorKnown =
        isFirstOfPlace ? record.sequence == previous + 1 : gaps.last?.upperBound != previous - 1
      if record.sequence > 0, predecessorKnown, position > 0,
        places[record.previous ?? record.identity]?.sequence != record.sequence - 1
      {
        breaks.append(record.identity)
      }
      previous = record.sequence
    }
    self.gaps = gaps
    self.forks = forks
    self.breaks = breaks
    unlinked = sorted.filter { record in
      record.sequence > 0
        && places[record.previous ?? record.identity]?.sequence != record.sequence - 1
    }.map(\.sequence)
  }

  /// Whether `earlier` was certainly written before `later` on the same branch.
  ///
  /// Only the names of predecessors prove it. A later place does not: of a copied device's log the
  /// records after the fork may have come while those at the fork itself have not. Where the trail
  /// breaks the answer is no, so that both are shown.
  public func isBefore(_ earlier: RecordIdentity, _ later: RecordIdentity) -> Bool {
    guard let start = places[earlier], let end = places[later], start.sequence < end.sequence else {
      return false
    }
    let isOneTrail =
      !forks.contains { (start.sequence...end.sequence).contains($0) }
      && !unlinked.contains { $0 > start.sequence && $0 <= end.sequence }
    if isOneTrail { return true }
    var current = end
    while current.sequence > start.sequence {
      guard let name = current.previous, let before = places[name],
        before.sequence == current.sequence - 1
      else { return false }
      current = before
    }
    return current.identity == start.identity
  }

  /// The last record of each branch that is whole from record 0, in order of place and name.
  ///
  /// A log without forks has one; a log whose opening is missing has none.
  public var contiguousHeads: [RecordStub] {
    var isWhole: Set<RecordIdentity> = []
    var hasSuccessor: Set<RecordIdentity> = []
    for record in records {
      if record.sequence == 0 {
        isWhole.insert(record.identity)
      } else if let name = record.previous, isWhole.contains(name),
        places[name]?.sequence == record.sequence - 1
      {
        isWhole.insert(record.identity)
        hasSuccessor.insert(name)
      }
    }
    return records.filter {
      isWhole.contains($0.identity) && !hasSuccessor.contains($0.identity)
    }
  }
}
