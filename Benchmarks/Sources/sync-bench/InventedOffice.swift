import FieldModel
import Quantities
import VisitSync

/// An office and what its crews write, invented from a seed.
struct InventedOffice {
  private var chance: SeededGenerator
  let key: OfficeKey
  private(set) var trips: [KnownTrip] = []
  private let morning = Instant(secondsSinceEpoch: 1_795_305_600, offsetMinutes: 480)

  /// Visits of a crew's day.
  static let visits = 20
  /// Records of a crew's day without photographs: its opening, a visit each, its closing.
  static let records = visits + 2

  init(seed: UInt64) {
    chance = SeededGenerator(seed: seed)
    key = OfficeKey(using: &chance)
  }

  /// A reader that knows every trip so far.
  var reader: VisitLogReader { VisitLogReader(officeKeys: [key], trips: trips) }

  /// The log of a crew's day: its opening, a record for each visit, of whose events `fixes` state
  /// a position, so many photographs of one full part each, and its closing.
  mutating func day(fixes: Int = 2, photographs: Int = 0) throws -> [UInt8] {
    let pack = pack()
    trips.append(pack.knownTrip)
    var (writer, file) = try VisitLogWriter.open(
      pack, device: "phone 1", app: "rounds 0.1", present: ["m1", "m2"], by: "m1", at: morning,
      monotonic: 0, using: &chance)
    for number in 0..<Self.visits {
      let visit = Identifier<PlannedVisit>("\(pack.trip.text)-\(1000 + number)")
      var events = self.visit(visit, after: Int64(number) * 1500, fixes: fixes)
      // Eight times a day the crew says that all is well, which makes 130 events.
      if [2, 4].contains(number % 5) {
        events.append(
          event(.safetyCheckIn(point: "on-time"), nil, after: Int64(number) * 1500, hasFix: false))
      }
      file += try writer.append(events, using: &chance)
    }
    for number in 0..<photographs {
      let visit = Identifier<PlannedVisit>("\(pack.trip.text)-\(1000 + number % Self.visits)")
      for body in photograph() {
        file += try writer.append(
          [event(body, visit, after: 30_000, hasFix: false)], using: &chance)
      }
    }
    return try file
      + writer.close(
        unvisited: [UnvisitedStop(visit: "v99", reason: "time")], by: "m1",
        at: moment(after: 31_000), monotonic: 31_000, using: &chance)
  }

  private mutating func pack() -> TripPack {
    TripPack(
      trip: Identifier("trip-\(trips.count)"), plan: "P-7K2M", crew: "c1", crewName: "甲组",
      date: morning.date, members: [PackMember(id: "m1", name: "Li")], issued: morning,
      endorsingKey: SigningKey(using: &chance), office: key.publicKey, stops: [], checklists: [])
  }

  /// What an ordinary visit leaves: six events, five of which may state a position.
  private func visit(
    _ visit: Identifier<PlannedVisit>, after seconds: Int64, fixes: Int
  ) -> [VisitEvent] {
    let promise = PaymentPromise(
      amount: Money(minorUnits: 123_450 + seconds, currency: .cny),
      due: morning.date.adding(days: 5), channel: "app")
    let answers = ["P01", "P02"].map { item in
      EventBody.checklistAnswered(
        ChecklistAnswer(
          checklist: "visit", hash: "SxNqmXJfk8F2N9uUHm7dmzTNutNO_0Hn77oMs3oH-W0",
          item: Identifier(item), answer: .done))
    }
    let bodies: [EventBody] =
      [.visitArrived] + answers + [
        .promiseMade(PromiseMade(promise, reason: "wage-late")),
        .noteAdded("门口有狗，按门铃两次。\(visit.text)"),
        .visitEnded(VisitEnding(.promised, met: .borrower, address: .confirmed)),
      ]
    return bodies.enumerated().map { place, body in
      event(body, visit, after: seconds + Int64(place) * 100, hasFix: place < fixes)
    }
  }

  /// An attachment of one full part that nothing can compress, announced and sent.
  private mutating func photograph() -> [EventBody] {
    var data: [UInt8] = []
    data.reserveCapacity(SyncLimits.evidencePart)
    while data.count < SyncLimits.evidencePart {
      let word = chance.next()
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        data.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    let attachment = EvidenceAttachment(data, mediaType: "image/jpeg")
    return [.evidenceAttached(attachment)]
      + EvidencePart.parts(of: data).map(EventBody.evidencePart)
  }

  private func moment(after seconds: Int64) -> Instant {
    Instant(secondsSinceEpoch: morning.secondsSinceEpoch + seconds, offsetMinutes: 480)
  }

  private func event(
    _ body: EventBody, _ visit: Identifier<PlannedVisit>?, after seconds: Int64, hasFix: Bool
  ) -> VisitEvent {
    let place = Coordinate(
      latitude: 310_000_000 + Int32(seconds), longitude: 1_170_000_000 - Int32(seconds))
    return VisitEvent(
      body, visit: visit, at: moment(after: seconds), monotonic: seconds, by: "m1",
      fix: hasFix ? PositionFix(place, accuracyMetres: 12) : nil)
  }
}
