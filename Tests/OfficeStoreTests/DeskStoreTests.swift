import FieldModel
import Foundation
import GRDB
import Quantities
import Testing

@testable import OfficeStore

@Suite("What the office adds to what came home")
struct DeskStoreTests {
  private struct Interruption: Error {}

  private static func name(_ letter: Character) -> String { String(repeating: letter, count: 43) }

  @Test("a file that fails in the middle leaves nothing behind, and its own error is heard")
  func interrupted() throws {
    let store = try OfficeStore()
    #expect(throws: Interruption.self) {
      try store.mergeFile(at: Sketch.moment(20)) { transaction in
        try transaction.add(SyncStoreTests.record(1))
        try transaction.add(SyncStoreTests.line(1))
        #expect(transaction.added == SyncAddition(records: 1, quarantined: 1))
        throw Interruption()
      }
    }
    #expect(try store.listRecords().isEmpty && store.listQuarantined().isEmpty)
  }

  @Test("a rollback is kept once, with what was known when it was noticed first")
  func rollbacks() throws {
    let store = try OfficeStore()
    for hour in [20, 21] {
      try store.mergeFile(at: Sketch.moment(hour)) { transaction in
        try transaction.add(SyncStoreTests.record(7))
        #expect(try transaction.findLastPlace(of: "log-1") == 7)
        #expect(try transaction.findLastPlace(of: "log-2") == nil)
        try transaction.add(
          StoredRollback(log: "log-1", presented: 3, known: 7, noticedAt: Sketch.moment(hour)))
      }
    }
    #expect(
      try store.listRollbacks() == [
        StoredRollback(log: "log-1", presented: 3, known: 7, noticedAt: Sketch.moment(20))
      ])
    #expect(throws: OfficeStoreError.self) {
      try store.mergeFile(at: Sketch.moment(22)) {
        try $0.add(
          StoredRollback(log: "log-1", presented: 9, known: 7, noticedAt: Sketch.moment(22)))
      }
    }
  }

  @Test("a database of the version before opens, with trips whose office key is not known")
  func older() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      do {
        let older = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(older, upTo: "2026-11 liftings")
        try older.write {
          try $0.execute(
            sql: """
              INSERT INTO plan VALUES (1, 'PLAN0001', '2026-11-22', 1, '1', 0, 0, 'x');
              INSERT INTO trip VALUES ('T1', 'PLAN0001', 'C1', '2026-11-22', '{}', '7Q4K',
                '2026-11-22T08:00:00+08:00');
              """)
        }
        try older.close()
      }
      let store = try OfficeStore(path: path)
      #expect(try store.listTrips().map(\.officeKey) == [nil])
      #expect(try store.listDecisions().isEmpty && store.findFoldState() == nil)
      #expect(try store.findDamage() == nil)
    }
  }

  @Test("decisions and receipted heads are kept once each, whatever the order")
  func decisions() throws {
    let store = try OfficeStore()
    let decisions = ["B", "A"].map {
      StoredDecision(identity: Self.name(Character($0)), body: Array("{\"\($0)\":1}".utf8))
    }
    let heads = [2, 1].map {
      ReceiptedHead(log: "log-1", head: Self.name(Character("\($0)")), contiguous: $0)
    }
    for _ in 0..<2 {
      try store.save(decisions)
      try store.save(heads, at: Sketch.moment(20))
    }
    #expect(try store.listDecisions() == decisions.reversed())
    #expect(try store.listReceiptedHeads() == heads.reversed())
    #expect(throws: OfficeStoreError.self) {
      try store.save([StoredDecision(identity: "short", body: [1, 2])])
    }
  }

  @Test("effects and the state they were derived from change together")
  func foldState() throws {
    let store = try OfficeStore()
    #expect(try store.findFoldState() == nil)
    try store.save([Sketch.fullCase("C1")], from: Sketch.batch())
    try store.replaceEffects(
      [Sketch.effects(on: "C1")], foldedTo: Self.name("A"), at: Sketch.moment(20))
    let before = try store.listCases()
    // The digest is refused, so the effects must stay too.
    #expect(throws: OfficeStoreError.self) {
      try store.replaceEffects([], foldedTo: "short", at: Sketch.moment(21))
    }
    #expect(try store.listCases() == before)
    #expect(try store.findFoldState() == Self.name("A"))
    try store.replaceEffects([], foldedTo: Self.name("B"), at: Sketch.moment(22))
    #expect(try store.findFoldState() == Self.name("B"))
  }

  @Test("erasing takes a record's bytes out of every file of the database, and nothing else")
  func erasure() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let store = try OfficeStore(path: path, isNew: true)
      let secret = Array("SECRET-OF-RECORD-1 ".utf8)
      let body = Array(repeating: secret, count: 400).flatMap(\.self)
      let records = (0..<4).map { SyncStoreTests.record($0, body: $0 == 1 ? body : [7, 8]) }
      _ = try store.merge(records, quarantined: [], at: Sketch.moment(20))
      #expect(try holds(secret, in: folder))
      let erasure = StoredErasure(
        identity: records[1].identity, by: "desk", reason: "request", at: Sketch.moment(21))
      #expect(try store.erase([erasure]) == 1)
      #expect(try store.erase([erasure]) == 0)
      #expect(try !holds(secret, in: folder))
      var expected = records
      expected[1].body = nil
      #expect(try store.listRecords() == expected.sorted { $0.identity < $1.identity })
      #expect(try store.listErasures() == [erasure])
      #expect(try store.merge(records, quarantined: [], at: Sketch.moment(22)) == (0, 0))
      #expect(try !holds(secret, in: folder))
      #expect(try store.findDamage() == nil)
    }
  }

  private func holds(_ secret: [UInt8], in folder: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: folder).contains { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      return data.range(of: Data(secret)) != nil
    }
  }
}
