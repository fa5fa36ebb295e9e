import Foundation
import GRDB
public import Quantities

/// A decision of the office as it is stored, byte for byte; kept for ever.
public struct StoredDecision: Hashable, Sendable {
  /// The decision's identity.
  public var identity: String
  /// Its text.
  public var body: [UInt8]

  /// A decision as stored.
  public init(identity: String, body: [UInt8]) {
    self.identity = identity
    self.body = body
  }
}

/// A log's head that a receipt confirmed.
public struct ReceiptedHead: Hashable, Sendable {
  /// The log.
  public var log: String
  /// The identity of the record up to which everything is held.
  public var head: String
  /// The place of that record.
  public var contiguous: Int

  /// A head as a receipt states it.
  public init(log: String, head: String, contiguous: Int) {
    self.log = log
    self.head = head
    self.contiguous = contiguous
  }
}

extension OfficeStore {
  /// Keeps decisions; those that are known are left as they are.
  public func save(_ decisions: [StoredDecision]) throws {
    try write { database in
      for decision in decisions {
        try database.run(
          "INSERT INTO office_decision VALUES (?, ?) ON CONFLICT (identity) DO NOTHING",
          [decision.identity, Data(decision.body)])
      }
    }
  }

  /// Every decision, in order of identity.
  public func listDecisions() throws -> [StoredDecision] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM office_decision ORDER BY identity").map {
        let body: Data = try $0.value("body")
        return StoredDecision(identity: try $0.text("identity"), body: [UInt8](body))
      }
    }
  }

  /// Keeps which heads a receipt confirmed.
  public func save(_ heads: [ReceiptedHead], at moment: Instant) throws {
    try write { database in
      for head in heads {
        try database.run(
          "INSERT INTO receipted_head VALUES (?, ?, ?, ?) ON CONFLICT (log, head) DO NOTHING",
          [head.log, head.head, head.contiguous, moment.description])
      }
    }
  }

  /// Every head that a receipt confirmed, in order of log and place.
  public func listReceiptedHeads() throws -> [ReceiptedHead] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM receipted_head ORDER BY log, contiguous, head"
      ).map {
        ReceiptedHead(
          log: try $0.text("log"), head: try $0.text("head"),
          contiguous: try $0.value("contiguous"))
      }
    }
  }

  /// What the records stood for when effects were last derived from them.
  public func findFoldState() throws -> String? {
    try read { try String.fetchOne($0, sql: "SELECT digest FROM fold_state") }
  }
}
