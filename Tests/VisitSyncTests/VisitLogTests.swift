import FieldModel
import Quantities
import Testing

@testable import VisitSync

@Suite("Visit log")
struct VisitLogTests {
  @Test("is read back record for record, in any size of chunk")
  func roundTrip() throws {
    var world = SyncWorld()
    let file = try world.log(["v0", "v1", "v2"])
    for chunk in [1, 100, 4096, Int.max] {
      let (records, report) = try world.read(file, chunk: chunk)
      #expect(records.map(\.record.sequence) == [0, 1, 2, 3, 4])
      #expect(report.quarantine.isEmpty && report.tornTail == nil)
      #expect(records[1].record.events == world.visit("v0", after: 1200))
      #expect(records[1].record.previous == records[0].identity)
      #expect(report.heads.map(\.identity) == [records[4].identity])
      guard case .logClosed(let closing)? = records[4].record.events.first?.body else {
        Issue.record("no closing")
        return
      }
      #expect(closing.records == 4 && closing.visits == 3)
      #expect(closing.unvisited == [UnvisitedStop(visit: "v99", reason: "time")])
    }
  }

  @Test("cut at every byte gives every whole line before the cut")
  func everyCut() throws {
    var world = SyncWorld()
    let file = try world.log(["v0", "v1"])
    let whole = try world.read(file).records.map(\.identity)
    // Verifying is what costs; whole lines are verified once and counted by where they end.
    var ends: [Int] = []
    for (position, byte) in file.enumerated() where byte == 0x0A {
      if position > 0, file[position - 1] != 0x0A, file[..<position].last != nil {
        let start = file[..<position].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        if file[start] != UInt8(ascii: "#") { ends.append(position) }
      }
    }
    #expect(ends.count == whole.count)
    let verifier = RecordVerifier(officeKeys: [world.office], trips: [world.pack.knownTrip])
    for length in 0...file.count {
      var container = ContainerReader()
      var found = try container.read(Array(file[..<length])).filter { $0.kind == .record }.count
      if let tail = container.finish(), tail.kind == .record {
        var verifier = verifier
        if (try? verifier.verify(tail.bytes)) != nil { found += 1 }
      }
      #expect(found == ends.filter { $0 <= length }.count, "cut at \(length)")
    }
    let torn = try world.read(Array(file[..<(file.count - 40)]))
    #expect(torn.records.map(\.identity) == Array(whole.dropLast()))
    #expect(torn.report.tornTail?.number == torn.report.lines)
    #expect(torn.report.quarantine.isEmpty)
  }

  @Test("a flipped bit is found and spoils its own record alone", arguments: [11, 12, 13])
  func bitFlips(seed: UInt64) throws {
    var world = SyncWorld(seed: seed)
    let file = try world.log(["v0", "v1", "v2"])
    let whole = Set(try world.read(file).records.map(\.identity))
    let first = try #require(file.firstIndex(of: 0x0A)) + 1
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<120 {
      var flipped = file
      let position = first + chance.below(file.count - first)
      flipped[position] ^= 1 << UInt8(chance.below(8))
      let (records, report) = try world.read(flipped)
      let got = Set(records.map(\.identity))
      #expect(got.isSubset(of: whole))
      // A line feed that is lost joins two lines if no empty line stands between them.
      #expect(got.count >= whole.count - (file[position] == 0x0A ? 2 : 1))
      let isHarmless = got == whole
      #expect(isHarmless == (report.quarantine.isEmpty && report.tornTail == nil))
      if isHarmless { #expect(file[position] == 0x0A) }
    }
  }

  @Test("lines in any order and many times over are the same records")
  func order() throws {
    var world = SyncWorld()
    let all = lines(try world.log(["v0", "v1"]))
    let whole = Set(try world.read(Array(all.joined(separator: [0x0A]))).records.map(\.identity))
    let mixed = Array((all.reversed() + all + all).joined(separator: [0x0A]))
    let (records, report) = try world.read(mixed)
    #expect(Set(records.map(\.identity)) == whole)
    #expect(report.records == all.count * 3 && report.quarantine.isEmpty)
  }

  @Test("one intact line alone is accepted, wherever it stood")
  func alone() throws {
    var world = SyncWorld()
    for line in lines(try world.log(["v0", "v1"])) {
      #expect(try world.read(line).records.count == 1)
    }
  }

  @Test("records that do not carry their sender wait for the opening, and are accepted with it")
  func waiting() throws {
    var world = SyncWorld()
    let key = SigningKey(using: &world.chance)
    let log: Identifier<VisitLog> = "plain"
    let endorsement = try Endorsement.make(
      trip: world.pack.trip, log: log, key: key.publicKey, endorsing: world.pack.endorsingKey)
    let opening = VisitRecord(
      log: log, sequence: 0, previous: nil, trip: world.pack.trip, plan: "p",
      events: [
        world.event(
          .logOpened(
            LogOpening(
              key: key.publicKey, endorsement: endorsement, device: "d", app: "a", present: [])),
          nil, after: 0)
      ], sender: nil)
    let first = try SignedText.compact(opening.text, key: key)
    let next = VisitRecord(
      log: log, sequence: 1, previous: RecordIdentity(of: first), trip: world.pack.trip, plan: "p",
      events: world.visit("v0"), sender: nil)
    let second = try SignedText.compact(next.text, key: key)
    let sealing = world.office.sealing.publicKey
    let a = try SealedText.compact(first, to: sealing, using: &world.chance)
    let b = try SealedText.compact(second, to: sealing, using: &world.chance)
    #expect(try world.read(b + [0x0A] + a).records.count == 2)
    let alone = try world.read(b + [0x0A])
    #expect(alone.report.quarantine.map(\.fault) == [.awaitingOpening])
    #expect(alone.report.quarantine[0].bytes == b)
  }

  @Test("strangers are quarantined by name and keep no one else out")
  func strangers() throws {
    var world = SyncWorld(seed: 1)
    var elsewhere = SyncWorld(seed: 2)
    let good = try world.log(["v0"])
    // Same office key, a trip that it never sent out.
    var stranger = SyncWorld(seed: 3)
    stranger.pack.office = world.office.publicKey
    let unknown = try stranger.log(["v0"])
    // The right trip's name, another endorsing key.
    var impostor = SyncWorld(seed: 4)
    impostor.pack.office = world.office.publicKey
    impostor.pack.trip = world.pack.trip
    let forged = try impostor.log(["v0"])
    let (records, report) = try world.read(good + unknown + forged + elsewhere.log(["v0"]))
    #expect(records.count == 3)
    #expect(
      report.quarantine.map(\.fault)
        == Array(repeating: .unknownSender, count: 6)
        + Array(repeating: .keyNotHeld(elsewhere.office.thumbprint), count: 3))
  }

  @Test("the wrong kinds of line are quarantined with place and reason")
  func hostile() throws {
    var world = SyncWorld()
    let good = try world.log(["v0"])
    let pack = try TripPackFile.write(
      world.pack, dayKey: world.dayKey, officeKey: world.office, using: &world.chance)
    let receipt = try ReceiptFile.write([], officeKey: world.office)
    let sealing = world.office.sealing.publicKey
    func sealed(_ text: String) throws -> [UInt8] {
      try SealedText.compact(Array(text.utf8), to: sealing, using: &world.chance) + [0x0A]
    }
    let log = SigningKey(using: &world.chance)
    func signed(_ payload: String) throws -> [UInt8] {
      try SealedText.compact(
        try SignedText.compact(Array(payload.utf8), key: log), to: sealing, using: &world.chance)
        + [0x0A]
    }
    let hostile: [([UInt8], String)] = [
      (lines(pack)[0] + [0x0A], "wrong-method"), (Array("hello\n".utf8), "not-compact"),
      ([0xFF, 0xFE, 0x00, 0x0A], "not-compact"), (Array("a.b.c.d.e\n".utf8), "not-compact"),
      (Array("e30....\n".utf8), "wrong-method"), (try sealed("no signature"), "not-compact"),
      (try sealed("e30.e30."), "wrong-method"),
      (try signed("{}"), "malformed-record"), (try signed("{\"v\":2}"), "newer-version"),
      (try signed("{\"v\":1.0}"), "malformed-json"),
      (try signed(String(repeating: "[", count: 4000)), "malformed-json"),
      (try signed("{\"v\":1,\"v\":1}"), "malformed-json"),
      (
        try signed("{\"v\":1,\"log\":\"x\",\"seq\":1,\"trip\":\"t\",\"plan\":\"\",\"events\":[]}"),
        "malformed-record"
      ),
      ([UInt8](repeating: 0x41, count: SyncLimits.encodedRecord + 1) + [0x0A], "too-long"),
    ]
    let file = hostile.flatMap(\.0) + good + receipt
    let (records, report) = try world.read(file)
    #expect(records.count == 3)
    #expect(report.quarantine.map(\.fault.code) == hostile.map(\.1))
    for refused in report.quarantine where refused.fault != .tooLong {
      let start = Int(refused.offset)
      #expect(Array(file[start..<start + Int(refused.length)]) == refused.bytes)
    }
  }

  @Test("what does not fit a record is refused and leaves the log as it was")
  func tooLarge() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    var chance = SeededGenerator(seed: 9)
    let noise = (0..<SyncLimits.inflatedRecord / 3).map { _ in UInt8(32 + chance.below(90)) }
    let note = String(decoding: noise, as: UTF8.self)
    #expect(throws: RecordFault.self) {
      try writer.append([world.event(.noteAdded(note), "v0", after: 1)], using: &world.chance)
    }
    let mute = ChecklistAnswer(checklist: "c", hash: "h", item: "P01", answer: .no)
    #expect(throws: RecordFault.malformedRecord(field: "events")) {
      try writer.append(
        [world.event(.checklistAnswered(mute), "v0", after: 1)], using: &world.chance)
    }
    #expect(writer.count == 1)
    bytes += try writer.append(world.visit("v0"), using: &world.chance)
    #expect(try world.read(bytes).records.count == 2)
  }

  @Test("unknown types and fields survive byte for byte")
  func unknown() throws {
    var world = SyncWorld()
    let (writer, bytes) = try world.openLog()
    #expect(writer.count == 1)
    let text =
      #"{"type":"visit.filmed" ,"visit":"v0","at":"2026-11-22T08:30:00+08:00","by":"m1","x":[1, 2],"body":{"deep":{"é":"\u00e9"}},"critical":true}"#
    var log = writer
    let event = try VisitEvent(
      JSONFields(readingObject(Array(text.utf8))), source: Array(text.utf8))
    guard case .unknown(let unknown) = event.body else {
      Issue.record("known")
      return
    }
    #expect(unknown.text == Array(text.utf8) && unknown.isCritical)
    let more = try log.append([event], using: &world.chance)
    let records = try world.read(bytes + more).records
    #expect(records[1].record.events == [event])
    let stored = try SignedRecord(storedText: records[1].signedText)
    #expect(stored.identity == records[1].identity && stored.record == records[1].record)
    let state = FoldedState(RecordSet(records))
    #expect(state.findVisit("v0")?.needsNewerVersion == true)
    #expect(state.reviews.map(\.kind).contains(.needsNewerVersion))
  }

  @Test(
    "a day of twenty visits, each with fix, answer, promise, note and outcome, stays under 40 kB")
  func size() throws {
    var world = SyncWorld()
    var (writer, file) = try world.openLog()
    for number in 0..<20 {
      let visit = Identifier<PlannedVisit>("2026-W47-\(1000 + number)")
      var events = world.visit(visit, after: Int64(number) * 1500)
      for index in 1...3 { events[index].fix = nil }
      file += try writer.append(events, using: &world.chance)
    }
    #expect(try world.read(file).records.count == 21)
    #expect(file.count < 40_000, "\(file.count) bytes")
  }
}
