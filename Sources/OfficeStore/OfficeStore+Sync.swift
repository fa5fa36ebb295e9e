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
          "office_key": trip.officeKey,
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
          issuedAt: try $0.instant("issued_at"), officeKey: try $0.findText("office_key"))
      }.sorted { ($0.issuedAt, $0.id) < ($1.issuedAt, $1.id) }
    }
  }

  /// Adds what one file brought, in one transaction; what is known already is left as it is.
  ///
  /// - Returns: how many records and how many quarantined lines were new.
  public func merge(
    _ records: [StoredRecord], quarantined: [QuarantinedLine], at moment: Instant
  ) throws -> (records: Int, quarantined: Int) {
    let added = try mergeFile(at: moment) { transaction in
      for record in records { try transaction.add(record) }
      for line in quarantined { try transaction.add(line) }
      return transaction.added
    }
    return (added.records, added.quarantined)
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
