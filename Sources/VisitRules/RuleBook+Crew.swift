public import FieldModel
public import Quantities

extension RuleBook {
  /// What the rules say of a crew on a day, and the limits of its day.
  ///
  /// - Parameters:
  ///   - crew: who goes.
  ///   - date: on which day.
  ///   - jurisdiction: where the crew works; the workspace's own unless told otherwise.
  /// - Returns: every rule's word, and the limits of the crew's day.
  public func assess(
    _ crew: Crew, on date: ServiceDate, in jurisdiction: Identifier<Jurisdiction>? = nil
  ) -> CrewAssessment {
    let clauses = clauses(in: jurisdiction ?? home, lenders: lenderPacks.keys.sorted())
    var result = CrewAssessment(
      verdicts: [], maximumDuty: crew.maximumDuty, maximumDriving: crew.maximumDriving,
      continuousDriving: nil, drivingRest: .zero)
    for clause in clauses {
      switch (clause.entry.key, clause.entry.value) {
      case (.teamMinimum, .count(let persons)):
        result.verdicts.append(Self.enough(crew, persons, clause))
      case (.staffQualified, _):
        result.verdicts += Self.qualified(crew, on: date, clause)
      case (.maximumDuty, .count(let minutes)):
        result.maximumDuty = min(result.maximumDuty, .minutes(minutes))
        result.verdicts.append(Self.limit(clause, minutes))
      case (.maximumDriving, .count(let minutes)):
        result.maximumDriving = min(result.maximumDriving, .minutes(minutes))
        result.verdicts.append(Self.limit(clause, minutes))
      case (.continuousDriving, .driving(let limit, let rest)) where crew.mode.isMotor:
        result.continuousDriving = min(result.continuousDriving ?? limit, limit)
        result.drivingRest = max(result.drivingRest, rest)
        result.verdicts.append(Self.limit(clause, limit.roundedMinutes))
      default: continue
      }
    }
    return result
  }

  private static func enough(_ crew: Crew, _ persons: Int, _ clause: Clause) -> RuleVerdict {
    guard crew.members.count < persons else {
      return RuleVerdict(.allows, .met, by: clause.citation)
    }
    return RuleVerdict(
      clause.entry.effect == .block ? .forbids : .conditions, .tooFewPersons, by: clause.citation,
      arguments: [String(crew.members.count), String(persons)])
  }

  /// Training and authorisation of every member; staff without either cannot be rostered.
  private static func qualified(
    _ crew: Crew, on date: ServiceDate, _ clause: Clause
  ) -> [RuleVerdict] {
    let outcome: RuleVerdict.Outcome = clause.entry.effect == .block ? .forbids : .conditions
    let found = crew.members.flatMap { member -> [RuleVerdict] in
      let papers = [
        ("training", member.trainedUntil), ("authorisation", member.authorisedUntil),
      ]
      return papers.filter { $0.1.map { $0 < date } ?? true }.map { paper, _ in
        RuleVerdict(
          outcome, .unqualified, by: clause.citation, arguments: [member.id.text, paper])
      }
    }
    return found.isEmpty ? [RuleVerdict(.allows, .met, by: clause.citation)] : found
  }

  private static func limit(_ clause: Clause, _ minutes: Int) -> RuleVerdict {
    RuleVerdict(.allows, .crewLimit, by: clause.citation, arguments: [String(minutes)])
  }
}

extension TravelMode {
  /// Whether somebody is at the wheel of a motor vehicle, which an electric bicycle of 25 km/h is not.
  var isMotor: Bool { self == .car || self == .motorcycle }
}
