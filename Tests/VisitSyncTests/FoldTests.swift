import FieldModel
import Quantities
import Testing

@testable import VisitSync

private func permutations<Element>(_ elements: [Element]) -> [[Element]] {
  guard elements.count > 1 else { return [elements] }
  return elements.indices.flatMap { index in
    var rest = elements
    let element = rest.remove(at: index)
    return permutations(rest).map { [element] + $0 }
  }
}

@Suite("Folding records into a state")
struct FoldTests {
  @Test("every order, grouping and repetition of five files gives the same state")
  func orders() throws {
    var world = SyncWorld()
    // Two logs that overlap, a fork of the first, a part of the second.
    var (first, start) = try world.openLog()
    let common = try first.append(world.visit("v0"), using: &world.chance)
    var clone = first
    let one = start + common + (try first.append(world.visit("v1", .refused), using: &world.chance))
    let two =
      start + common + (try clone.append(world.visit("v1", .nobodyIn), using: &world.chance))
    let second = try world.log(["v0", "v2", "v3"])
    let part = Array(lines(second)[2]) + [0x0A]
    let files = try [one, two, second, part, start].map { try world.read($0).records }
    let context = FoldContext(
      withdrawn: ["v2"], issued: [world.pack.trip: world.pack.issued])
    var digests: Set<String> = []
    for order in permutations(files) {
      var set = RecordSet()
      for records in order {
        set.formUnion(RecordSet(records))
        for record in records { set.insert(record) }
      }
      digests.insert(FoldedState(set, context: context).digest)
    }
    #expect(digests.count == 1)
    let state = FoldedState(RecordSet(files.flatMap { $0 }), context: context)
    #expect(digests == [state.digest])
    #expect(state.reviews.filter { $0.kind == .fork }.count == 1)
    #expect(state.reviews.filter { $0.kind == .afterWithdrawal }.map(\.subject) == ["v2"])
    let contested = state.findVisit("v1")?.outcome
    #expect(contested?.candidates.map(\.value) == ["O08", "O20"])
    #expect(contested?.isContested == true)
    #expect(state.findVisit("v0")?.outcome.accepted == "O01")
    #expect(state.findVisit("v0")?.promises.count == 2)
    #expect(state.findVisit("v2")?.isAfterWithdrawal == true)
  }

  @Test("the digest tells different states apart")
  func digest() throws {
    var world = SyncWorld()
    let file = try world.log(["v0", "v1"])
    let whole = try world.state([file])
    let part = try world.state([Array(lines(file)[..<3].joined(separator: [0x0A]))])
    #expect(whole.digest != part.digest)
    #expect(try world.state([file], context: FoldContext(withdrawn: ["v0"])).digest != whole.digest)
  }

  @Test("a later ending in the same log replaces the earlier, which stays an attempt")
  func replaced() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    bytes += try writer.append(world.visit("v0", .nobodyIn), using: &world.chance)
    bytes += try writer.append(world.visit("v0", .promised, after: 5000), using: &world.chance)
    let visit = try #require(try world.state([bytes]).findVisit("v0"))
    #expect(visit.outcome.accepted == "O01")
    #expect(visit.endings.map(\.value.outcome) == ["O20", "O01"])
    #expect(visit.visitOutcome?.code == .promised)
    #expect(visit.visitOutcome?.notes.count == 2)
    #expect(visit.needsReview == false)
  }

  @Test("amendments change the value, retractions take it out, both stay readable")
  func corrections() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    bytes += try writer.append(world.visit("v0"), using: &world.chance)
    let record = writer.head
    func target(_ index: Int) -> EventIdentity { EventIdentity(record: record, index: index) }
    let corrections: [EventBody] = [
      .amended(Amendment(target: target(2), field: "amount", value: .number(5), reason: "typo")),
      .amended(Amendment(target: target(4), field: "outcome", value: .text("O08"), reason: "slip")),
      .amended(Amendment(target: target(4), field: "outcome", value: .text("O09"), reason: "slip")),
      .amended(Amendment(target: target(2), field: "date", value: .text("never"), reason: "?")),
      .retracted(Retraction(target: target(3), reason: "wrong door")),
      .retracted(Retraction(target: EventIdentity(record: record, index: 99), reason: "?")),
    ]
    bytes += try writer.append(
      corrections.enumerated().map { world.event($1, "v0", after: 2000 + Int64($0)) },
      using: &world.chance)
    let state = try world.state([bytes])
    let visit = try #require(state.findVisit("v0"))
    #expect(visit.promises[0].value.promise.amount.minorUnits == 5)
    #expect(visit.outcome.accepted == "O09")
    #expect(visit.notes[0].isRetracted && visit.notes[0].value.contains("v0"))
    #expect(visit.visitOutcome?.notes == [])
    #expect(state.reviews.filter { $0.kind == .ineffectiveCorrection }.count == 2)
  }

  @Test("concurrent amendments are all shown and none is chosen")
  func contestedAmendment() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    bytes += try writer.append(world.visit("v0"), using: &world.chance)
    let target = EventIdentity(record: writer.head, index: 4)
    for code in ["O08", "O09"] {
      var (other, more) = try world.openLog()
      more += try other.append(
        [
          world.event(
            .amended(Amendment(target: target, field: "outcome", value: .text(code), reason: "")),
            "v0", after: 9000)
        ], using: &world.chance)
      bytes += more
    }
    let state = try world.state([bytes])
    #expect(state.findVisit("v0")?.outcome.candidates.map(\.value) == ["O08", "O09"])
    #expect(state.reviews.map(\.kind) == [.contestedAmendment, .contestedOutcome])
  }

  @Test("an outcome after a fork whose first record is still missing replaces nothing")
  func hiddenFork() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    var clone = writer
    let missing = try clone.append(world.visit("v1"), using: &world.chance)
    bytes += try writer.append(world.visit("v0", .refused), using: &world.chance)
    bytes += try clone.append(world.visit("v0", .nobodyIn), using: &world.chance)
    let state = try world.state([bytes])
    #expect(state.findVisit("v0")?.outcome.candidates.map(\.value) == ["O08", "O20"])
    #expect(state.reviews.map(\.kind) == [.brokenChain, .contestedOutcome])
    // With the record between them the fork itself shows.
    let whole = try world.state([bytes, missing])
    #expect(whole.findVisit("v0")?.outcome.isContested == true)
    #expect(whole.reviews.map(\.kind) == [.contestedOutcome, .fork])
  }

  @Test("a missing record is a gap with its place, and no break")
  func gap() throws {
    var world = SyncWorld()
    var all = lines(try world.log(["v0", "v1", "v2"]))
    all.removeSubrange(1...2)
    let state = try world.state([Array(all.joined(separator: [0x0A]))])
    let log = try #require(state.logs.first)
    #expect(log.chain.gaps == [1...2] && log.chain.forks.isEmpty && log.chain.breaks.isEmpty)
    #expect(!log.isComplete)
    #expect(state.reviews.map(\.kind) == [.gap])
    #expect(state.reviews[0].detail == "1-2")
  }

  @Test("an older copy handed in later is a rollback, once, and takes nothing away")
  func rollback() throws {
    var world = SyncWorld()
    let file = try world.log(["v0", "v1"])
    let whole = try world.read(file)
    let older = try world.read(Array(lines(file)[..<2].joined(separator: [0x0A])) + [0x0A])
    var set = RecordSet(whole.records)
    let rollbacks = set.rollbacks(presenting: older.report.heads)
    #expect(rollbacks.map(\.presented) == [1] && rollbacks.map(\.known) == [3])
    set.formUnion(RecordSet(older.records))
    #expect(set == RecordSet(whole.records))
    #expect(set.rollbacks(presenting: whole.report.heads).isEmpty)
  }

  @Test("erasing takes the text and keeps the chain, in any order")
  func erasure() throws {
    var world = SyncWorld()
    let records = try world.read(try world.log(["v0", "v1"])).records
    var set = RecordSet(records)
    set.erase(records[1].identity)
    var other = RecordSet()
    other.insert(erased: records[1].stub)
    for record in records { other.insert(record) }
    #expect(set == other && set.count == 4)
    let state = FoldedState(set)
    #expect(state.findVisit("v0") == nil && state.findVisit("v1") != nil)
    #expect(state.logs[0].isComplete && state.logs[0].erased == 1)
    #expect(set.chains[0].contiguousHeads.map(\.sequence) == [3])
  }

  @Test("clocks are doubted by issue, import, step and satellites, and nothing is rejected")
  func clocks() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    var early = world.event(.visitArrived, "v0", after: -90_000)
    early.fix?.time = world.morning
    let late = world.event(
      .visitEnded(VisitEnding(.promised, met: .borrower, address: .confirmed)), "v0", after: 900_000
    )
    bytes += try writer.append([early, late], using: &world.chance)
    let record = writer.head
    let context = FoldContext(
      issued: [world.pack.trip: world.pack.issued],
      imported: [
        record: Instant(secondsSinceEpoch: world.morning.secondsSinceEpoch + 40_000)
      ])
    let state = try world.state([bytes], context: context)
    let doubts = Set(state.logs[0].clockFlags.map(\.doubt))
    #expect(doubts == [.beforeIssue, .afterImport, .differsFromSatellites])
    #expect(state.findVisit("v0")?.outcome.accepted == "O01")
    var stepped = late
    stepped.monotonic = 1001
    bytes += try writer.append(
      [world.event(.visitArrived, "v1", after: 0), stepped], using: &world.chance)
    let steps = try world.state([bytes]).logs[0].clockFlags.filter { $0.doubt == .stepped }
    #expect(steps.count == 1)
  }

  @Test("evidence is expected, then received; damaged parts are corrupt and wanted again")
  func evidence() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    var chance = SeededGenerator(seed: 7)
    let photo = randomBytes(SyncLimits.evidencePart + 1000, using: &chance)
    let attachment = EvidenceAttachment(photo, mediaType: "image/jpeg")
    bytes += try writer.append(
      [world.event(.evidenceAttached(attachment), "v0", after: 5)], using: &world.chance)
    let expected = try world.state([bytes])
    #expect(expected.evidence.map(\.status) == [.expected])
    let parts = EvidencePart.parts(of: photo)
    #expect(parts.count == 2)
    var file = bytes
    file += try writer.append(
      [world.event(.evidencePart(parts[0]), nil, after: 6)], using: &world.chance)
    #expect(try world.state([file]).evidence.map(\.missingParts) == [[1]])
    var broken = writer
    var spoiled = parts[1]
    spoiled.data[3] ^= 1
    let bad = try broken.append(
      [world.event(.evidencePart(spoiled), nil, after: 7)], using: &world.chance)
    let corrupt = try world.state([file + bad])
    #expect(corrupt.evidence.map(\.status) == [.corrupt])
    #expect(corrupt.reviews.map(\.kind) == [.corruptEvidence])
    file += try writer.append(
      [world.event(.evidencePart(parts[1]), nil, after: 7)], using: &world.chance)
    let received = try world.state([file])
    #expect(received.evidence.map(\.status) == [.received])
    #expect(
      try Receipt.receipts(for: RecordSet(world.read(file).records), state: received)
        .map(\.held) == [[attachment.digest]])
  }

  @Test("a damaged part that was sent again makes the attachment whole, in any order")
  func resentPart() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    let photo = Array("photograph".utf8)
    let digest = Fingerprint.text(photo)
    func part(_ number: Int, of parts: Int, _ data: ArraySlice<UInt8>) -> VisitEvent {
      world.event(
        .evidencePart(
          EvidencePart(digest: digest, part: number, parts: parts, data: Array(data))), nil,
        after: 9)
    }
    bytes += try writer.append(
      [part(0, of: 2, photo[..<5]), part(1, of: 2, photo[..<5])], using: &world.chance)
    #expect(try world.state([bytes]).evidence.map(\.status) == [.corrupt])
    let again = try writer.append([part(1, of: 2, photo[5...])], using: &world.chance)
    #expect(try world.state([bytes + again]).evidence.map(\.status) == [.received])
    #expect(try world.state([again, bytes]).evidence.map(\.status) == [.received])
    // Parts of another cut neither help nor harm; the cut that lacks least is asked for.
    let other = try writer.append(
      [part(0, of: 3, photo[..<2]), part(2, of: 3, photo[4...])], using: &world.chance)
    let alone = try world.state([other])
    #expect(alone.evidence.map(\.status) == [.expected])
    #expect(alone.evidence.map(\.missingParts) == [[1]])
    #expect(try world.state([bytes + other + again]).evidence.map(\.status) == [.received])
  }

  @Test("a receipt number written twice is a review item")
  func duplicateReceipt() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    let payment = PaymentReport(
      DeclaredPayment(
        amount: Money(minorUnits: 100, currency: .gbp), channel: "card", receipt: "R-1"))
    for visit: Identifier<PlannedVisit> in ["v0", "v1"] {
      bytes += try writer.append(
        [world.event(.paymentDeclared(payment), visit, after: 10)], using: &world.chance)
    }
    let state = try world.state([bytes])
    #expect(state.reviews.map(\.kind) == [.duplicateReceipt])
    #expect(state.reviews[0].events.count == 2)
  }

  @Test("every type of event comes back as it went")
  func everyType() throws {
    let world = SyncWorld()
    let head = RecordIdentity(of: [1])
    let target = EventIdentity(record: head, index: 3)
    let bodies: [EventBody] = [
      .logClosed(LogClosing(records: 3, visits: 1, head: head, unvisited: [])),
      .checklistAnswered(
        ChecklistAnswer(checklist: "c", hash: "h", item: "P01", answer: .no, reason: "dog")),
      .safetyCheckIn(point: "noon"), .safetyAlert(SafetyAlert(kind: "duress", text: "…")),
      .visitArrived,
      .visitEnded(
        VisitEnding(
          .rescheduled, met: .borrower, address: .confirmed, phone: "valid", next: "call",
          appointment: world.morning)),
      .paymentDeclared(
        PaymentReport(
          DeclaredPayment(
            amount: Money(minorUnits: -5, currency: .cny), channel: "app", receipt: "1"))),
      .noteAdded("a\nb"), .addressProposed(Proposal(value: "x", source: "y", hasConsent: true)),
      .contactProposed(Proposal(value: "x", source: "y", hasConsent: false)),
      .evidenceAttached(EvidenceAttachment([1, 2], mediaType: "image/png")),
      .evidencePart(EvidencePart.parts(of: [1, 2])[0]),
      .amended(Amendment(target: target, field: "text", value: .nothing, reason: "r")),
      .amended(Amendment(target: target, field: "consent", value: .truth(true), reason: "r")),
      .retracted(Retraction(target: target, reason: "r")),
    ]
    for body in bodies {
      let event = world.event(body, "v0", after: 7)
      let read = try VisitEvent(JSONFields(readingObject(event.text)), source: event.text)
      #expect(read == event)
    }
  }

  @Test("a body of a known type that cannot be read is kept and shown, its neighbours count")
  func unreadable() throws {
    let text = Array(
      #"{"type":"promise.made","visit":"v0","at":"2026-11-22T08:30:00Z","by":"m","body":{"amount":1.0}}"#
        .replacing("1.0", with: "\"1\"").utf8)
    let event = try VisitEvent(JSONFields(readingObject(text)), source: text)
    guard case .unknown(let unknown) = event.body else {
      Issue.record("read")
      return
    }
    #expect(unknown.isUnreadable && unknown.text == text)
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    bytes += try writer.append([event] + world.visit("v0"), using: &world.chance)
    let state = try world.state([bytes])
    #expect(state.findVisit("v0")?.outcome.accepted == "O01")
    #expect(state.reviews.map(\.kind) == [.unreadableEvent])
  }
}
