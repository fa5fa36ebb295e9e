import FieldModel
import Quantities
import Testing

@testable import VisitSync

/// The rows of section 8 of the format about merging; row 1 at length is `SimulationTests`.
@Suite("What must hold: merging")
struct MergeInvariantTests {
  @Test("1: of 660 values with 20 double visits and 20 withdrawn stops none is lost")
  func scenario() throws {
    var world = SyncWorld()
    let visits = (0..<200).map { Identifier<PlannedVisit>("v\($0)") }
    let withdrawn = Set(visits[100..<120])
    var expected: Set<String> = []
    var files: [[UInt8]] = []
    func write(_ visits: some Sequence<Identifier<PlannedVisit>>, _ outcome: OutcomeCode) throws {
      var (writer, bytes) = try world.openLog()
      for visit in visits {
        // Note, promise and outcome: three values each.
        let events = Array(world.visit(visit, outcome)[2...])
        bytes += try writer.append(events, using: &world.chance)
        for index in 0..<3 { expected.insert("\(writer.head)#\(index)") }
      }
      files.append(bytes)
    }
    try write(visits[..<70], .promised)
    try write(visits[70..<140], .promised)
    try write(visits[140...], .promised)
    try write(visits[60..<80], .refused)
    #expect(expected.count == 660)
    for order in [files, files.reversed(), [Array(files.joined())]] {
      let state = try world.state(order, context: FoldContext(withdrawn: withdrawn))
      let shown =
        state.visits.flatMap { visit in
          visit.promises.map(\.event) + visit.notes.map(\.event) + visit.endings.map(\.event)
        }
      #expect(shown.count == 660 && Set(shown.map(\.description)) == expected)
      #expect(state.reviews.filter { $0.kind == .contestedOutcome }.count == 20)
      #expect(state.reviews.filter { $0.kind == .afterWithdrawal }.count == 20)
      #expect(state.reviews.count == 40)
    }
  }

  /// Six files: forked logs, an older copy, a part, a second crew, a correction.
  private func sixFiles(_ world: inout SyncWorld) throws -> [[SignedRecord]] {
    var (writer, start) = try world.openLog()
    let common = try writer.append(world.visit("v0"), using: &world.chance)
    let target = EventIdentity(record: writer.head, index: 4)
    var clone = writer
    let one = try writer.append(world.visit("v1", .refused), using: &world.chance)
    let two = try clone.append(world.visit("v1", .nobodyIn), using: &world.chance)
    let second = try world.log(["v0", "v2"])
    var (third, correction) = try world.openLog()
    correction += try third.append(
      [
        world.event(
          .amended(
            Amendment(target: target, field: "outcome", value: .text("O09"), reason: "slip")), "v0",
          after: 90)
      ], using: &world.chance)
    let files = [
      start, start + common + one, common + two, second, lines(second)[1], correction,
    ]
    return try files.map { try world.read($0).records }
  }

  @Test("2: all 720 orders of six files give one state")
  func everyOrder() throws {
    var world = SyncWorld(seed: 6)
    let files = try sixFiles(&world)
    var digests: Set<String> = []
    var orders = 0
    func arrange(_ done: RecordSet, _ rest: [[SignedRecord]]) {
      if rest.isEmpty {
        orders += 1
        digests.insert(FoldedState(done, context: FoldContext(withdrawn: ["v2"])).digest)
      }
      for index in rest.indices {
        var (done, others) = (done, rest)
        for record in others.remove(at: index) { done.insert(record) }
        arrange(done, others)
      }
    }
    arrange(RecordSet(), files)
    #expect(orders == 720 && digests.count == 1)
  }

  @Test("2: random orders of thirty files give one set; every hundredth is folded")
  func manyOrders() throws {
    var world = SyncWorld(seed: 7)
    var files: [[SignedRecord]] = []
    for _ in 0..<5 { files += try sixFiles(&world) }
    let whole = RecordSet(files.flatMap { $0 })
    let digest = FoldedState(whole).digest
    var decisions = SeededGenerator(seed: 7)
    for number in stride(from: 0, to: 10_000, by: Effort.step) {
      decisions.shuffle(&files)
      var set = RecordSet()
      for file in files {
        for record in file { set.insert(record) }
      }
      #expect(set == whole)
      if number / Effort.step % 100 == 0 { #expect(FoldedState(set).digest == digest) }
    }
  }

  @Test("5: after every import the state equals one rebuilt from the stored bytes")
  func rebuilt() throws {
    var world = SyncWorld(seed: 8)
    var set = RecordSet()
    for file in try sixFiles(&world) {
      for record in file { set.insert(record) }
      let stored = set.records.map(\.signedText)
      let rebuilt = RecordSet(try stored.reversed().map { try SignedRecord(storedText: $0) })
      #expect(FoldedState(rebuilt).digest == FoldedState(set).digest)
    }
  }

  @Test("7: unknown types and fields survive a round trip byte for byte", arguments: 0..<20)
  func unknownFields(seed: UInt64) throws {
    var world = SyncWorld(seed: seed)
    var decisions = SeededGenerator(seed: seed)
    var (writer, bytes) = try world.openLog()
    func any(_ depth: Int) -> String {
      switch decisions.below(depth > 5 ? 4 : 6) {
      case 0: "null"
      case 1: decisions.pick(["true", "false"])
      case 2: String(Int64(bitPattern: decisions.next()))
      case 3: decisions.pick([#""\u00e9""#, #""é""#, #""\/\t 门""#, #""\ud83d\udeaa""#])
      case 4: "[ " + (0..<3).map { _ in any(depth + 1) }.joined(separator: " ,") + "]"
      default: "{\"a\":" + any(depth + 1) + ",  \"b\" :" + any(depth + 1) + "}"
      }
    }
    let text = Array(
      #"{"later":\#(any(0)),"type":"later.kind","visit":"v0","at":"2026-11-22T08:30:00+08:00","by":"m1" ,"body":{"x":\#(any(1))}}"#
        .utf8)
    let event = try VisitEvent(JSONFields(readingObject(text)), source: text)
    bytes += try writer.append([event], using: &world.chance)
    let records = try world.read(bytes).records
    let stored = try SignedRecord(storedText: records[1].signedText)
    guard case .unknown(let kept)? = stored.record.events.first?.body else {
      Issue.record("not kept as unknown")
      return
    }
    #expect(kept.text == text && kept.type == "later.kind" && !kept.isUnreadable)
    let visit = try #require(FoldedState(RecordSet(records)).findVisit("v0"))
    #expect(visit.unknown.map(\.value.text) == [text])
  }
}
