import GRDB
public import Quantities

/// A record whose bytes were erased on request.
public struct StoredErasure: Hashable, Sendable {
  /// The record.
  public var identity: String
  /// Who erased it.
  public var by: String
  /// Why.
  public var reason: String
  /// When.
  public var at: Instant

  /// An erasure as kept.
  public init(identity: String, by: String, reason: String, at: Instant) {
    self.identity = identity
    self.by = by
    self.reason = reason
    self.at = at
  }
}

extension OfficeStore {
  /// Deletes the bytes of the records named; identity, place and chain stay.
  ///
  /// The pages that held them are overwritten, in the database and in its write-ahead log. Copies
  /// elsewhere, such as backups, are not reached.
  ///
  /// - Returns: how many records had bytes.
  public func erase(_ erasures: [StoredErasure]) throws -> Int {
    let erased = try write { database in
      var count = 0
      for erasure in erasures {
        try database.run(
          "UPDATE sync_record SET body = NULL WHERE identity = ? AND body IS NOT NULL",
          [erasure.identity])
        guard database.changesCount > 0 else { continue }
        count += 1
        try database.run(
          "INSERT INTO erasure VALUES (?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING",
          [erasure.identity, erasure.by, erasure.reason, erasure.at.description])
      }
      return count
    }
    do {
      _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    } catch {
      throw OfficeStoreError(error)
    }
    return erased
  }

  /// Every erasure, in order of identity.
  public func listErasures() throws -> [StoredErasure] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM erasure ORDER BY identity").map {
        StoredErasure(
          identity: try $0.text("identity"), by: try $0.text("erased_by"),
          reason: try $0.text("reason"), at: try $0.instant("erased_at"))
      }
    }
  }
}
