import GRDB

/// The office database: one SQLite file, the desk's store for cases, plans and visit records.
///
/// Every write is one transaction with `synchronous=FULL` in WAL mode, so that a power cut leaves
/// the state before or after it. All methods throw ``OfficeStoreError``.
public final class OfficeStore: Sendable {
  let database: DatabaseQueue

  /// Opens the database at `path`, creating it when `isNew`, and brings its schema up to date.
  ///
  /// - Throws: ``OfficeStoreError``; ``OfficeStoreError/newerVersion`` when a newer program wrote
  ///   it, ``OfficeStoreError/missing`` when it is not there.
  public init(path: String, isNew: Bool = false) throws {
    do {
      database = try DatabaseQueue(path: path, configuration: Self.configuration(isNew: isNew))
      try migrate()
    } catch {
      throw OfficeStoreError(error)
    }
  }

  /// A database in memory, for tests.
  public init() throws {
    do {
      database = try DatabaseQueue(configuration: Self.configuration(isNew: true))
      try migrate()
    } catch {
      throw OfficeStoreError(error)
    }
  }

  private static func configuration(isNew: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    configuration.journalMode = .wal
    return configuration
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
    try read { database in
      let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? "ok"
      if verdict != "ok" { return verdict }
      return try String.fetchOne(database, sql: "SELECT \"table\" FROM pragma_foreign_key_check")
    }
  }
}
