import Foundation
import GRDB
public import Quantities

/// What one import brought that was not there before.
public struct SyncAddition: Hashable, Sendable {
  /// How many records were new.
  public var records = 0
  /// How many quarantined lines were new.
  public var quarantined = 0
}

/// A log that was handed in with a head older than the one that was known.
public struct StoredRollback: Hashable, Sendable {
  /// The log.
  public var log: String
  /// The place of the head in the file.
  public var presented: Int
  /// The place of the newest record that was known.
  public var known: Int
  /// When it was noticed first.
  public var noticedAt: Instant

  /// A rollback as noticed.
  public init(log: String, presented: Int, known: Int, noticedAt: Instant) {
    self.log = log
    self.presented = presented
    self.known = known
    self.noticedAt = noticedAt
  }
}

/// One transaction that takes in what a sync file brings, piece by piece, so that a file need not
/// fit into memory.
public struct SyncTransaction {
  private let database: Database
  private let moment: Instant
  /// What was new so far.
  public private(set) var added = SyncAddition()

  init(_ database: Database, at moment: Instant) {
    self.database = database
    self.moment = moment
  }

  /// Adds a record; one that is known, or whose bytes were erased, is left as it is.
  public mutating func add(_ record: StoredRecord) throws {
    // Only the identity may stand in the way: any other conflict must be heard, not ignored.
    try database.run(
      "INSERT INTO sync_record VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING",
      [
        record.identity, record.log, record.seq, record.previous, record.trip,
        record.body.map { Data($0) }, record.importedAt.description,
      ])
    added.records += database.changesCount
  }

  /// Keeps a line that could not be merged; one that is known is left as it is.
  public mutating func add(_ line: OfficeStore.QuarantinedLine) throws {
    try database.run(
      "INSERT INTO quarantined_line VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING",
      [
        line.digest, line.fileDigest, line.line, line.byteOffset, line.reason, Data(line.body),
        moment.description,
      ])
    added.quarantined += database.changesCount
  }

  /// The place of the newest record of `log` that is known, what was just added included.
  public func findLastPlace(of log: String) throws -> Int? {
    try Int.fetchOne(
      database, sql: "SELECT max(seq) FROM sync_record WHERE log = ?", arguments: [log])
  }

  /// Keeps an alert about an older head; the same one is kept once.
  public mutating func add(_ rollback: StoredRollback) throws {
    try database.run(
      "INSERT INTO sync_rollback VALUES (?, ?, ?, ?) ON CONFLICT (log, presented) DO NOTHING",
      [
        rollback.log, rollback.presented, rollback.known, rollback.noticedAt.description,
      ])
  }
}

extension OfficeStore {
  /// Runs `work` in one transaction that takes in a sync file: all of it or nothing.
  ///
  /// - Parameters:
  ///   - moment: when the file came.
  ///   - work: adds what the file brings.
  /// - Returns: what `work` returns.
  /// - Throws: ``OfficeStoreError``, or what `work` throws of its own, as it is; nothing of the file
  ///   is then kept.
  public func mergeFile<Value>(
    at moment: Instant, _ work: (inout SyncTransaction) throws -> Value
  ) throws -> Value {
    do {
      return try database.write { database in
        var transaction = SyncTransaction(database, at: moment)
        return try work(&transaction)
      }
    } catch  where OfficeStoreError.isOfStore(error) {
      throw OfficeStoreError(error)
    }
  }

  /// Every rollback that was noticed, in order of log and place.
  public func listRollbacks() throws -> [StoredRollback] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM sync_rollback ORDER BY log, presented").map {
        StoredRollback(
          log: try $0.text("log"), presented: try $0.value("presented"),
          known: try $0.value("known"), noticedAt: try $0.instant("noticed_at"))
      }
    }
  }
}
