public import FieldModel
public import Quantities

/// The visible scorecard that ranks visits: points per feature times the workspace's weight.
///
/// Features follow the practice of ranking by amount, stage, willingness, reachability and time
/// since the last visit; none looks at who somebody is.
public struct VisitValue: Hashable, Sendable {
  /// The features, in the order in which they are shown.
  public static let codes = ["amount", "stage", "willingness", "reachability", "untouched"]

  /// Weights in percent by code, 0 … 1,000; a code that is missing weighs 100.
  public var weights: [String: Int]

  /// A scorecard with weights in percent.
  public init(weights: [String: Int] = [:]) { self.weights = weights }

  /// The points of one borrower's open cases on `date`, part by part.
  public func parts(of cases: [LoanCase], tier: AmountTier, on date: ServiceDate) -> [ValuePart] {
    let points = [
      "amount": amount(tier),
      "stage": stage(cases.map { $0.daysPastDue(on: date) }.max() ?? 0),
      "willingness": willingness(cases),
      "reachability": reachability(cases),
      "untouched": untouched(cases, on: date),
    ]
    return Self.codes.map { code in
      let weight = min(1000, max(0, weights[code] ?? 100))
      return ValuePart(code: code, points: (points[code] ?? 0) * weight / 100)
    }
  }

  private func amount(_ tier: AmountTier) -> Int {
    switch tier {
    case .small: 80
    case .medium: 160
    case .large: 260
    }
  }

  private func stage(_ days: Int) -> Int {
    switch OverdueStage(daysPastDue: days) {
    case .m1: 80
    case .m2: 140
    case .m3: 180
    case .m4Plus: 150
    case nil: 0
    }
  }

  private func willingness(_ cases: [LoanCase]) -> Int {
    switch cases.map(\.reason).first(where: { $0 != .unknown }) ?? .unknown {
    case .forgot, .cashFlow: 150
    case .financesWorsened, .tradingTrouble: 110
    case .hardship: 60
    case .unknown: 90
    case .disputed, .unwilling: 40
    }
  }

  private func reachability(_ cases: [LoanCase]) -> Int {
    let addresses = cases.flatMap(\.addresses)
    let isVerified = addresses.contains { $0.status == .verified }
    let isPresenceKnown = addresses.contains { !$0.presence.isEmpty }
    return 60 + (isVerified ? 50 : 0) + (isPresenceKnown ? 40 : 0)
  }

  /// Half a point a day since the last visit, or all points when there was none.
  ///
  /// A visit that came to nothing for reasons of the crew's own takes no points away.
  private func untouched(_ cases: [LoanCase], on date: ServiceDate) -> Int {
    let visits = cases.flatMap(\.contacts)
      .filter { $0.channel == .visit && $0.countsAgainstCap }.map(\.at.date)
    guard let last = visits.max() else { return 120 }
    return min(120, max(0, last.days(until: date)) / 2)
  }
}
