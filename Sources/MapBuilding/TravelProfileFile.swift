public import FieldModel
import Quantities
import RoadNetwork
import YamlFiles
import Yams

/// The YAML file of a travel profile, format `rounds-travel-profile`, version 1.
///
/// The reader is strict: every key must be there, unknown ones are remarked on, and units are
/// written out (`90 km/h`, `7.5 s`, `80 %`), so that nothing is taken for what it is not.
public enum TravelProfileFile {
  static let format = "rounds-travel-profile"

  /// Reads a profile from the bytes of its file, UTF-8, at most 1 MiB.
  ///
  /// - Returns: the profile, or `nil` when anything in it is wrong, with what there is to remark.
  public static func read(
    _ bytes: [UInt8]
  ) -> (profile: TravelProfile?, diagnostics: [Diagnostic]) {
    var reader = StrictYaml()
    guard let top = reader.top(bytes, format: format) else { return (nil, reader.diagnostics) }
    reader.expectOnly(
      [
        "format", "version", "mode", "access", "oneway", "speed", "barriers", "turns",
        "restrictions", "ferries",
      ], in: top)
    let mode: TravelMode? = reader.word(top, "mode")
    let access = access(top, &reader)
    let oneway = oneway(top, &reader)
    let speed = speed(top, &reader)
    let barriers = barriers(top, &reader)
    let turns = turns(top, &reader)
    let restrictions = restrictions(top, &reader)
    let ferries = ferries(top, &reader)
    guard reader.diagnostics.isEmpty, let mode, let access, let oneway, let speed, let barriers,
      let turns, let restrictions, let ferries
    else { return (nil, reader.diagnostics) }
    let profile = TravelProfile(
      mode: mode, access: access, oneway: oneway, speed: speed, barriers: barriers, turns: turns,
      restrictions: restrictions, ferries: ferries)
    return (profile, reader.diagnostics)
  }

  private static func access(
    _ top: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> TravelProfile.Access? {
    guard let table = reader.table(top, "access") else { return nil }
    reader.expectOnly(
      [
        "keys", "general_keys", "values", "roads", "motor_roads", "expressways", "closed_services",
      ], in: table)
    let keys = reader.tagKeys(table, "keys")
    let generalKeys = reader.tagKeys(table, "general_keys")
    let values = verdicts(table, "values", &reader)
    let roads = roadVerdicts(table, &reader)
    let motorRoads: AccessRule.Verdict? = reader.word(table, "motor_roads")
    let closedServices = reader.words(table, "closed_services")
    guard let expressways = reader.table(table, "expressways") else { return nil }
    reader.expectOnly(["access", "words"], in: expressways)
    let words = reader.words(expressways, "words")
    let access: AccessRule.Verdict? = reader.word(expressways, "access")
    guard let motorRoads, let access else { return nil }
    return TravelProfile.Access(
      keys: keys, generalKeys: Set(generalKeys), values: values, roads: roads,
      motorRoads: motorRoads, expressways: access, expresswayWords: words,
      closedServices: Set(closedServices))
  }

  /// Words listed by verdict, none twice.
  private static func verdicts(
    _ parent: StrictYaml.Table, _ key: String, _ reader: inout StrictYaml
  ) -> [String: AccessRule.Verdict] {
    guard let table = reader.table(parent, key) else { return [:] }
    reader.expectOnly(AccessRule.Verdict.allCases.map(\.rawValue), in: table)
    var result: [String: AccessRule.Verdict] = [:]
    for verdict in AccessRule.Verdict.allCases {
      for word in reader.words(table, verdict.rawValue)
      where result.updateValue(verdict, forKey: word) != nil {
        reader.remark(
          "duplicate-entry", table.find(verdict.rawValue), table.path(verdict.rawValue),
          found: word)
      }
    }
    return result
  }

  private static func roadVerdicts(
    _ parent: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> [RoadClass: AccessRule.Verdict] {
    let words = verdicts(parent, "roads", &reader)
    let node = parent.find("roads")
    let path = parent.path("roads")
    let known = RoadClass.profileNames
    for word in words.keys.sorted() where RoadClass(profileName: word) == nil {
      reader.remark(
        "unknown-value", node, path, found: word, advice: known.joined(separator: " "))
    }
    for name in known where words[name] == nil && node != nil {
      reader.remark("missing-key", node, path + "." + name)
    }
    return Dictionary(
      words.compactMap { word, verdict in RoadClass(profileName: word).map { ($0, verdict) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func oneway(
    _ top: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> TravelProfile.Oneway? {
    guard let table = reader.table(top, "oneway") else { return nil }
    reader.expectOnly(
      ["keys", "implied_roads", "implied_roundabouts", "contraflow_lanes"], in: table)
    let keys = reader.tagKeys(table, "keys")
    let roads = reader.listed(
      table, "implied_roads", known: RoadClass.profileNames, RoadClass.init(profileName:))
    guard let roundabouts = reader.flag(table, "implied_roundabouts"),
      let lanes = reader.flag(table, "contraflow_lanes")
    else { return nil }
    return TravelProfile.Oneway(
      keys: keys, impliedRoads: Set(roads), impliedRoundabouts: roundabouts,
      contraflowLanes: lanes)
  }

  private static func barriers(
    _ top: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> TravelProfile.Barriers? {
    guard let table = reader.table(top, "barriers") else { return nil }
    reader.expectOnly(["passes", "blocked_by"], in: table)
    switch (table.find("passes"), table.find("blocked_by")) {
    case (nil, _?): return .blockedBy(Set(reader.words(table, "blocked_by")))
    case (_?, let other?):
      reader.remark(
        "duplicate-entry", other, table.path("blocked_by"), found: "blocked_by", advice: "passes")
      return nil
    case (_, nil): return .passes(Set(reader.words(table, "passes")))
    }
  }

  private static func turns(
    _ top: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> TurnCosts? {
    guard let table = reader.table(top, "turns") else { return nil }
    reader.expectOnly(["sharpest", "bias", "crossing", "u_turn", "signal"], in: table)
    let sharpest = reader.cost(table, "sharpest")
    let bias = reader.bias(table, "bias")
    let crossing = reader.cost(table, "crossing")
    let uTurn = reader.cost(table, "u_turn")
    let signal = reader.cost(table, "signal")
    guard let sharpest, let bias, let crossing, let uTurn, let signal else { return nil }
    return TurnCosts(
      sharpest: sharpest, bias: bias, crossing: crossing, uTurn: uTurn, signal: signal)
  }

  private static func restrictions(
    _ top: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> TravelProfile.Restrictions? {
    guard let table = reader.table(top, "restrictions") else { return nil }
    reader.expectOnly(["keys", "general"], in: table)
    let keys = reader.words(table, "keys")
    guard let general = reader.flag(table, "general") else { return nil }
    return TravelProfile.Restrictions(keys: keys, general: general)
  }

  private static func ferries(
    _ top: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> TravelProfile.Ferries? {
    guard let table = reader.table(top, "ferries") else { return nil }
    reader.expectOnly(["access", "speed"], in: table)
    let access: AccessRule.Verdict? = reader.word(table, "access")
    let speed = reader.speed(table, "speed")
    guard let access, let speed else { return nil }
    return TravelProfile.Ferries(access: access, speed: speed)
  }
}
