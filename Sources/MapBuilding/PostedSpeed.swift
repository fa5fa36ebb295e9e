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

  /// What the tags of a way post in one direction, by the first of `keys` that is understood, the
  /// one for the direction before the plain one; `nil` where nothing is posted.
  public init?(_ tags: Tags, isForward: Bool, keys: [TagKey]) {
    var isUnclear = false
    for key in keys {
      for spelling in [isForward ? key.forward : key.backward, key] {
        guard let text = spelling.flatMap({ tags[$0] }) else { continue }
        let speed = PostedSpeed(text)
        if speed != .unclear {
          self = speed
          return
        }
        // `source:maxspeed=sign` names where the number came from and is no speed.
        if key == .maxspeed { isUnclear = true }
      }
    }
    if !isUnclear { return nil }
    self = .unclear
  }

  private static func single(_ written: String) -> PostedSpeed {
    let text = written.lowercased()
    if text == "none" { return .unlimited }
    if text == "walk" { return .limit(50) }
    if let zone = zone(text) { return .limit(zone) }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number > 0, number < 1000 else { return .unclear }
    switch String(text.dropFirst(digits.count)).trimmed {
    case "", "km/h", "kmh", "kph": return .limit(Int((number * 10).rounded()))
    case "mph", "mp/h": return .limit(Int((number * 16.09344).rounded()))
    case "knots", "knot", "kn", "kt": return .limit(Int((number * 18.52).rounded()))
    default: return .unclear
    }
  }

  /// The limit of a zone such as `CN:urban`, in lower case, by the law of its country where that is known here.
  ///
  /// China: Implementing Regulations of the Road Traffic Safety Law, articles 45 and 78. Britain:
  /// Highway Code, rule 124. Others: what most of Europe has.
  private static func zone(_ text: String) -> Int? {
    let parts = text.split(separator: ":")
    guard (2...3).contains(parts.count), parts[0].utf8.count == 2 else { return nil }
    if parts[1] == "living_street" || parts[1] == "walk" { return 100 }
    if let number = Int(parts[parts.count - 1].drop { !$0.isNumber }), (5...150).contains(number) {
      return parts[0] == "gb" || parts[0] == "us" ? number * 16 : number * 10
    }
    switch (parts[0], parts[1]) {
    case ("cn", "urban"): return 500
    case ("cn", "rural"): return 700
    case ("cn", "motorway"): return 1200
    case ("gb", "nsl_restricted"), ("gb", "urban"): return 483
    case ("gb", "nsl_single"), ("gb", "rural"): return 966
    case ("gb", "nsl_dual"), ("gb", "motorway"): return 1127
    case (_, "urban"): return 500
    case (_, "rural"): return 900
    case (_, "trunk"): return 1000
    case (_, "motorway"): return 1300
    default: return nil
    }
  }
}
