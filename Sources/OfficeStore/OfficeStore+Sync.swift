import FieldModel
import Foundation
import GRDB
public import Quantities

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
      try Row.fetchAll(database, sql: "SELECT * FROM trip ORDER BY trip_id").map {
        StoredTrip(
          id: try $0.text("trip_id"), planCode: try $0.text("plan_code"),
          crew: try $0.identifier("crew"), date: try $0.date("date"),
          endorsingKey: try $0.text("endorsing_key"), dayKey: try $0.text("day_key"),
          issuedAt: try $0.instant("issued_at"))
      }.sorted { ($0.issuedAt, $0.id) < ($1.issuedAt, $1.id) }
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
        try Self.insert(record, in: database)
        added.records += database.changesCount
      }
      for line in quarantined {
        try Self.insert(line, at: moment, in: database)
        added.quarantined += database.changesCount
      }
      return added
    }
  }

  // Only the identity may stand in the way: any other conflict must be heard, not ignored.
  private static func insert(_ record: StoredRecord, in database: Database) throws {
    try database.run(
      "INSERT INTO sync_record VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING",
      [
        record.identity, record.log, record.seq, record.previous, record.trip,
        record.body.map { Data($0) }, record.importedAt.description,
      ])
  }

  private static func insert(
    _ line: QuarantinedLine, at moment: Instant, in database: Database
  ) throws {
    try database.run(
      "INSERT INTO quarantined_line VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING",
      [
        line.digest, line.fileDigest, line.line, line.byteOffset, line.reason, Data(line.body),
        moment.description,
      ])
  }

  /// Every record received, in order of identity.
  public func listRecords() throws -> [StoredRecord] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM sync_record ORDER BY identity").map {
        let body: Data? = try $0.value("body")
        return StoredRecord(
          identity: try $0.text("identity"), log: try $0.text("log"), seq: try $0.value("seq"),
          previous: try $0.findText("previous"), trip: try $0.text("trip"),
          body: body.map { [UInt8]($0) }, importedAt: try $0.instant("imported_at"))
      }
    }
  }

  /// Every quarantined line, in order of file and line.
  public func listQuarantined() throws -> [QuarantinedLine] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM quarantined_line ORDER BY file_digest, line, digest"
      ).map {
        let body: Data = try $0.value("body")
        return QuarantinedLine(
          digest: try $0.text("digest"), fileDigest: try $0.text("file_digest"),
          line: try $0.value("line"), byteOffset: try $0.value("byte_offset"),
          reason: try $0.text("reason"), body: [UInt8](body))
      }
    }
  }
}
