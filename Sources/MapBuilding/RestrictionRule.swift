import Quantities

/// A turn rule that the tags of a restriction describe, and whom it binds.
struct RestrictionRule: Hashable, Sendable {
  var isMandatory: Bool
  /// In the order of the profiles.
  var modes: [TravelMode]
  /// When it holds; `nil` for always.
  var hours: WeeklyHours?

  /// What the tags of one restriction come to.
  struct Finding: Hashable, Sendable {
    var rules: [RestrictionRule] = []
    /// Whether a rule was left out because its condition could not be understood.
    var hasUnreadCondition = false
    /// Whether a rule was left out because its kind is none that is known.
    var hasUnknownKind = false
  }

  /// Reads `restriction`, `restriction:<mode>`, both with `:conditional`, the older `day_on` and
  /// `hour_on`, and `except`.
  ///
  /// A rule for the mode stands in place of the general one; rules for other vehicles, such as
  /// lorries, are none of ours.
  static func finding(_ tags: Tags, profiles: [TravelProfile]) -> Finding {
    var finding = Finding()
    let exceptions = Set(
      (tags[.except] ?? "").split(whereSeparator: { $0 == ";" || $0 == "," }).prefix(16)
        .map { String($0).trimmed })
    var isStated = false
    for profile in profiles where exceptions.isDisjoint(with: profile.restrictions.keys) {
      for (value, hours) in statements(tags, profile.restrictions, &finding) {
        isStated = true
        guard value != "none", value != "no" else { continue }
        guard let isMandatory = kinds[value] else {
          finding.hasUnknownKind = true
          continue
        }
        finding.add(isMandatory, profile.mode, hours)
      }
    }
    let hasAny = tags.pairs.contains { $0.key.hasPrefix("restriction") }
    if !isStated, !hasAny { finding.hasUnknownKind = true }
    return finding
  }

  /// The values that bind a mode, each with its hours.
  private static func statements(
    _ tags: Tags, _ rule: TravelProfile.Restrictions, _ finding: inout Finding
  ) -> [(value: String, hours: WeeklyHours?)] {
    var result: [(value: String, hours: WeeklyHours?)] = []
    if let value = closest(tags, rule, suffix: "") {
      if [TagKey.hour_on, .hour_off, .day_on, .day_off].contains(where: { tags[$0] != nil }) {
        if let hours = olderHours(tags) {
          result.append((value, hours))
        } else {
          finding.hasUnreadCondition = true
        }
      } else {
        result.append((value, nil))
      }
    }
    if let text = closest(tags, rule, suffix: ":conditional") {
      for clause in ConditionalTag(text).clauses {
        if let hours = clause.hours, kinds[clause.value] != nil {
          result.append((clause.value, hours))
        } else {
          finding.hasUnreadCondition = true
        }
      }
    }
    return result
  }

  /// The value for the mode itself, else the general one.
  private static func closest(
    _ tags: Tags, _ rule: TravelProfile.Restrictions, suffix: String
  ) -> String? {
    for key in rule.keys {
      if let value = tags[text: "restriction:" + key + suffix] { return value.trimmed }
    }
    guard rule.general else { return nil }
    return (suffix.isEmpty ? tags[.restriction] : tags[text: "restriction" + suffix])?.trimmed
  }

  /// `day_on=Monday`, `day_off=Friday`, `hour_on=07:00`, `hour_off=09:00`: the spelling before
  /// `:conditional` came.
  private static func olderHours(_ tags: Tags) -> WeeklyHours? {
    var text = ""
    if tags[.day_on] != nil || tags[.day_off] != nil {
      guard let first = tags[.day_on]?.trimmed, let last = tags[.day_off]?.trimmed else {
        return nil
      }
      text = "\(first.prefix(2))-\(last.prefix(2)) "
    }
    if tags[.hour_on] != nil || tags[.hour_off] != nil {
      guard let start = tags[.hour_on]?.trimmed, let end = tags[.hour_off]?.trimmed else {
        return nil
      }
      text += "\(start)-\(end)"
    }
    return WeeklyHours(text.trimmed)
  }

  private static let kinds = [
    "no_left_turn": false, "no_right_turn": false, "no_straight_on": false, "no_u_turn": false,
    "no_entry": false, "no_exit": false, "only_left_turn": true, "only_right_turn": true,
    "only_straight_on": true, "only_u_turn": true,
  ]
}

extension RestrictionRule.Finding {
  /// Lets a mode share a rule that others have, or adds one.
  fileprivate mutating func add(_ isMandatory: Bool, _ mode: TravelMode, _ hours: WeeklyHours?) {
    let known = rules.firstIndex { $0.isMandatory == isMandatory && $0.hours == hours }
    if let known {
      if !rules[known].modes.contains(mode) { rules[known].modes.append(mode) }
    } else {
      rules.append(RestrictionRule(isMandatory: isMandatory, modes: [mode], hours: hours))
    }
  }
}
