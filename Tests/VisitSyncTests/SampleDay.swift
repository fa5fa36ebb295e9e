import FieldModel
import Quantities

@testable import VisitSync

/// The day in `samples/sync`: invented people, an invented town, and keys whose secret numbers are
/// readable warnings.
struct SampleDay {
  let office: OfficeKey
  let dayKey: DayKey
  let recovery: SealingKey
  let pack: TripPack
  private let start = Instant("2026-11-23T08:40:00+00:00") ?? Instant(secondsSinceEpoch: 0)

  static let passphrase = "sample passphrase, never use it"

  init?() {
    func secret(_ text: String) -> [UInt8] { Array(text.utf8) }
    guard let sealing = SealingKey(secret: secret("SAMPLE, NEVER USE: opens logs...")),
      let signing = SigningKey(secret: secret("SAMPLE, NEVER USE: signs packs..")),
      let endorsing = SigningKey(secret: secret("SAMPLE, NEVER USE: endorses logs")),
      let recovery = SealingKey(secret: secret("SAMPLE, NEVER USE: the owner's..")),
      let dayKey = DayKey(bytes: secret("SAMPLE NEVER USE")),
      let issued = Instant("2026-11-23T07:55:00+00:00")
    else { return nil }
    office = OfficeKey(sealing: sealing, signing: signing)
    (self.dayKey, self.recovery) = (dayKey, recovery)
    pack = TripPack(
      trip: "sample-trip-1", plan: "P-5A4P", crew: "heron", crewName: "Heron",
      date: issued.date,
      members: [
        PackMember(id: "m1", name: "Amaryllis Quill"), PackMember(id: "m2", name: "Bo Tern"),
      ], issued: issued, endorsingKey: endorsing, office: office.publicKey,
      stops: Self.stops,
      checklists: [PackChecklist(id: "visit", items: [Self.item])])
  }

  private static let item = PackChecklistItem(
    ChecklistItem(
      id: "P01", section: .doorstep, chinese: "先观察四周", english: "Look round first",
      trigger: .always, isMandatory: true))

  private static let stops: [PackStop] = [
    ("v1", "K3T", "L-1001", "12 Kelp Lane, Sandmarsh", 507_031_200, -13_018_700, 9, 37),
    ("v2", "R8W", "L-1002", "4 Lantern Rise, Sandmarsh", 507_044_900, -13_002_300, 10, 49),
  ].map { visit, token, number, address, latitude, longitude, hour, overdue in
    PackStop(
      visit: Identifier(visit), caseToken: token, caseNumbers: [number], address: address,
      coordinate: Coordinate(latitude: latitude, longitude: longitude),
      window: TimeWindow(start: TimeOfDay(hour: 9), end: TimeOfDay(hour: 18)),
      arrival: TimeOfDay(hour: hour, minute: 5), service: .minutes(20), purpose: "contact",
      dossier: [PackField(label: "overdue-days", value: String(overdue))], checklistItems: ["P01"])
  }

  private func event(
    _ body: EventBody, _ visit: Identifier<PlannedVisit>?, after seconds: Int64,
    fix: PositionFix? = nil
  ) -> VisitEvent {
    VisitEvent(
      body, visit: visit, at: moment(seconds), monotonic: 5000 + seconds, by: "m1", fix: fix)
  }

  private func moment(_ seconds: Int64) -> Instant {
    Instant(secondsSinceEpoch: start.secondsSinceEpoch + seconds, offsetMinutes: 0)
  }

  /// The events of the one visit that was made; nobody was in at the other.
  private var visit: [VisitEvent] {
    let fix = PositionFix(
      Coordinate(latitude: 507_031_400, longitude: -13_018_500), accuracyMetres: 8)
    let answer = ChecklistAnswer(
      checklist: "visit", hash: pack.checklists[0].hash, item: "P01", answer: .done)
    let promise = PaymentPromise(
      amount: Money(minorUnits: 12_500, currency: .gbp), due: start.date.adding(days: 4),
      channel: "bank-transfer")
    return [
      event(.visitArrived, "v1", after: 1500, fix: fix),
      event(.checklistAnswered(answer), "v1", after: 1530),
      event(.promiseMade(PromiseMade(promise, reason: "wage-late")), "v1", after: 2100),
      event(.noteAdded("The bell is broken: knock."), "v1", after: 2160),
      event(
        .visitEnded(VisitEnding(.promised, met: .borrower, address: .confirmed)), "v1",
        after: 2200),
    ]
  }

  /// The log that the crew brings home.
  func log(using chance: inout some RandomNumberGenerator) throws -> [UInt8] {
    var (writer, file) = try VisitLogWriter.open(
      pack, device: "sample phone", app: "rounds 0.1", present: ["m1", "m2"], by: "m1",
      at: moment(0), monotonic: 5000, using: &chance)
    file += try writer.append(visit, using: &chance)
    let attempt = [
      event(.visitArrived, "v2", after: 5400),
      event(
        .visitEnded(VisitEnding(.nobodyIn, met: .nobody, address: .unknown)), "v2", after: 5700),
    ]
    file += try writer.append(attempt, using: &chance)
    return try file
      + writer.close(
        unvisited: [], by: "m1", at: moment(9000), monotonic: 14_000, using: &chance)
  }
}
