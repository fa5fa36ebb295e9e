import FieldModel
import Quantities
import Testing

@testable import VisitSync

@Suite("Decisions of the office")
struct DecisionTests {
  /// Two logs that disagree on one visit.
  private struct Dispute {
    var world = SyncWorld()
    var files: [[UInt8]] = []

    init() throws {
      for outcome in [OutcomeCode.promised, .refused] {
        var (writer, bytes) = try world.openLog()
        bytes += try writer.append(world.visit("v0", outcome), using: &world.chance)
        files.append(bytes)
      }
    }

    func state(_ decisions: [OfficeDecision], withdrawn: Bool = false) throws -> FoldedState {
      try world.state(files, context: FoldContext(decisions: decisions))
    }

    func decide(
      _ item: ReviewItem, _ choice: String, by: String = "desk", after: [OfficeDecision] = []
    ) -> OfficeDecision {
      OfficeDecision(
        .settled(Settlement(item, choice: choice)), at: world.morning, by: by, reason: "asked",
        after: after.map(\.identity))
    }
  }

  @Test("a contested outcome takes the value that a person chose, and both stay readable")
  func outcome() throws {
    let dispute = try Dispute()
    let item = try #require(try dispute.state([]).reviews.first { $0.kind == .contestedOutcome })
    #expect(item.choices == ["O01", "O08"])
    let state = try dispute.state([dispute.decide(item, "O08")])
    let visit = try #require(state.findVisit("v0"))
    #expect(visit.outcome.accepted == "O08" && !visit.needsReview)
    #expect(visit.visitOutcome?.code == .refused && visit.endings.count == 2)
    #expect(!state.reviews.contains { $0.kind == .contestedOutcome })
    #expect(state.settled.map(\.choice) == ["O08"])
    #expect(try state.digest != dispute.state([]).digest)
  }

  @Test("an event that comes later, and was not seen, opens the item again")
  func laterEvent() throws {
    var dispute = try Dispute()
    let item = try #require(try dispute.state([]).reviews.first { $0.kind == .contestedOutcome })
    let decision = dispute.decide(item, "O08")
    var (writer, bytes) = try dispute.world.openLog()
    bytes += try writer.append(
      dispute.world.visit("v0", .nobodyIn), using: &dispute.world.chance)
    dispute.files.append(bytes)
    let state = try dispute.state([decision])
    #expect(state.settled.isEmpty)
    #expect(state.findVisit("v0")?.outcome.candidates.count == 3)
    // A log that repeats what was seen, alone, is settled by the same decision.
    dispute.files.removeLast()
    #expect(try dispute.state([decision]).settled.count == 1)
  }

  @Test("a later decision replaces those it names; two unrelated ones that differ settle nothing")
  func replaced() throws {
    let dispute = try Dispute()
    let item = try #require(try dispute.state([]).reviews.first { $0.kind == .contestedOutcome })
    let first = dispute.decide(item, "O08")
    let rival = dispute.decide(item, "O01", by: "other desk")
    let last = dispute.decide(item, "O01", by: "manager", after: [first, rival])
    #expect(try dispute.state([first, rival]).settled.isEmpty)
    let digests = try Set(
      [[first, rival, last], [last, rival, first, last], [rival, last, first]]
        .map { try dispute.state($0).digest })
    #expect(digests.count == 1)
    #expect(try dispute.state([last, rival, first]).findVisit("v0")?.outcome.accepted == "O01")
  }

  @Test("a choice that is none, or of another item, settles nothing")
  func foreign() throws {
    let dispute = try Dispute()
    let item = try #require(try dispute.state([]).reviews.first { $0.kind == .contestedOutcome })
    #expect(try dispute.state([dispute.decide(item, "O62")]).settled.isEmpty)
    let other = ReviewItem(
      kind: .contestedOutcome, subject: "v1", detail: "", events: item.events,
      choices: item.choices)
    #expect(try dispute.state([dispute.decide(other, "O08")]).settled.isEmpty)
  }

  @Test("a visit after its withdrawal waits for somebody to look at it")
  func withdrawal() throws {
    let dispute = try Dispute()
    let withdrawn = OfficeDecision(
      .withdrawn("v0"), at: dispute.world.morning, by: "desk", reason: "paid")
    let state = try dispute.world.state(
      [dispute.files[0]], context: FoldContext(decisions: [withdrawn]))
    let item = try #require(state.reviews.first { $0.kind == .afterWithdrawal })
    #expect(state.findVisit("v0")?.needsReview == true)
    let seen = dispute.decide(item, "seen")
    let settled = try dispute.world.state(
      [dispute.files[0]], context: FoldContext(decisions: [seen, withdrawn]))
    #expect(settled.findVisit("v0")?.isAfterWithdrawal == true)
    #expect(settled.findVisit("v0")?.needsReview == false)
  }

  @Test("each proposed address and contact waits for an answer of its own")
  func proposals() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    let bodies: [EventBody] = [
      .addressProposed(Proposal(value: "2 Mill Lane", source: "neighbour", hasConsent: false)),
      .addressProposed(Proposal(value: "7 Quay", source: "borrower", hasConsent: true)),
      .contactProposed(Proposal(value: "0123", source: "borrower", hasConsent: true)),
    ]
    bytes += try writer.append(
      bodies.map { world.event($0, "v0", after: 60) } + world.visit("v0"), using: &world.chance)
    let open = try world.state([bytes]).proposals
    #expect(try world.state([bytes]).reviews.isEmpty)
    #expect(open.map(\.kind) == [.proposedAddress, .proposedAddress, .proposedContact])
    #expect(Set(open.map(\.code)).count == 3)
    let decision = OfficeDecision(
      .settled(Settlement(open[0], choice: "accepted")), at: world.morning, by: "desk",
      reason: "ok")
    let state = try world.state([bytes], context: FoldContext(decisions: [decision]))
    #expect(state.proposals.count == 2 && state.settled.map(\.item) == [open[0]])
  }

  @Test("a decision reads back as it was written, byte for byte, and bad text is refused")
  func roundTrip() throws {
    let dispute = try Dispute()
    let item = try #require(try dispute.state([]).reviews.first { $0.kind == .contestedOutcome })
    let first = dispute.decide(item, "O08")
    for decision in [
      first, dispute.decide(item, "O01", after: [first]),
      OfficeDecision(.withdrawn("v9"), at: dispute.world.morning, by: "王", reason: "\"quoted\"\n"),
    ] {
      let read = try OfficeDecision(text: decision.text)
      #expect(read == decision && read.identity == decision.identity)
    }
    let text = String(decoding: first.text, as: UTF8.self)
    for (old, new) in [
      ("\"v\":1", "\"v\":2"), ("review.settled", "review.opened"), ("#", "!"),
      ("\"by\":", "\"bye\":"), ("{", "["),
    ] {
      let bad = Array(text.replacing(old, with: new).utf8)
      #expect(throws: RecordFault.self, "\(new)") { try OfficeDecision(text: bad) }
    }
  }

  @Test("what only a newer version can read cannot be settled")
  func newer() throws {
    var world = SyncWorld()
    var (writer, bytes) = try world.openLog()
    let unknown = UnknownEvent(
      type: "later.kind", isCritical: true, isUnreadable: false,
      text: Array(
        #"{"type":"later.kind","visit":"v0","at":"2026-11-22T08:00:00+08:00","by":"m1","critical":true}"#
          .utf8))
    bytes += try writer.append(
      [VisitEvent(.unknown(unknown), visit: "v0", at: world.morning, by: "m1")]
        + world.visit("v0"), using: &world.chance)
    let item = try #require(
      try world.state([bytes]).reviews.first { $0.kind == .needsNewerVersion })
    #expect(item.choices.isEmpty)
    let decision = OfficeDecision(
      .settled(Settlement(item, choice: "seen")), at: world.morning, by: "desk", reason: "ok")
    let state = try world.state([bytes], context: FoldContext(decisions: [decision]))
    #expect(state.reviews.contains(item) && state.findVisit("v0")?.needsReview == true)
  }

  @Test("the outside of a record tells what kind of file it is from")
  func envelopes() throws {
    var world = SyncWorld()
    let log = try world.log(["v0"])
    let pack = try TripPackFile.write(
      world.pack, dayKey: world.dayKey, officeKey: world.office, using: &world.chance)
    let receipt = try ReceiptFile.write(
      Receipt.receipts(
        for: RecordSet(try world.read(log).records), state: try world.state([log])),
      officeKey: world.office)
    #expect(SyncFileKind(beginning: log) == .visitLog)
    #expect(SyncFileKind(beginning: pack) == .tripPack)
    #expect(SyncFileKind(beginning: receipt) == .receipt)
    // A comment that lies does not count against the records; alone it does.
    #expect(SyncFileKind(beginning: Array("# rounds trip 1\n".utf8) + log) == .visitLog)
    #expect(SyncFileKind(beginning: Array("# rounds visits 1\nnonsense".utf8)) == .visitLog)
    for text in ["", "\n\n", "case,name\n1,2\n", "# rounds\n", "e30.e30\n"] {
      #expect(SyncFileKind(beginning: Array(text.utf8)) == nil, "\(text)")
    }
    #expect(RecordEnvelope(line: lines(pack)[0])?.key == world.dayKey.thumbprint)
    #expect(RecordEnvelope(line: lines(log)[0])?.key == world.office.thumbprint)
  }
}
