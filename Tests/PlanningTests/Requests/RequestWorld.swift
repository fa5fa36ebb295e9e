import FieldModel
import Planning
import Quantities
import TestSupport
import VisitRules

/// Cases, rules and days from which requests are made; tests change one thing at a time.
struct RequestWorld {
  static let rules: RuleBook = RuleFiles(
    BundledRules.files.filter { $0.path.hasPrefix("rules/") }
      .map { (name: $0.path, bytes: $0.bytes) }, home: "CN"
  ).book

  var cases: [LoanCase]
  var maker: VisitRequestMaker

  /// One lawful case a borrower, and a plan of some days.
  init(borrowers: Int = 1, days: Int = 3) {
    cases = (1...borrowers).map { SampleCase.lawful($0, at: Self.place($0)) }
    maker = VisitRequestMaker(
      rules: Self.rules, dates: (0..<days).map { SampleCase.firstDay.adding(days: $0) },
      now: SampleCase.now, amountThresholds: (medium: 500_000, large: 5_000_000))
  }

  static func place(_ number: Int) -> Coordinate {
    Coordinate(latitude: 312_000_000 + Int32(number) * 10_000, longitude: 1_205_000_000)
  }

  var made: (requests: [VisitRequest], unplanned: [UnplannedVisit]) { maker.make(from: cases) }
}

/// The reasons why the cases of a world make no request after `spoil`.
func reasons(days: Int = 3, _ spoil: (inout RequestWorld) -> Void) -> [UnplannedReason] {
  var world = RequestWorld(days: days)
  spoil(&world)
  return world.made.unplanned.map(\.reason)
}

/// The only request of a world after `change`.
func onlyRequest(
  days: Int = 3, _ change: (inout RequestWorld) -> Void = { _ in }
) -> VisitRequest? {
  var world = RequestWorld(days: days)
  change(&world)
  let made = world.made
  return made.requests.count == 1 && made.unplanned.isEmpty ? made.requests[0] : nil
}

func window(_ text: String) -> TimeWindow { TimeWindow(text) ?? .allDay }
