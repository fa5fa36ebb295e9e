import Foundation
import GRDB
public import Quantities

/// The office database: one SQLite file, the desk's store for cases, plans and visit records.
///
/// Every write is one transaction with `synchronous=FULL` in WAL mode, so that a power cut leaves
/// the state before or after it. All methods throw ``OfficeStoreError``.
public final class OfficeStore: Sendable {
  let database: DatabaseQueue

  /// Opens the database at `path`, creating it when `isNew`, and brings its schema up to date.
  ///
  /// - Parameters:
  ///   - path: where the file lies.
  ///   - isNew: whether to make it where there is none.
  ///   - patience: how long to wait for another process that is writing.
  /// - Throws: ``OfficeStoreError``; ``OfficeStoreError/newerVersion`` when a newer program wrote
  ///   it, ``OfficeStoreError/missing`` when it is not there, ``OfficeStoreError/damaged(_:)`` when
  ///   it is something else.
  public init(path: String, isNew: Bool = false, patience: Seconds = Seconds(5)) throws {
    do {
      guard isNew || FileManager.default.fileExists(atPath: path) else {
        throw OfficeStoreError.missing
      }
      var configuration = Self.configuration(patience: patience)
      configuration.journalMode = .wal
      database = try DatabaseQueue(path: path, configuration: configuration)
      // GRDB goes down to `NORMAL` as it turns the log on, under which a power cut may undo commits.
      try database.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      if !isNew { try checkOrigin() }
      try migrate()
    } catch {
      throw OfficeStoreError(error)
    }
  }

  /// A database in memory, for tests.
  public init() throws {
    do {
      database = try DatabaseQueue(configuration: Self.configuration(patience: .zero))
      try migrate()
    } catch {
      throw OfficeStoreError(error)
    }
  }

  private static func configuration(patience: Seconds) -> GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.busyMode = .timeout(Double(patience.value))
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      // What was erased must not stay behind in pages that are free.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// A database without our steps belongs to another program, or was never finished.
  private func checkOrigin() throws {
    guard try database.read({ try $0.tableExists("grdb_migrations") }) else {
      throw OfficeStoreError.damaged("not an office database")
    }
  }

  private func migrate() throws {
    let migrator = Schema.migrator
    if try database.read(migrator.hasBeenSuperseded) { throw OfficeStoreError.newerVersion }
    if try database.read(migrator.hasCompletedMigrations) { return }
    try migrator.migrate(database)
  }

  func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
    do { return try database.read(work) } catch { throw OfficeStoreError(error) }
  }

  func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
    do { return try database.write(work) } catch { throw OfficeStoreError(error) }
  }

  /// Whether SQLite finds every page and every foreign key sound; the first complaint if not.
  public func findDamage() throws -> String? {
    do {
      return try read { database in
        let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? "ok"
        if verdict != "ok" { return verdict }
        return try String.fetchOne(database, sql: "SELECT \"table\" FROM pragma_foreign_key_check")
      }
    } catch OfficeStoreError.damaged(let reason) {
      return reason
    }
  }
}
