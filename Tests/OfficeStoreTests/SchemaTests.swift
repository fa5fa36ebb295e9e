import FieldModel
import GRDB
import Quantities
import Testing

@testable import OfficeStore

@Suite("Schema")
struct SchemaTests {
  @Test("the steps are frozen: names may be added at the end only")
  func migrations() {
    #expect(
      Schema.migrator.migrations == [
        "2026-11 cases", "2026-11 territories", "2026-11 plans", "2026-11 sync",
        "2026-11 agreements", "2026-11 liftings", "2026-11 desk",
      ])
  }

  @Test("every table is strict, so that no column holds a value of another type")
  func strict() throws {
    let store = try OfficeStore()
    let loose = try store.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
            AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
          """)
    }
    #expect(loose.isEmpty)
  }

  @Test("writes survive a power cut: full synchronisation, write-ahead log, foreign keys")
  func pragmas() throws {
    try withFolder { folder in
      let store = try OfficeStore(path: folder + "/office.sqlite", isNew: true)
      func pragma(_ name: String) throws -> String? {
        try store.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
      }
      #expect(try pragma("synchronous") == "2")
      #expect(try pragma("foreign_keys") == "1")
      #expect(try pragma("journal_mode") == "wal")
    }
  }

  @Test(
    "refuses rows that no value of the model could have made",
    arguments: [
      "INSERT INTO import_batch VALUES (9, 'l', 'short', '2026-11-22', 1)",
      "UPDATE loan_case SET status = 'lost'", "UPDATE loan_case SET case_number = ''",
      "UPDATE loan_case SET borrower_kind = 'ghost'", "UPDATE loan_case SET import_batch = 77",
      "UPDATE loan SET overdue = -1", "UPDATE loan SET overdue = 'much'",
      "UPDATE loan SET overdue_since = 'yesterday'", "UPDATE loan SET overdue_since = '2026-02-30'",
      "UPDATE address SET given_datum = 'ed50'", "UPDATE address SET given_longitude = NULL",
      "UPDATE hold SET origin = 'nobody'", "UPDATE contact_attempt SET at = '2026-11-22'",
      "INSERT INTO location VALUES ('C1', 'A1', 900000001, 0, 'door', 'pin', 0)",
      "INSERT INTO location VALUES ('C1', 'A1', 0, 0, 'door', 'dream', 0)",
      "INSERT INTO print_log VALUES (1, 'P', 'C', '2026-11-22', 0, 2, 'x')",
      "INSERT INTO print_log VALUES (1, 'P', 'C', '2026-11-22', 4, 9, 'x')",
      "INSERT INTO territory VALUES ('T', '', '', 2, NULL, 0)",
      "INSERT INTO plan VALUES (1, 'P', '2026-11-22', 0, '1', 0, 0, 'x')",
      "INSERT INTO plan VALUES (1, 'P', '2026-11-22', 1, '1', 0, -1, 'x')",
    ])
  func constraints(_ sql: String) throws {
    let store = try OfficeStore()
    try store.save([Sketch.fullCase("C1")], from: Sketch.batch())
    let error = #expect(throws: OfficeStoreError.self) {
      try store.write { try $0.execute(sql: sql) }
    }
    guard case .refused = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try store.listCases() == [Sketch.fullCase("C1")])
  }

  @Test("refuses values that cannot be kept, and keeps nothing of their batch")
  func badValues() throws {
    let store = try OfficeStore()
    var noNumber = Sketch.fullCase("C2")
    noNumber.addresses[0].given?.latitude = .nan
    var negative = Sketch.fullCase("C2")
    negative.loans[0].overdue.minorUnits = -1
    var farDate = Sketch.fullCase("C2")
    farDate.loans[0].overdueSince = ServiceDate(daysSinceEpoch: .max / 2)
    var farMoment = Sketch.fullCase("C2")
    farMoment.contacts[0].at = Instant(secondsSinceEpoch: 1 << 40)
    var twins = Sketch.fullCase("C2")
    twins.addresses[1].id = twins.addresses[0].id
    for bad in [noNumber, negative, farDate, farMoment, twins, Sketch.plainCase("")] {
      #expect(throws: OfficeStoreError.self) {
        try store.save([Sketch.fullCase("C1"), bad], from: Sketch.batch())
      }
      #expect(try store.listCases().isEmpty)
    }
  }

  @Test("a refusal never quotes what was in the row")
  func discreet() throws {
    let store = try OfficeStore()
    var bad = Sketch.fullCase("SECRET-CASE")
    bad.borrower.name = "SECRET-NAME"
    bad.loans[0].overdue.minorUnits = -1
    let error = #expect(throws: OfficeStoreError.self) {
      try store.save([bad], from: Sketch.batch())
    }
    #expect(!String(describing: error).contains("SECRET"))
  }

  @Test("a row that the model cannot read is damage, never a crash, and is not quoted")
  func unreadable() throws {
    let spoilt = [
      "UPDATE hold SET kind = 'SECRET'", "UPDATE loan SET currency = '\u{5143}\u{5143}\u{5143}'",
      "UPDATE address SET presence = 'SECRET'", "UPDATE contact_wish SET kind = 'SECRET'",
      "UPDATE risk_flag SET factor = ''",
    ]
    for sql in spoilt {
      let store = try OfficeStore()
      try store.save([Sketch.fullCase("C1")], from: Sketch.batch())
      try store.write { try $0.execute(sql: sql) }
      let error = #expect(throws: OfficeStoreError.self, "\(sql)") { try store.listCases() }
      guard case .damaged(let reason) = error else {
        Issue.record("\(sql): \(String(describing: error))")
        continue
      }
      #expect(!reason.contains("SECRET"))
    }
  }

  @Test("a number too large for the model is damage, never a crash")
  func tooLarge() throws {
    for column in ["arrival", "start", "travel", "latitude", "window_end"] {
      let store = try OfficeStore()
      try store.save(PlanSketch.plan("PLAN0001"), at: Sketch.moment(18))
      try store.write {
        try $0.execute(sql: "PRAGMA ignore_check_constraints = ON")
        try $0.execute(sql: "UPDATE planned_stop SET \(column) = 99999999999")
      }
      let error = #expect(throws: OfficeStoreError.self) { try store.findCurrentPlan() }
      guard case .damaged = error else {
        Issue.record("\(column): \(String(describing: error))")
        continue
      }
    }
  }
}
