import Quantities
import RoadNetwork

/// How fast a mode goes along a road: what is posted or usual, held down by the ground.
enum TravelSpeed {
  /// The speed in tenths of a km/h.
  static func speed(
    _ tags: Tags, roadClass: RoadClass, verdict: AccessRule.Verdict, isForward: Bool,
    region: TravelRegion, profile: TravelProfile
  ) -> UInt16 {
    let rule = profile.speed
    if verdict == .pushing { return UInt16(rule.pushing) }
    let usual =
      roadClass == .ferry ? profile.ferries.speed : usual(roadClass, tags, region, rule)
    let driven = posted(tags, roadClass, isForward, usual: usual, rule)
    let speed = min(driven, ground(tags, rule) ?? .max, rule.top)
    return UInt16(max(10, min(speed, 2000)))
  }

  /// What signs make of the usual speed.
  private static func posted(
    _ tags: Tags, _ roadClass: RoadClass, _ isForward: Bool, usual: Int,
    _ rule: TravelProfile.Speed
  ) -> Int {
    if roadClass == .service, let own = tags[.service].flatMap({ rule.services[$0] }) {
      return own
    }
    guard rule.postedUse != .ignore else { return usual }
    let isRaising = rule.postedUse == .replace
    switch PostedSpeed(tags, isForward: isForward, keys: rule.postedKeys) {
    case .limit(let limit):
      let driven = limit * rule.postedShare / 100
      return isRaising ? driven : min(usual, driven)
    case .unlimited: return isRaising ? max(usual, rule.unlimited) : usual
    case .unclear, nil: return usual
    }
  }

  /// The usual speed, by the road's number too where the region has numbers.
  private static func usual(
    _ roadClass: RoadClass, _ tags: Tags, _ region: TravelRegion, _ rule: TravelProfile.Speed
  ) -> Int {
    guard let table = rule.regions[region] ?? rule.regions[.generic] else { return 10 }
    let byClass = table.roads[roadClass] ?? 10
    guard !table.numbers.isEmpty, roadClass <= .residential, let reference = tags[.ref] else {
      return byClass
    }
    let best = reference.split { $0 == ";" || $0 == "," || $0 == "/" }.prefix(6)
      .compactMap { speed(ofNumber: String($0).trimmed, table.numbers) }.max()
    return max(byClass, best ?? byClass)
  }

  private static func speed(
    ofNumber number: String, _ known: [TravelProfile.Speed.Number]
  ) -> Int? {
    guard let letter = number.first else { return nil }
    let digits = number.dropFirst().prefix { $0.isASCII && $0.isNumber }.count
    return known.first { $0.letter == letter && $0.digits?.contains(digits) ?? true }?.speed
  }

  /// The most that the ground allows; `nil` on good or unknown ground.
  private static func ground(_ tags: Tags, _ rule: TravelProfile.Speed) -> Int? {
    [
      tags[.surface].flatMap { rule.surfaces[$0] },
      tags[.tracktype].flatMap { rule.trackTypes[$0] },
      tags[.smoothness].flatMap { rule.smoothness[$0] },
    ].compactMap(\.self).min()
  }
}
