import FieldModel
import Quantities
import Testing

@testable import OfficeStore

@Suite("Trips, records, prints and stops")
struct SyncStoreTests {
  static func record(_ number: Int, body: [UInt8]? = [0, 255, 10]) -> StoredRecord {
    let digits = String(number)
    return StoredRecord(
      identity: String(repeating: "A", count: 43 - digits.count) + digits, log: "log-1",
      seq: number, previous: number == 0 ? nil : "before", trip: "trip-1", body: body,
      importedAt: Sketch.moment(20))
  }

  static func line(_ number: Int) -> OfficeStore.QuarantinedLine {
    OfficeStore.QuarantinedLine(
      digest: "digest\(number)", fileDigest: "file", line: number, byteOffset: 100 * number,
      reason: "bad-signature", body: [UInt8](repeating: 0, count: number))
  }

  @Test("merging the same files again, in any order, changes nothing")
  func idempotent() throws {
    let records = (0..<20).map { Self.record($0) }
    let lines = (1..<4).map { Self.line($0) }
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<5 {
      let store = try OfficeStore()
      var shuffled = records
      generator.shuffle(&shuffled)
      let first = try store.merge(
        Array(shuffled[..<12]), quarantined: lines, at: Sketch.moment(20))
      #expect(first == (12, 3))
      let second = try store.merge(
        Array(shuffled[8...]), quarantined: lines.reversed(), at: Sketch.moment(21))
      #expect(second == (8, 0))
      #expect(try store.merge(records, quarantined: lines, at: Sketch.moment(22)) == (0, 0))
      #expect(try store.listRecords() == records.sorted { $0.identity < $1.identity })
      #expect(try store.listQuarantined() == lines)
    }
  }

  @Test("a record that is known is left as it came first; an erased one stays erased")
  func firstWord() throws {
    let store = try OfficeStore()
    let erased = Self.record(1, body: nil)
    _ = try store.merge([erased], quarantined: [], at: Sketch.moment(20))
    #expect(try store.merge([Self.record(1)], quarantined: [], at: Sketch.moment(21)) == (0, 0))
    #expect(try store.listRecords() == [erased])
  }

  @Test("a record that cannot be kept is heard, not dropped, and takes its file with it")
  func refused() throws {
    let store = try OfficeStore()
    var short = Self.record(2)
    short.identity = "short"
    var negative = Self.record(3)
    negative.seq = -1
    for bad in [short, negative] {
      #expect(throws: OfficeStoreError.self) {
        try store.merge([Self.record(1), bad], quarantined: [], at: Sketch.moment(20))
      }
      #expect(try store.listRecords().isEmpty)
    }
  }

  @Test("keeps trips in order of issue, of stored plans only")
  func trips() throws {
    let store = try OfficeStore()
    try store.save(PlanSketch.plan("PLAN0001"), at: Sketch.moment(18))
    // The later trip has the earlier local clock.
    let later = trip("a", issued: Sketch.moment(9, offset: 0))
    let earlier = trip("b", issued: Sketch.moment(10))
    try store.save(later)
    try store.save(earlier)
    #expect(try store.listTrips() == [earlier, later])
    #expect(throws: OfficeStoreError.self) { try store.save(later) }
    var stray = trip("c", issued: Sketch.moment(9))
    stray.planCode = "PLAN0009"
    #expect(throws: OfficeStoreError.self) { try store.save(stray) }
  }

  private func trip(_ id: String, issued: Instant) -> StoredTrip {
    StoredTrip(
      id: id, planCode: "PLAN0001", crew: "C1", date: Sketch.today,
      endorsingKey: #"{"kty":"EC"}"#, dayKey: "7Q4K", issuedAt: issued)
  }

  @Test("the list of what files said leaves out office and visits")
  func fileCases() throws {
    let store = try OfficeStore()
    try store.save([Sketch.fullCase("C1")], from: Sketch.batch())
    try store.add(Hold(kind: .fraud, from: Sketch.today), to: "C1")
    try store.add(
      Approval(rule: "r", by: "b", reason: "c", expires: Sketch.today), to: "C1")
    try store.replaceEffects([Sketch.effects(on: "C1")])
    #expect(try store.listFileCases() == [Sketch.fullCase("C1")])
    #expect(try store.listCases() != [Sketch.fullCase("C1")])
  }

  @Test("logs every print, also of the same sheet")
  func prints() throws {
    let store = try OfficeStore()
    for hour in [17, 18] {
      try store.logPrint(
        plan: "PLAN0001", crew: "C1", date: Sketch.today, pages: 9, privacy: 2,
        at: Sketch.moment(hour))
    }
    let prints = try store.listPrints()
    #expect(prints.map(\.printedAt) == [Sketch.moment(17), Sketch.moment(18)])
    #expect(prints.allSatisfy { $0.plan == "PLAN0001" && $0.pages == 9 && $0.privacy == 2 })
  }

  @Test("finds stops by visit over all plans, the newest plan's word on each")
  func stops() throws {
    let store = try OfficeStore()
    try store.save(PlanSketch.plan("PLAN0001", seed: 1), at: Sketch.moment(17))
    var newer = PlanSketch.plan("PLAN0002", seed: 2)
    newer.routes = [PlanSketch.route(crew: "C2", day: 1, stops: 2, from: 1)]
    try store.save(newer, at: Sketch.moment(18))
    let found = try store.listStops(of: ["V0", "V1", "V15", "V99"])
    #expect(found.keys.map(\.text).sorted() == ["V0", "V1", "V15"])
    #expect(found["V0"]?.planCode == "PLAN0001" && found["V0"]?.crew == "C1")
    #expect(found["V1"]?.planCode == "PLAN0002" && found["V1"]?.crew == "C2")
    #expect(found["V1"]?.date == Sketch.today.adding(days: 1))
    #expect(found["V15"]?.stop == PlanSketch.stop(15))
    #expect(try store.listStops(of: []).isEmpty)
    #expect(try store.listPlans().map(\.code) == ["PLAN0002", "PLAN0001"])
  }
}
