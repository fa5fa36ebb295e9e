public import FieldModel
public import Gazetteer
public import Quantities

/// Turns addresses into locations: a pin stays, coordinates are checked and converted, and what is
/// left is looked up in the gazetteer.
///
/// It never settles a question silently: what is unsure keeps its best location, is marked
/// doubtful and lists what else the address could mean.
public struct Locator: Sendable {
  /// When a match is good enough.
  public struct Rules: Hashable, Sendable {
    /// The least score, of 1,000, at which a match is a location at all.
    public var leastScore = 350
    /// The least score, of 1,000, at which nobody need look.
    public var sureScore = 750
    /// How far, of 1,000, the best match must lead one that is somewhere else.
    public var scoreGap = 60
    /// How far two matches may lie apart and still be one place for a crew on its way.
    public var samePlace = Distance(metres: 150)
    /// How far coordinates may lie from a sure match of the address, beyond the match's own reach.
    public var farFromText = Distance(metres: 1500)
    /// The most candidates that are listed.
    public var mostCandidates = 5

    /// The usual rules.
    public init() {}
  }

  /// Where an address is, why a person should look, and what else it could mean.
  public struct Finding: Hashable, Sendable {
    /// The best there is; `nil` where nothing was found.
    public var location: Location?
    /// Why a person should look; empty when sure.
    public var doubts: [LocatingDoubt]
    /// What else the address could mean, the best first; empty when sure.
    public var candidates: [LocationCandidate]
    /// Remarks on coordinates, with what to do about them.
    public var diagnostics: [Diagnostic]
  }

  private let gazetteer: Gazetteer
  private let bounds: CoordinateBounds
  private let rules: Rules

  /// A locator on one map.
  ///
  /// - Parameters:
  ///   - gazetteer: the places of the map.
  ///   - bounds: the box in which crews can drive; nothing outside it is accepted.
  ///   - rules: when a match is good enough.
  public init(gazetteer: Gazetteer, bounds: CoordinateBounds, rules: Rules = Rules()) {
    self.gazetteer = gazetteer
    self.bounds = bounds
    self.rules = rules
  }

  /// Locates `address`; only a pin's location is taken over from an earlier run.
  ///
  /// - Parameters:
  ///   - address: the address as the case file gave it.
  ///   - near: where its lender's cases lie, to order places that match equally well.
  /// - Returns: the best location with every doubt about it.
  public func locate(_ address: Address, near: Coordinate? = nil) -> Finding {
    if let pin = address.location, pin.source == .pin { return keep(pin, of: address) }
    let matches = search(address.text, near: near)
    if let given = address.given { return check(given, of: address, against: matches) }
    return judge(matches, of: address)
  }

  /// Locates every address of `cases` in place, and reports on each.
  public func locate(_ cases: inout [LoanCase], near: Coordinate? = nil) -> LocatingReport {
    var report = LocatingReport()
    for position in cases.indices {
      for index in cases[position].addresses.indices {
        let address = cases[position].addresses[index]
        let finding = locate(address, near: near)
        cases[position].addresses[index].location = finding.location
        report.entries.append(
          .init(loanCase: cases[position].id, address: address.id, finding: finding))
      }
    }
    return report
  }

  private func keep(_ pin: Location, of address: Address) -> Finding {
    var finding = Finding(location: pin, doubts: [], candidates: [], diagnostics: [])
    guard !bounds.contains(pin.coordinate) else { return finding }
    finding.doubts = [.pinOutsideMap]
    finding.diagnostics = [remark(.warning, "pin-outside-map", address, advice: "check-pin")]
    return finding
  }

  // MARK: The address as written

  private func search(_ text: String, near: Coordinate?) -> [PlaceMatch] {
    gazetteer.search(text, near: near, limit: rules.mostCandidates * 2)
      .filter { bounds.contains($0.coordinate) }
  }

  private func judge(_ matches: [PlaceMatch], of address: Address) -> Finding {
    var finding = Finding(location: nil, doubts: [], candidates: [], diagnostics: [])
    guard let best = matches.first else {
      let isBlank = !address.text.contains { $0.isLetter || $0.isNumber }
      finding.doubts = [isBlank ? .nothingGiven : .notFound]
      return finding
    }
    finding.doubts = doubts(on: best, among: matches)
    let candidates = matches.prefix(rules.mostCandidates).map(candidate)
    guard score(best) >= rules.leastScore else {
      finding.candidates = candidates
      return finding
    }
    var location = Location(
      coordinate: best.coordinate, precision: precision(of: best), source: .gazetteer)
    location.isDoubtful = !finding.doubts.isEmpty
    if location.isDoubtful {
      finding.candidates = candidates
      location.candidates = Array(candidates.dropFirst())
    }
    finding.location = location
    return finding
  }

  /// The score gap rule, and what else makes a match doubtful.
  private func doubts(on best: PlaceMatch, among matches: [PlaceMatch]) -> [LocatingDoubt] {
    var doubts: [LocatingDoubt] = []
    let isContradicted = best.parts.contains { $0.outcome == .contradicted }
    if score(best) < rules.sureScore || isContradicted {
      doubts.append(.partlyFound)
    }
    let hasRival = matches.dropFirst().contains { other in
      score(other) > score(best) - rules.scoreGap && other.precision <= best.precision
        && best.coordinate.metres(to: other.coordinate) > rules.samePlace.metres
    }
    if hasRival { doubts.append(.severalPlaces) }
    if precision(of: best) == .district { doubts.append(.onlyDistrict) }
    return doubts
  }

  private func isSure(_ matches: [PlaceMatch]) -> Bool {
    guard let best = matches.first else { return false }
    return doubts(on: best, among: matches).isEmpty
  }

  private func score(_ match: PlaceMatch) -> Int { Int((match.score * 1000).rounded()) }

  private func candidate(_ match: PlaceMatch) -> LocationCandidate {
    LocationCandidate(
      coordinate: match.coordinate, precision: precision(of: match), score: score(match),
      label: match.label)
  }

  private func precision(of match: PlaceMatch) -> LocationPrecision {
    switch match.precision {
    case .house: match.isEntrance ? .door : .house
    case .compound: .compound
    case .landmark: match.isEntrance ? .door : .house
    case .interpolated, .street: .street
    case .postcode: match.radius.metres <= 250 ? .street : .district
    case .village: .place
    case .district: .district
    }
  }

  // MARK: Coordinates of the case file

  /// Accepts coordinates that lie on the map, and says where they and the text disagree.
  private func check(
    _ given: ForeignCoordinate, of address: Address, against matches: [PlaceMatch]
  ) -> Finding {
    if let coordinate = given.wgs84, bounds.contains(coordinate) {
      return accept(coordinate, given: given, of: address, against: matches)
    }
    let exchanged = ForeignCoordinate(
      datum: given.datum, latitude: given.longitude, longitude: given.latitude)
    if let coordinate = exchanged.wgs84, bounds.contains(coordinate) {
      return doubtful(
        coordinate, .swapped, against: matches,
        remark(
          .warning, "coordinate-swapped", address, found: given.datum.rawValue,
          advice: "exchange-latitude-and-longitude"))
    }
    var finding = judge(matches, of: address)
    finding.doubts.insert(.outsideMap, at: 0)
    finding.diagnostics.append(
      remark(
        .error, "coordinate-outside-map", address, found: given.datum.rawValue,
        advice: given.wgs84 == nil ? "not-on-earth" : "check-map-and-datum"))
    if finding.candidates.isEmpty {
      finding.candidates = matches.prefix(rules.mostCandidates).map(candidate)
    }
    finding.location?.isDoubtful = true
    return finding
  }

  private func accept(
    _ coordinate: Coordinate, given: ForeignCoordinate, of address: Address,
    against matches: [PlaceMatch]
  ) -> Finding {
    let location = Location(coordinate: coordinate, precision: .house, source: .given)
    let sure = Finding(location: location, doubts: [], candidates: [], diagnostics: [])
    guard isSure(matches), let best = matches.first else { return sure }
    let metres = coordinate.metres(to: best.coordinate)
    if best.precision == .house, metres > 250,
      let datum = otherDatum(of: given, meeting: best.coordinate)
    {
      return doubtful(
        coordinate, .otherDatum, against: matches,
        remark(
          .warning, "coordinate-datum-doubtful", address, found: given.datum.rawValue,
          advice: datum.rawValue))
    }
    guard metres > rules.farFromText.metres + 2 * best.radius.metres else { return sure }
    return doubtful(
      coordinate, .farFromText, against: matches,
      remark(
        .warning, "coordinate-far-from-address", address,
        found: "\(Int(metres / 1000)) km", advice: "compare-candidates"))
  }

  /// The datum in which the numbers lie within 100 m of `coordinate`.
  private func otherDatum(
    of given: ForeignCoordinate, meeting coordinate: Coordinate
  ) -> Datum? {
    Datum.allCases.first { datum in
      guard datum != given.datum else { return false }
      let read = ForeignCoordinate(
        datum: datum, latitude: given.latitude, longitude: given.longitude)
      return read.wgs84.map { $0.metres(to: coordinate) <= 100 } ?? false
    }
  }

  private func doubtful(
    _ coordinate: Coordinate, _ doubt: LocatingDoubt, against matches: [PlaceMatch],
    _ diagnostic: Diagnostic
  ) -> Finding {
    var location = Location(coordinate: coordinate, precision: .house, source: .given)
    location.isDoubtful = true
    location.candidates = matches.prefix(rules.mostCandidates).map(candidate)
    return Finding(
      location: location, doubts: [doubt], candidates: location.candidates,
      diagnostics: [diagnostic])
  }

  private func remark(
    _ severity: Diagnostic.Severity, _ code: String, _ address: Address, found: String = "",
    advice: String
  ) -> Diagnostic {
    Diagnostic(severity, code, field: address.id.text, found: found, advice: advice)
  }
}
