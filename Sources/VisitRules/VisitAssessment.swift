public import FieldModel
public import Quantities

/// What the rules say of visiting one borrower at one address on one day.
public struct VisitAssessment: Hashable, Sendable {
  /// Who would be visited.
  public var borrower: Identifier<Borrower>
  /// Where.
  public var address: Identifier<Address>
  /// On which day.
  public var date: ServiceDate
  /// When a visit may begin, in order and without overlaps; empty when it may not.
  public var windows: [TimeWindow]
  /// Every rule's word, in order of pack and entry; wishes and the state of the case come first.
  public var verdicts: [RuleVerdict]
  /// How risky a visit by day is.
  public var risk: RiskAssessment
  /// How risky a visit after sunset is.
  public var riskAfterDark: RiskAssessment
  /// How long a crew may stay.
  public var maximumStay: Seconds
  /// How many people must go.
  public var minimumPersons: Int
  /// Sunrise and sunset there; `nil` when the place is unknown.
  public var daylight: Daylight?

  /// Whether a visit may be made on that day at all.
  public var isAllowed: Bool { !windows.isEmpty }

  /// The rules under whose conditions the visit may be made, each once.
  public var conditions: [RuleCitation] {
    var seen: Set<RuleCitation> = []
    return verdicts.filter { $0.outcome == .conditions && seen.insert($0.citation).inserted }
      .map(\.citation)
  }

  /// The verdicts that forbid the visit.
  public var refusals: [RuleVerdict] { verdicts.filter { $0.outcome == .forbids } }

  /// The next day on which no rule that forbids this day would do so any more, if all say.
  public var nextLawful: ServiceDate? {
    let days = refusals.map(\.nextLawful)
    guard !days.isEmpty, !days.contains(nil) else { return nil }
    return days.compactMap(\.self).max()
  }

  /// Why the visit cannot be made, for the list of what is left out; `nil` when it can.
  ///
  /// The gravest reason speaks: the end of the case, then holds, promises, the address, what only
  /// the rules can change, and last what an approval would cure.
  public var reason: UnplannedReason? {
    guard !isAllowed else { return nil }
    let ranked = refusals.enumerated().min {
      (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset)
    }
    guard let verdict = ranked?.element else { return .windowTooTight(slack: nil) }
    switch verdict.code {
    case .caseClosed: return .closed
    case .addressStatus: return .noVisitableAddress
    case .daylightUnknown: return .notLocated
    case .promiseRunning:
      return .promiseRunning(until: (verdict.nextLawful ?? date.adding(days: 1)).adding(days: -1))
    case .hold where !verdict.awaitsApproval:
      guard let kind = verdict.arguments.first.flatMap(HoldKind.init) else { break }
      return .onHold(kind, until: verdict.nextLawful?.adding(days: -1))
    default: break
    }
    return verdict.awaitsApproval
      ? .needsApproval(verdict.citation)
      : .forbidden(verdict.citation, from: nextLawful)
  }

  private static func rank(_ verdict: RuleVerdict) -> Int {
    if verdict.awaitsApproval { return 5 }
    switch verdict.code {
    case .caseClosed: return 0
    case .hold: return 1
    case .promiseRunning: return 2
    case .addressStatus, .daylightUnknown: return 3
    default: return 4
    }
  }
}

/// How risky a visit is, with what makes it so.
public struct RiskAssessment: Hashable, Sendable {
  /// The factors that count, in order of the list of factors, with their points.
  public var parts: [RiskPart]
  /// The tier.
  public var tier: RiskTier

  /// The sum of the points; factors that stop a visit have none.
  public var points: Int { parts.reduce(0) { $0 + $1.points } }
}

/// One factor of a risk.
public struct RiskPart: Hashable, Sendable {
  /// What makes the visit less safe.
  public var factor: RiskFactor
  /// What it counts.
  public var points: Int
  /// Whether it alone stops the visit.
  public var isStop: Bool

  /// A factor with its points.
  public init(factor: RiskFactor, points: Int, isStop: Bool = false) {
    self.factor = factor
    self.points = points
    self.isStop = isStop
  }
}

/// What the rules say of a crew on a day.
public struct CrewAssessment: Hashable, Sendable {
  /// Every rule's word.
  public var verdicts: [RuleVerdict]
  /// The longest day from leaving to return, the crew's own limit or the rules', pauses included.
  public var maximumDuty: Seconds
  /// The longest time on the road in a day.
  public var maximumDriving: Seconds
  /// The longest time at the wheel without a pause; `nil` where nothing limits it.
  public var continuousDriving: Seconds?
  /// How long that pause is.
  public var drivingRest: Seconds

  /// Whether the crew may go out.
  public var isAllowed: Bool { !verdicts.contains { $0.outcome == .forbids } }
}
