import FieldModel
import Quantities

@testable import VisitSync

/// One office, one trip and its crew, drawn from a seed.
struct SyncWorld {
  var chance: SeededGenerator
  let office: OfficeKey
  let dayKey: DayKey
  var pack: TripPack
  let member: Identifier<CrewMember> = "m1"
  let morning = Instant("2026-11-22T08:00:00+08:00") ?? Instant(secondsSinceEpoch: 0)

  init(seed: UInt64 = 1, stops: Int = 4) {
    chance = SeededGenerator(seed: seed)
    office = OfficeKey(using: &chance)
    dayKey = DayKey(using: &chance)
    let item = ChecklistItem(
      id: "P01", section: .doorstep, chinese: "观察四周", english: "Look round first",
      trigger: .always, isMandatory: true)
    pack = TripPack(
      trip: Identifier("trip-\(seed)"), plan: "P-7K2M", crew: "c1", crewName: "甲组",
      date: morning.date,
      members: [PackMember(id: "m1", name: "Li"), PackMember(id: "m2", name: "Wu")],
      issued: Instant(secondsSinceEpoch: morning.secondsSinceEpoch - 3600, offsetMinutes: 480),
      endorsingKey: SigningKey(using: &chance), office: office.publicKey,
      stops: (0..<stops).map(Self.stop),
      checklists: [PackChecklist(id: "visit", items: [PackChecklistItem(item)])])
  }

  static func stop(_ number: Int) -> PackStop {
    PackStop(
      visit: Identifier("v\(number)"), caseToken: "T\(number)", caseNumbers: ["L-\(number)"],
      address: "清溪路\(number)号",
      coordinate: Coordinate(latitude: 310_000_000, longitude: 1_170_000_000),
      window: TimeWindow(start: TimeOfDay(hour: 9), end: TimeOfDay(hour: 18)),
      arrival: TimeOfDay(hour: 9, minute: number % 60), service: .minutes(20), purpose: "contact",
      dossier: [PackField(label: "overdue-days", value: "45")], checklistItems: ["P01"])
  }

  mutating func openLog() throws -> (writer: VisitLogWriter, bytes: [UInt8]) {
    try VisitLogWriter.open(
      pack, device: "phone 1", app: "test 1", present: ["m1", "m2"], by: member, at: morning,
      monotonic: 1000, using: &chance)
  }

  func event(
    _ body: EventBody, _ visit: Identifier<PlannedVisit>?, after seconds: Int64
  ) -> VisitEvent {
    VisitEvent(
      body, visit: visit,
      at: Instant(secondsSinceEpoch: morning.secondsSinceEpoch + seconds, offsetMinutes: 480),
      monotonic: 1000 + seconds, by: member,
      fix: PositionFix(
        Coordinate(latitude: 310_000_000, longitude: 1_170_000_000), accuracyMetres: 12))
  }

  /// The events of an ordinary visit that began `seconds` after the log.
  func visit(
    _ visit: Identifier<PlannedVisit>, _ outcome: OutcomeCode = .promised, after seconds: Int64 = 60
  ) -> [VisitEvent] {
    let money = Money(minorUnits: 123_450, currency: .cny)
    return [
      event(.visitArrived, visit, after: seconds),
      event(
        .checklistAnswered(
          ChecklistAnswer(
            checklist: "visit", hash: pack.checklists[0].hash, item: "P01", answer: .done)),
        visit, after: seconds + 5),
      event(
        .promiseMade(
          PromiseMade(
            PaymentPromise(amount: money, due: morning.date.adding(days: 5), channel: "app"),
            reason: "wage-late")), visit, after: seconds + 300),
      event(.noteAdded("门口有狗，按门铃两次。\(visit.text)"), visit, after: seconds + 400),
      event(
        .visitEnded(VisitEnding(outcome, met: .borrower, address: .confirmed)), visit,
        after: seconds + 600),
    ]
  }

  /// A whole log with one record for each of `visits`.
  mutating func log(_ visits: [Identifier<PlannedVisit>]) throws -> [UInt8] {
    var (writer, bytes) = try openLog()
    for (number, visit) in visits.enumerated() {
      bytes += try writer.append(
        self.visit(visit, after: Int64(number + 1) * 1200), using: &chance)
    }
    bytes += try writer.close(
      unvisited: [UnvisitedStop(visit: "v99", reason: "time")], by: member,
      at: event(.visitArrived, nil, after: 30_000).at, monotonic: 31_000, using: &chance)
    return bytes
  }

  func read(
    _ file: [UInt8], chunk: Int = .max
  ) throws -> (records: [SignedRecord], report: VisitLogReport) {
    var reader = VisitLogReader(officeKeys: [office], trips: [pack.knownTrip])
    var records: [SignedRecord] = []
    var start = 0
    while start < file.count {
      let end = chunk < file.count - start ? start + chunk : file.count
      records += try reader.read(Array(file[start..<end]))
      start = end
    }
    let last = reader.finish()
    return (records + last.records, last.report)
  }

  func state(_ files: [[UInt8]], context: FoldContext = FoldContext()) throws -> FoldedState {
    var set = RecordSet()
    for file in files { for record in try read(file).records { set.insert(record) } }
    return FoldedState(set, context: context)
  }
}

func lines(_ file: [UInt8]) -> [[UInt8]] {
  file.split(separator: 0x0A).map(Array.init).filter { $0.first != UInt8(ascii: "#") }
}
