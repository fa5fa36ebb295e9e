import Foundation
public import FieldModel
import GRDB
public import Quantities

/// A trip that the office sent out: who may send records home under it.
public struct StoredTrip: Hashable, Sendable {
  /// The trip's id.
  public var id: String
  /// The plan it was made from.
  public var planCode: String
  /// Who went.
  public var crew: Identifier<Crew>
  /// On which day.
  public var date: ServiceDate
  /// The endorsing public key, as a JWK.
  public var endorsingKey: String
  /// The day key in its typed form; sheets printed again need it.
  public var dayKey: String
  /// When the pack was made.
  public var issuedAt: Instant

  /// A trip as sent out.
  public init(
    id: String, planCode: String, crew: Identifier<Crew>, date: ServiceDate, endorsingKey: String,
    dayKey: String, issuedAt: Instant
  ) {
    self.id = id
    self.planCode = planCode
    self.crew = crew
    self.date = date
    self.endorsingKey = endorsingKey
    self.dayKey = dayKey
    self.issuedAt = issuedAt
  }
}

/// A record as it was received, byte for byte; kept for ever.
public struct StoredRecord: Hashable, Sendable {
  /// The record's identity.
  public var identity: String
  /// The log it belongs to.
  public var log: String
  /// Its place in the log.
  public var seq: Int
  /// The identity of the record before it; `nil` for the first.
  public var previous: String?
  /// The trip it was written on.
  public var trip: String
  /// The signed bytes; `nil` after an erasure.
  public var body: [UInt8]?
  /// When it was first imported.
  public var importedAt: Instant

  /// A record as received.
  public init(
    identity: String, log: String, seq: Int, previous: String?, trip: String, body: [UInt8]?,
    importedAt: Instant
  ) {
    self.identity = identity
    self.log = log
    self.seq = seq
    self.previous = previous
    self.trip = trip
    self.body = body
    self.importedAt = importedAt
  }
}

/// A line of a sync file that could not be merged; kept byte for byte and shown.
public struct QuarantinedLine: Hashable, Sendable {
  /// The SHA-256 of the line, in hexadecimal.
  public var digest: String
  /// The SHA-256 of the file, in hexadecimal.
  public var fileDigest: String
  /// The line, from 1.
  public var line: Int
  /// The offset of its first byte.
  public var byteOffset: Int
  /// Why, a stable code.
  public var reason: String
  /// The line itself.
  public var body: [UInt8]

  /// A line that could not be merged.
  public init(
    digest: String, fileDigest: String, line: Int, byteOffset: Int, reason: String, body: [UInt8]
  ) {
    self.digest = digest
    self.fileDigest = fileDigest
    self.line = line
    self.byteOffset = byteOffset
    self.reason = reason
    self.body = body
  }
}

extension OfficeStore {
  /// Keeps a trip that was sent out.
  public func save(_ trip: StoredTrip) throws {
    try write {
      try $0.insert(
        into: "trip",
        [
          "trip_id": trip.id, "plan_code": trip.planCode, "crew": trip.crew.text,
          "date": trip.date.description, "endorsing_key": trip.endorsingKey,
          "day_key": trip.dayKey, "issued_at": trip.issuedAt.description,
        ])
    }
  }

  /// Every trip, in order of issue.
  public func listTrips() throws -> [StoredTrip] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM trip ORDER BY issued_at, trip_id").map {
        StoredTrip(
          id: $0.text("trip_id"), planCode: $0.text("plan_code"), crew: $0.identifier("crew"),
          date: try $0.date("date"), endorsingKey: $0.text("endorsing_key"),
          dayKey: $0.text("day_key"), issuedAt: try $0.instant("issued_at"))
      }
    }
  }

  /// Adds what one file brought, in one transaction; what is known already is left as it is.
  ///
  /// - Returns: how many records and how many quarantined lines were new.
  public func merge(
    _ records: [StoredRecord], quarantined: [QuarantinedLine], at moment: Instant
  ) throws -> (records: Int, quarantined: Int) {
    try write { database in
      var added = (records: 0, quarantined: 0)
      for record in records {
        try database.execute(
          sql: "INSERT OR IGNORE INTO sync_record VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            record.identity, record.log, record.seq, record.previous, record.trip, record.body.map { Data($0) },
            record.importedAt.description,
          ])
        added.records += database.changesCount
      }
      for line in quarantined {
        try database.execute(
          sql: "INSERT OR IGNORE INTO quarantined_line VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            line.digest, line.fileDigest, line.line, line.byteOffset, line.reason,
            Data(line.body), moment.description,
          ])
        added.quarantined += database.changesCount
      }
      return added
    }
  }

  /// Every record received, in order of identity.
  public func listRecords() throws -> [StoredRecord] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM sync_record ORDER BY identity").map {
        StoredRecord(
          identity: $0.text("identity"), log: $0.text("log"), seq: $0["seq"],
          previous: $0["previous"], trip: $0.text("trip"), body: ($0["body"] as Data?).map { [UInt8]($0) },
          importedAt: try $0.instant("imported_at"))
      }
    }
  }

  /// Every quarantined line, in order of file and line.
  public func listQuarantined() throws -> [QuarantinedLine] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM quarantined_line ORDER BY file_digest, line, digest"
      ).map {
        QuarantinedLine(
          digest: $0.text("digest"), fileDigest: $0.text("file_digest"), line: $0["line"],
          byteOffset: $0["byte_offset"], reason: $0.text("reason"),
          body: [UInt8]($0["body"] as Data))
      }
    }
  }
}
