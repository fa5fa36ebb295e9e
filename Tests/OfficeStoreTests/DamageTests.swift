import Foundation
import GRDB
import Quantities
import Testing

@testable import OfficeStore

@Suite("Damaged, foreign, newer, held and full databases")
struct DamageTests {
  @Test("a database that is not there is missing, and is not made by looking")
  func missing() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      #expect(throws: OfficeStoreError.missing) { try OfficeStore(path: path) }
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(throws: OfficeStoreError.missing) {
        try OfficeStore(path: folder + "/no/such/folder/office.sqlite", isNew: true)
      }
    }
  }

  @Test("what was stored is there after closing and opening")
  func reopens() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      try OfficeStore(path: path, isNew: true).save([Sketch.fullCase("C1")], from: Sketch.batch())
      let again = try OfficeStore(path: path)
      #expect(try again.listCases() == [Sketch.fullCase("C1")])
      #expect(try again.findDamage() == nil)
    }
  }

  @Test("a file of something else is damaged, whatever it holds")
  func garbage() throws {
    try withFolder { folder in
      var generator = SeededGenerator(seed: 1)
      let noise = (0..<20_000).map { _ in UInt8(generator.below(256)) }
      let contents: [[UInt8]] = [
        noise, [], Array("case,name\n1,x\n".utf8), Array("SQLite format 3\0".utf8) + noise,
        [UInt8](repeating: 0, count: 4_096),
      ]
      for (number, bytes) in contents.enumerated() {
        let path = folder + "/\(number).sqlite"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        Self.expectDamaged("\(number)") { _ = try OfficeStore(path: path) }
      }
    }
  }

  @Test("a database of another program is left alone")
  func foreign() throws {
    try withFolder { folder in
      let path = folder + "/other.sqlite"
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE recipe (name)") }
      Self.expectDamaged("foreign") { _ = try OfficeStore(path: path) }
      let tables = try DatabaseQueue(path: path).read {
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema")
      }
      #expect(tables == ["recipe"])
    }
  }

  @Test("pages overwritten by noise are damage: opening, reading or checking says so")
  func overwrittenPages() throws {
    try withFolder { folder in
      let sound = folder + "/sound.sqlite"
      do {
        let store = try OfficeStore(path: sound, isNew: true)
        try store.save(
          (1...300).map { Sketch.fullCase("C\($0)") }, from: Sketch.batch(rows: 300))
        _ = try store.database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      }
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: sound)))
      for seed in 0..<12 {
        var generator = SeededGenerator(seed: UInt64(seed))
        var hurt = bytes
        for _ in 0..<40 {
          let page = 1 + generator.below(bytes.count / 4_096 - 1)
          for offset in 0..<4_096 { hurt[page * 4_096 + offset] = UInt8(generator.below(256)) }
        }
        let path = folder + "/\(seed).sqlite"
        try Data(hurt).write(to: URL(fileURLWithPath: path))
        Self.expectDamaged("seed \(seed)") {
          let store = try OfficeStore(path: path)
          if let complaint = try store.findDamage() { throw OfficeStoreError.damaged(complaint) }
        }
        // Reading may find whole pages by luck; what it must not do is stop the program.
        _ = try? OfficeStore(path: path).listCases()
      }
    }
  }

  @Test("a file cut short is damage")
  func truncated() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      do {
        let store = try OfficeStore(path: path, isNew: true)
        try store.save((1...100).map { Sketch.fullCase("C\($0)") }, from: Sketch.batch())
        _ = try store.database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for part in [bytes.count / 2, 5_000, 100, 50] {
        let cut = folder + "/cut-\(part).sqlite"
        try bytes.prefix(part).write(to: URL(fileURLWithPath: cut))
        Self.expectDamaged("\(part) bytes") {
          let store = try OfficeStore(path: cut)
          if let complaint = try store.findDamage() { throw OfficeStoreError.damaged(complaint) }
        }
      }
    }
  }

  @Test("a database with a step we do not know was written by a newer program")
  func newer() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let store = try OfficeStore(path: path, isNew: true)
      try store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2027-03 moon')") }
      #expect(throws: OfficeStoreError.newerVersion) { try OfficeStore(path: path) }
    }
  }

  @Test("a writer that holds the database makes others wait, then give up, and loses nothing")
  func inUse() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let store = try OfficeStore(path: path, isNew: true)
      let other = try OfficeStore(path: path, patience: .zero)
      try store.database.writeWithoutTransaction { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        let error = refusal { try other.save([Sketch.plainCase("C1")], from: Sketch.batch()) }
        #expect(error == .inUse)
        let seen = try other.listCases()
        #expect(seen.isEmpty)
        try database.execute(sql: "ROLLBACK")
      }
      try other.save([Sketch.plainCase("C1")], from: Sketch.batch())
      #expect(try store.listCases().count == 1)
    }
  }

  @Test("a database held exclusively cannot be opened meanwhile")
  func exclusive() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      _ = try OfficeStore(path: path, isNew: true)
      let holder = try DatabaseQueue(path: path)
      try holder.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
        try database.execute(sql: "BEGIN EXCLUSIVE")
        let error = refusal { _ = try OfficeStore(path: path, patience: .zero) }
        #expect(error == .inUse)
        try database.execute(sql: "ROLLBACK")
      }
    }
  }

  @Test("a full disk undoes the whole transaction, and the database stays sound")
  func diskFull() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let store = try OfficeStore(path: path, isNew: true)
      try store.save([Sketch.fullCase("C1")], from: Sketch.batch())
      try store.save(PlanSketch.plan("PLAN0001"), at: Sketch.moment(18))
      try store.database.writeWithoutTransaction { database in
        let pages = try #require(try Int.fetchOne(database, sql: "PRAGMA page_count"))
        _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages + 4)")
      }
      #expect(throws: OfficeStoreError.diskFull) {
        try store.save((1...500).map { Sketch.fullCase("X\($0)") }, from: Sketch.batch())
      }
      #expect(try store.listCases() == [Sketch.fullCase("C1")])
      #expect(try store.findDamage() == nil)
      let again = try OfficeStore(path: path)
      #expect(try again.findCurrentPlan() == PlanSketch.plan("PLAN0001"))
      try again.save([Sketch.fullCase("C2")], from: Sketch.batch())
      #expect(try again.listCases().count == 2)
    }
  }

  /// What the store says against `work`; `nil` when nothing.
  private func refusal(_ work: () throws -> Void) -> OfficeStoreError? {
    do {
      try work()
      return nil
    } catch {
      return error as? OfficeStoreError
    }
  }

  private static func expectDamaged(_ what: String, _ work: () throws -> Void) {
    do {
      try work()
      Issue.record("\(what): nothing was said")
    } catch OfficeStoreError.damaged {
    } catch {
      Issue.record("\(what): \(error)")
    }
  }
}
