import Quantities
import RoadNetwork

extension AccessRule {
  /// What a mode may do on a road, and when it may not use it.
  struct Finding: Hashable {
    var verdict: Verdict
    /// When the road is closed to the mode that may use it otherwise.
    var closed: WeeklyHours
    /// Whether a condition was passed over that could not be understood or kept.
    var isPartial: Bool
  }

  /// What the mode of `profile` may do on a road, conditional tags included.
  ///
  /// A conditional tag speaks before the plain one of its key and after closer keys; of its clauses
  /// the last that holds counts (OpenStreetMap wiki, "Conditional restrictions").
  static func finding(
    _ tags: Tags, roadClass: RoadClass, profile: TravelProfile
  ) -> Finding {
    let usual = usual(tags, roadClass: roadClass, profile: profile)
    var rest = WeeklyHours.always
    var shares: [(verdict: Verdict, hours: WeeklyHours)] = []
    var isPartial = false
    func take(_ stated: Verdict, _ key: TagKey, _ hours: WeeklyHours) {
      shares.append((settled(stated, key: key, usual: usual, profile), hours.intersection(rest)))
      rest = rest.subtracting(hours)
    }
    for key in profile.access.keys {
      if let text = key.conditional.flatMap({ tags[$0] }) {
        let clauses = ConditionalTag(text).clauses.map { clause in
          (stated: stated(clause.value, profile), hours: clause.hours)
        }
        if clauses.isEmpty || clauses.contains(where: { $0.stated == nil || $0.hours == nil }) {
          isPartial = true
        } else {
          for clause in clauses.reversed() {
            if let stated = clause.stated, let hours = clause.hours { take(stated, key, hours) }
          }
        }
      }
      if let value = tags[key], let stated = stated(value, profile) {
        take(stated, key, .always)
        break
      }
    }
    shares.append((usual, rest))
    return summary(shares.filter { !$0.hours.isNever }, isPartial: isPartial)
  }

  /// One verdict for all hours in which the road is not closed; of several that of most of the week.
  private static func summary(
    _ shares: [(verdict: Verdict, hours: WeeklyHours)], isPartial: Bool
  ) -> Finding {
    func hours(_ verdict: Verdict) -> WeeklyHours {
      shares.filter { $0.verdict == verdict }.reduce(.never) { $0.union($1.hours) }
    }
    let usable = [Verdict.open, .endsOnly, .pushing].map { ($0, hours($0)) }
      .filter { !$0.1.isNever }
    let longest = usable.max { left, right in left.1.minutes < right.1.minutes }
    guard let longest else {
      return Finding(verdict: .closed, closed: .never, isPartial: isPartial)
    }
    return Finding(
      verdict: longest.0, closed: hours(.closed), isPartial: isPartial || usable.count > 1)
  }
}

extension WeeklyHours {
  /// How many minutes of the week they hold.
  fileprivate var minutes: Int { spans.reduce(0) { $0 + $1.count } }
}
