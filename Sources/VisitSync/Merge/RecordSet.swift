import FieldModel
public import Quantities

/// Everything that was received: verified records by identity, and the stubs of erased ones.
///
/// Adding is idempotent and its order does not matter; nothing is ever taken out. Erasing takes a
/// record's text and leaves its place in the chain, and an erased record stays erased.
public struct RecordSet: Hashable, Sendable {
  private var whole: [RecordIdentity: SignedRecord] = [:]
  private var erased: [RecordIdentity: RecordStub] = [:]

  /// The set of `records`.
  public init(_ records: some Sequence<SignedRecord> = []) {
    for record in records { insert(record) }
  }

  /// How many records there are, erased ones included.
  public var count: Int { whole.count + erased.count }

  /// Whether the record or its stub is there.
  public func contains(_ identity: RecordIdentity) -> Bool {
    whole[identity] != nil || erased[identity] != nil
  }

  /// Adds a record; whether it was new.
  @discardableResult
  public mutating func insert(_ record: SignedRecord) -> Bool {
    guard !contains(record.identity) else { return false }
    whole[record.identity] = record
    return true
  }

  /// Adds the stub of an erased record, and drops its text if it is there.
  public mutating func insert(erased stub: RecordStub) {
    whole[stub.identity] = nil
    erased[stub.identity] = stub
  }

  /// Drops the text of a record; its place in the chain stays.
  ///
  /// Unknown records are left alone.
  public mutating func erase(_ identity: RecordIdentity) {
    guard let record = whole[identity] else { return }
    insert(erased: record.stub)
  }

  /// Adds everything that `other` holds.
  public mutating func formUnion(_ other: RecordSet) {
    for record in other.records { insert(record) }
    for stub in other.erasedStubs { insert(erased: stub) }
  }

  /// The records by log, place and name.
  public var records: [SignedRecord] {
    whole.values.sorted {
      ($0.record.log, $0.record.sequence, $0.identity)
        < ($1.record.log, $1.record.sequence, $1.identity)
    }
  }

  /// The stubs of erased records by log, place and name.
  public var erasedStubs: [RecordStub] { erased.values.sorted(by: RecordStub.inChainOrder) }

  /// The shapes of all logs, in order of their names.
  public var chains: [LogChain] {
    let stubs = whole.values.map(\.stub) + erased.values
    return Dictionary(grouping: stubs, by: \.log).values.map { LogChain($0) }
      .sorted { $0.log < $1.log }
  }

  /// The logs among `heads`, as a file presents them, that were known further than that.
  ///
  /// A file that was copied earlier does so too; it says that something older was handed in, not
  /// that anything is lost. It depends on the order of arrival and is therefore no part of the
  /// folded state.
  public func rollbacks(presenting heads: [LogHead]) -> [Rollback] {
    let newest = Dictionary(
      chains.map { ($0.log, $0.lastSequence) }, uniquingKeysWith: { first, _ in first })
    return heads.compactMap { head in
      guard let known = newest[head.log], head.sequence < known else { return nil }
      return Rollback(log: head.log, presented: head.sequence, known: known)
    }
  }
}

/// A log was handed in with a head older than the one that was known.
public struct Rollback: Hashable, Sendable {
  /// The log.
  public let log: Identifier<VisitLog>
  /// The place of the head in the file.
  public let presented: Int64
  /// The place of the newest record known.
  public let known: Int64
}

extension RecordStub {
  static func inChainOrder(_ left: RecordStub, _ right: RecordStub) -> Bool {
    (left.log, left.sequence, left.identity) < (right.log, right.sequence, right.identity)
  }
}
