import GRDB

/// The database's schema, as a list of named steps.
///
/// A step that was released is frozen: a change is a new step.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-11 cases") { try $0.execute(sql: cases) }
    migrator.registerMigration("2026-11 territories") { try $0.execute(sql: territories) }
    migrator.registerMigration("2026-11 plans") { try $0.execute(sql: plans) }
    migrator.registerMigration("2026-11 sync") { try $0.execute(sql: sync) }
    migrator.registerMigration("2026-11 agreements") { try $0.execute(sql: agreements) }
    migrator.registerMigration("2026-11 liftings") { try $0.execute(sql: liftings) }
    migrator.registerMigration("2026-11 desk") { try $0.execute(sql: desk) }
    return migrator
  }

  // `origin` says who wrote a row: the lender's `file`, the `office`, or a `visit`. Moving a date
  // by no days makes SQLite look at its calendar, so that 30 February is refused.
  private static let cases = """
    CREATE TABLE import_batch (
      id INTEGER PRIMARY KEY,
      lender TEXT NOT NULL,
      file_digest TEXT NOT NULL CHECK (length(file_digest) = 64),
      imported_at TEXT NOT NULL,
      row_count INTEGER NOT NULL CHECK (row_count >= 0)
    ) STRICT;
    CREATE TABLE loan_case (
      case_number TEXT PRIMARY KEY CHECK (case_number <> ''),
      lender TEXT NOT NULL,
      borrower_number TEXT NOT NULL CHECK (borrower_number <> ''),
      borrower_name TEXT NOT NULL,
      borrower_kind TEXT NOT NULL CHECK (borrower_kind IN ('person', 'firm')),
      borrower_phone TEXT NOT NULL,
      language TEXT NOT NULL,
      access_needs TEXT NOT NULL,
      arrears_reason TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('open', 'cured', 'gone')),
      skills TEXT NOT NULL,
      import_batch INTEGER NOT NULL REFERENCES import_batch (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX loan_case_by_borrower ON loan_case (borrower_number);
    CREATE TABLE loan (
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      loan_number TEXT NOT NULL,
      product TEXT NOT NULL,
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      overdue INTEGER NOT NULL CHECK (overdue >= 0),
      overdue_since TEXT NOT NULL CHECK (overdue_since IS date(overdue_since, '+0 days')),
      balance INTEGER,
      PRIMARY KEY (case_number, loan_number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE party (
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      party_id TEXT NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      phone TEXT NOT NULL,
      has_consented INTEGER NOT NULL CHECK (has_consented IN (0, 1)),
      PRIMARY KEY (case_number, party_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE address (
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      address_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      party_id TEXT,
      text TEXT NOT NULL,
      source TEXT NOT NULL,
      status TEXT NOT NULL,
      verified TEXT CHECK (verified IS date(verified, '+0 days')),
      given_datum TEXT CHECK (given_datum IN ('wgs84', 'gcj02', 'bd09')),
      given_latitude REAL,
      given_longitude REAL,
      presence TEXT NOT NULL,
      directions TEXT NOT NULL,
      jurisdiction TEXT,
      is_rural INTEGER NOT NULL CHECK (is_rural IN (0, 1)),
      PRIMARY KEY (case_number, address_id),
      CHECK ((given_datum IS NULL) = (given_latitude IS NULL)),
      CHECK ((given_datum IS NULL) = (given_longitude IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE location (
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      address_id TEXT NOT NULL,
      latitude INTEGER NOT NULL CHECK (latitude BETWEEN -900000000 AND 900000000),
      longitude INTEGER NOT NULL CHECK (longitude BETWEEN -1800000000 AND 1800000000),
      precision TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('given', 'gazetteer', 'pin')),
      is_doubtful INTEGER NOT NULL CHECK (is_doubtful IN (0, 1)),
      PRIMARY KEY (case_number, address_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE location_candidate (
      case_number TEXT NOT NULL,
      address_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      latitude INTEGER NOT NULL,
      longitude INTEGER NOT NULL,
      precision TEXT NOT NULL,
      score INTEGER NOT NULL,
      label TEXT NOT NULL,
      PRIMARY KEY (case_number, address_id, position),
      FOREIGN KEY (case_number, address_id)
        REFERENCES location (case_number, address_id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contact_attempt (
      id INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      origin TEXT NOT NULL CHECK (origin IN ('file', 'visit')),
      channel TEXT NOT NULL,
      at TEXT NOT NULL CHECK (length(at) = 25),
      result TEXT NOT NULL,
      party_id TEXT,
      counts_against_cap INTEGER NOT NULL CHECK (counts_against_cap IN (0, 1))
    ) STRICT;
    CREATE INDEX contact_attempt_by_case ON contact_attempt (case_number);
    CREATE TABLE hold (
      id INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      origin TEXT NOT NULL CHECK (origin IN ('file', 'office', 'visit')),
      kind TEXT NOT NULL,
      first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
      last_day TEXT CHECK (last_day IS date(last_day, '+0 days'))
    ) STRICT;
    CREATE INDEX hold_by_case ON hold (case_number);
    CREATE TABLE risk_flag (
      id INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      origin TEXT NOT NULL CHECK (origin IN ('file', 'visit')),
      factor TEXT NOT NULL,
      address_id TEXT,
      source TEXT NOT NULL,
      recorded TEXT NOT NULL CHECK (recorded IS date(recorded, '+0 days')),
      expires TEXT NOT NULL CHECK (expires IS date(expires, '+0 days'))
    ) STRICT;
    CREATE INDEX risk_flag_by_case ON risk_flag (case_number);
    CREATE TABLE contact_wish (
      id INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      value TEXT NOT NULL
    ) STRICT;
    CREATE INDEX contact_wish_by_case ON contact_wish (case_number);
    CREATE TABLE consent (
      id INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      given TEXT NOT NULL CHECK (given IS date(given, '+0 days')),
      expires TEXT NOT NULL CHECK (expires IS date(expires, '+0 days')),
      evidence TEXT NOT NULL
    ) STRICT;
    CREATE INDEX consent_by_case ON consent (case_number);
    CREATE TABLE approval (
      id INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      origin TEXT NOT NULL CHECK (origin IN ('file', 'office')),
      rule TEXT NOT NULL,
      approver TEXT NOT NULL,
      reason TEXT NOT NULL,
      expires TEXT NOT NULL CHECK (expires IS date(expires, '+0 days'))
    ) STRICT;
    CREATE INDEX approval_by_case ON approval (case_number);
    CREATE TABLE address_change (
      id INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      address_id TEXT NOT NULL,
      status TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date IS date(date, '+0 days'))
    ) STRICT;
    CREATE INDEX address_change_by_case ON address_change (case_number);
    """

  // What recorded visits know beyond a lender's file; made again from the records at every sync.
  private static let agreements = """
    ALTER TABLE contact_attempt ADD COLUMN address_id TEXT;
    ALTER TABLE contact_attempt ADD COLUMN appointment TEXT
      CHECK (appointment IS NULL OR length(appointment) = 25);
    """

  // A hold of the office is named by its row. One that a visit brought is named by what it is, as
  // its row is made anew at every sync.
  private static let liftings = """
    CREATE TABLE hold_lifting (
      id INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL REFERENCES loan_case (case_number) ON DELETE CASCADE,
      hold_id INTEGER UNIQUE REFERENCES hold (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
      free_day TEXT NOT NULL CHECK (free_day IS date(free_day, '+0 days')),
      lifter TEXT NOT NULL CHECK (lifter <> ''),
      reason TEXT NOT NULL CHECK (reason <> ''),
      is_mistake INTEGER NOT NULL CHECK (is_mistake IN (0, 1)),
      lifted_at TEXT NOT NULL CHECK (length(lifted_at) = 25)
    ) STRICT;
    CREATE INDEX hold_lifting_by_case ON hold_lifting (case_number);
    """

  private static let territories = """
    CREATE TABLE territory (
      territory_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      outline TEXT NOT NULL,
      is_locked INTEGER NOT NULL CHECK (is_locked IN (0, 1)),
      crew TEXT,
      workload INTEGER NOT NULL CHECK (workload >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE territory_borrower (
      borrower_number TEXT PRIMARY KEY,
      territory_id TEXT NOT NULL REFERENCES territory (territory_id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """

  private static let plans = """
    CREATE TABLE plan (
      serial INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
      days INTEGER NOT NULL CHECK (days > 0),
      seed TEXT NOT NULL,
      iterations INTEGER NOT NULL,
      map_checksum INTEGER NOT NULL CHECK (map_checksum BETWEEN 0 AND 4294967295),
      stored_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE planned_route (
      plan_code TEXT NOT NULL REFERENCES plan (code) ON DELETE CASCADE,
      date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
      crew TEXT NOT NULL,
      departure INTEGER NOT NULL,
      back INTEGER NOT NULL CHECK (back >= departure),
      return_travel INTEGER NOT NULL CHECK (return_travel >= 0),
      return_distance INTEGER NOT NULL CHECK (return_distance >= 0),
      PRIMARY KEY (plan_code, date, crew)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE planned_break (
      plan_code TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
      crew TEXT NOT NULL,
      position INTEGER NOT NULL,
      start INTEGER NOT NULL,
      duration INTEGER NOT NULL,
      after_stops INTEGER NOT NULL,
      PRIMARY KEY (plan_code, date, crew, position),
      FOREIGN KEY (plan_code, date, crew)
        REFERENCES planned_route (plan_code, date, crew) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE planned_stop (
      plan_code TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
      crew TEXT NOT NULL,
      position INTEGER NOT NULL,
      visit TEXT NOT NULL,
      request TEXT NOT NULL,
      borrower_number TEXT NOT NULL,
      address_id TEXT NOT NULL,
      latitude INTEGER NOT NULL,
      longitude INTEGER NOT NULL,
      purpose TEXT NOT NULL,
      arrival INTEGER NOT NULL,
      start INTEGER NOT NULL CHECK (start >= arrival),
      service INTEGER NOT NULL CHECK (service >= 0),
      window_start INTEGER NOT NULL,
      window_end INTEGER NOT NULL CHECK (window_end >= window_start),
      travel INTEGER NOT NULL CHECK (travel >= 0),
      distance INTEGER NOT NULL CHECK (distance >= 0),
      risk INTEGER NOT NULL CHECK (risk BETWEEN 0 AND 3),
      value INTEGER NOT NULL,
      PRIMARY KEY (plan_code, date, crew, position),
      UNIQUE (plan_code, visit),
      FOREIGN KEY (plan_code, date, crew)
        REFERENCES planned_route (plan_code, date, crew) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX planned_stop_by_visit ON planned_stop (visit);
    CREATE TABLE planned_case (
      plan_code TEXT NOT NULL,
      visit TEXT NOT NULL,
      case_number TEXT NOT NULL,
      PRIMARY KEY (plan_code, visit, case_number),
      FOREIGN KEY (plan_code, visit) REFERENCES planned_stop (plan_code, visit) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE stop_condition (
      plan_code TEXT NOT NULL,
      visit TEXT NOT NULL,
      position INTEGER NOT NULL,
      pack TEXT NOT NULL,
      rule TEXT NOT NULL,
      effect TEXT NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (plan_code, visit, position),
      FOREIGN KEY (plan_code, visit) REFERENCES planned_stop (plan_code, visit) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE unplanned_case (
      plan_code TEXT NOT NULL REFERENCES plan (code) ON DELETE CASCADE,
      case_number TEXT NOT NULL,
      reason TEXT NOT NULL,
      pack TEXT,
      rule TEXT,
      effect TEXT,
      source TEXT,
      date TEXT,
      detail TEXT,
      PRIMARY KEY (plan_code, case_number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE print_log (
      id INTEGER PRIMARY KEY,
      plan_code TEXT NOT NULL,
      crew TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
      pages INTEGER NOT NULL CHECK (pages > 0),
      privacy INTEGER NOT NULL CHECK (privacy BETWEEN 1 AND 3),
      printed_at TEXT NOT NULL
    ) STRICT;
    """

  private static let sync = """
    CREATE TABLE trip (
      trip_id TEXT PRIMARY KEY,
      plan_code TEXT NOT NULL REFERENCES plan (code),
      crew TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
      endorsing_key TEXT NOT NULL,
      day_key TEXT NOT NULL,
      issued_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sync_record (
      identity TEXT PRIMARY KEY CHECK (length(identity) = 43),
      log TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq >= 0),
      previous TEXT,
      trip TEXT NOT NULL,
      body BLOB,
      imported_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sync_record_by_log ON sync_record (log, seq);
    CREATE TABLE quarantined_line (
      digest TEXT PRIMARY KEY,
      file_digest TEXT NOT NULL,
      line INTEGER NOT NULL,
      byte_offset INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      body BLOB NOT NULL,
      imported_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  // What the office adds to what came home: decisions, receipts, erasures, alerts. `fold_state` is
  // what the records stood for when the effects on cases were last derived from them.
  private static let desk = """
    ALTER TABLE trip ADD COLUMN office_key TEXT
      CHECK (office_key IS NULL OR length(office_key) = 43);
    CREATE TABLE office_decision (
      identity TEXT PRIMARY KEY CHECK (length(identity) = 43),
      body BLOB NOT NULL CHECK (length(body) BETWEEN 2 AND 1048576)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE receipted_head (
      log TEXT NOT NULL,
      head TEXT NOT NULL CHECK (length(head) = 43),
      contiguous INTEGER NOT NULL CHECK (contiguous >= 0),
      written_at TEXT NOT NULL CHECK (length(written_at) = 25),
      PRIMARY KEY (log, head)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sync_rollback (
      log TEXT NOT NULL,
      presented INTEGER NOT NULL CHECK (presented >= 0),
      known INTEGER NOT NULL CHECK (known > presented),
      noticed_at TEXT NOT NULL CHECK (length(noticed_at) = 25),
      PRIMARY KEY (log, presented)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE erasure (
      identity TEXT PRIMARY KEY REFERENCES sync_record (identity),
      erased_by TEXT NOT NULL CHECK (erased_by <> ''),
      reason TEXT NOT NULL CHECK (reason <> ''),
      erased_at TEXT NOT NULL CHECK (length(erased_at) = 25)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fold_state (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      digest TEXT NOT NULL CHECK (length(digest) = 43),
      folded_at TEXT NOT NULL CHECK (length(folded_at) = 25)
    ) STRICT;
    """
}
