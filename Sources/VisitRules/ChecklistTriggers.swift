public import FieldModel
public import Quantities

/// What a stop looks like to the checklist: which lines its circumstances call for.
public enum ChecklistTriggers {
  /// The triggers that hold at a stop; ``ChecklistTrigger/always`` is always among them.
  ///
  /// Somebody else may open at any door, so ``ChecklistTrigger/third`` always holds as well.
  ///
  /// - Parameters:
  ///   - cases: the borrower's cases.
  ///   - address: the address visited.
  ///   - risk: the tier of the stop.
  ///   - date: the day of the visit.
  ///   - start: when the visit begins; night is after sunset or after 18:00.
  ///   - daylight: sunrise and sunset there, if known.
  ///   - persons: how many go.
  ///   - highestTemperature: foretold degrees Celsius; heat is from 35.
  ///   - isStormy: whether a storm or another weather warning is out.
  /// - Returns: what ``Checklist/items(in:for:)`` takes.
  public static func of(
    _ cases: [LoanCase], address: Address, risk: RiskTier, on date: ServiceDate,
    at start: TimeOfDay, daylight: Daylight?, persons: Int = 2, highestTemperature: Int? = nil,
    isStormy: Bool = false
  ) -> Set<ChecklistTrigger> {
    let flags = Set(
      cases.flatMap(\.riskFlags).filter { flag in
        (flag.address == nil || flag.address == address.id)
          && flag.recorded <= date && date <= flag.expires
      }.map(\.factor))
    let wasVisited = cases.flatMap(\.contacts).contains {
      $0.channel == .visit && $0.at.date < date
    }
    let isDark = start >= TimeOfDay(hour: 18) || daylight.map { start > $0.sunset } ?? false
    let isFirm = address.kind == .business || cases.contains { $0.borrower.kind == .firm }
    let facts: [(ChecklistTrigger, Bool)] = [
      (.always, true),
      (.third, true),
      (.riskMedium, risk >= .medium),
      (.riskHigh, risk >= .high),
      (.night, isDark),
      (.rural, address.isRural || !flags.isDisjoint(with: [.noSignal, .farFromHelp])),
      (.dog, !flags.isDisjoint(with: [.dogLoose, .dogRestrained])),
      (.lone, persons < 2),
      (.first, address.status == .unverified && !wasVisited),
      (.firm, isFirm),
      (.heat, flags.contains(.heat) || highestTemperature.map { $0 >= 35 } ?? false),
      (.storm, isStormy),
      (.cash, flags.contains(.cash)),
    ]
    return Set(facts.filter(\.1).map(\.0))
  }
}
