/// The speed on a sign, from `maxspeed` in any of its spellings.
public enum PostedSpeed: Hashable, Sendable {
  /// A limit in tenths of a km/h.
  case limit(Int)
  /// No limit (`none`).
  case unlimited
  /// A tag that cannot be understood.
  case unclear

  /// What `text` says: `50`, `30 mph`, `5 knots`, `CN:urban`, `walk`, `none`.
  ///
  /// Of several values, as for lanes, the lowest counts.
  public init(_ text: String) {
    let parts = text.split { $0 == ";" || $0 == "|" }.prefix(8).map { String($0).trimmed }
    let values = parts.map(Self.single)
    let limits = values.compactMap { value -> Int? in
      if case .limit(let limit) = value { limit } else { nil }
    }
    if let lowest = limits.min() {
      self = .limit(lowest)
    } else {
      self = values.first ?? .unclear
    }
  }

  /// What the tags of a way post in one direction; `nil` where nothing is posted.
  public init?(_ tags: Tags, isForward: Bool) {
    let keys: [TagKey] = [
      isForward ? .`maxspeed:forward` : .`maxspeed:backward`, .maxspeed, .`maxspeed:type`,
      .`source:maxspeed`,
    ]
    for key in keys {
      guard let text = tags[key] else { continue }
      let speed = PostedSpeed(text)
      // `source:maxspeed=sign` names where the number came from and is no speed.
      if speed == .unclear, key != .maxspeed { continue }
      self = speed
      return
    }
    return nil
  }

  private static func single(_ text: String) -> PostedSpeed {
    if text == "none" { return .unlimited }
    if text == "walk" { return .limit(50) }
    if let zone = zone(text) { return .limit(zone) }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number > 0, number < 1000 else { return .unclear }
    switch String(text.dropFirst(digits.count)).trimmed {
    case "", "km/h", "kmh", "kph": return .limit(Int((number * 10).rounded()))
    case "mph": return .limit(Int((number * 16.09344).rounded()))
    case "knots", "kn": return .limit(Int((number * 18.52).rounded()))
    default: return .unclear
    }
  }

  /// The limit of a zone such as `CN:urban`, by the law of its country where that is known here.
  ///
  /// China: Implementing Regulations of the Road Traffic Safety Law, articles 45 and 78. Britain:
  /// Highway Code, rule 124. Others: what most of Europe has.
  private static func zone(_ text: String) -> Int? {
    let parts = text.split(separator: ":")
    guard (2...3).contains(parts.count), parts[0].utf8.count == 2 else { return nil }
    if parts[1] == "living_street" || parts[1] == "walk" { return 100 }
    if let number = Int(parts[parts.count - 1].drop { !$0.isNumber }), (5...150).contains(number) {
      return parts[0] == "GB" || parts[0] == "US" ? number * 16 : number * 10
    }
    switch (parts[0], parts[1]) {
    case ("CN", "urban"): return 500
    case ("CN", "rural"): return 700
    case ("CN", "motorway"): return 1200
    case ("GB", "nsl_restricted"), ("GB", "urban"): return 483
    case ("GB", "nsl_single"), ("GB", "rural"): return 966
    case ("GB", "nsl_dual"), ("GB", "motorway"): return 1127
    case (_, "urban"): return 500
    case (_, "rural"): return 900
    case (_, "trunk"): return 1000
    case (_, "motorway"): return 1300
    default: return nil
    }
  }
}
