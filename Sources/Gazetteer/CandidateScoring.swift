import Quantities

/// Judges how well each place that a part of an address may mean accounts for the other parts.
///
/// A candidate earns the weight of every part that agrees with it: its own name, its number, and
/// the names of what lies around it. Names that the map does not know count against every
/// candidate; names that the map knows elsewhere count against it twice.
struct CandidateScoring {
  let file: PlaceFile
  let query: AddressQuery
  private let houses: HouseSearch
  private static let mostTargets = 600
  private static let mostHitsJudged = 64

  init(file: PlaceFile, query: AddressQuery) {
    self.file = file
    self.query = query
    houses = HouseSearch(file: file)
  }

  /// Every candidate, judged, in no particular order.
  func candidates() -> [Candidate] {
    var candidates: [Candidate] = []
    var targets = 0
    for (index, part) in query.parts.enumerated() {
      for hit in part.hits where targets < Self.mostTargets {
        targets += 1
        candidates += judge(hit, from: index)
      }
    }
    return candidates
  }

  /// The weight of a name of `kind` in an address.
  private static func weight(_ kind: AddressPart.Kind) -> Double {
    switch kind {
    case .street, .compound: 3
    case .village, .landmark, .postcode, .houseNumber, .building: 2
    case .district, .houseName, .other: 1.5
    case .region: 0.3
    case .unit: 0
    }
  }

  /// The candidates at one holder: one for each house of the number, or the holder itself.
  private func judge(_ hit: AddressQuery.Hit, from own: Int) -> [Candidate] {
    let holder = file.holder(hit.holder)
    let base = Candidate(
      holder: hit.holder, house: nil, coordinate: holder.coordinate,
      precision: holder.kind.precision, radius: holder.radius,
      outcomes: Array(repeating: .unmatched, count: query.parts.count))
    var starts: [Candidate] = []
    for (index, part) in query.parts.enumerated() where starts.isEmpty {
      guard case .number(let number, let owner) = part.meaning, owner == own else { continue }
      starts = numbered(number, part: index, of: holder, own: own, from: base)
    }
    if starts.isEmpty { starts = namedHouses(of: holder, own: own, from: base) }
    if starts.isEmpty { starts = [placed(base, at: holder, own: own)] }
    return starts.map { start in
      var candidate = start
      let isExact = hit.similarity >= 0.95
      candidate.count(
        own, weight: Self.weight(query.parts[own].kind), credit: hit.similarity,
        as: isExact ? .matched : .similar)
      if holder.kind == .landmark { candidate.trust *= 0.95 }
      judgeOthers(of: own, at: holder, &candidate)
      return candidate
    }
  }

  // MARK: Houses

  private func numbered(
    _ number: HouseNumber, part: Int, of holder: PlaceFile.Holder, own: Int, from base: Candidate
  ) -> [Candidate] {
    let finding =
      holder.kind == .postcode
      ? houses.find(number, inPostcode: holder.houses) : houses.find(number, in: holder.houses)
    let weight = Self.weight(.houseNumber)
    switch finding {
    case .exact(let found):
      return found.map { house in
        var candidate = at(house, from: base)
        candidate.count(part, weight: weight, credit: 1, as: .matched)
        return candidate
      }
    case .between where holder.kind != .street:
      // Blocks of a compound and houses of a village do not stand in a row.
      var candidate = placed(base, at: holder, own: own)
      candidate.count(part, weight: weight, credit: 0.4, as: .nearby)
      return [candidate]
    case .between(let place, let credit, let radius):
      var candidate = base
      candidate.coordinate = place
      candidate.precision = .interpolated
      candidate.radius = radius
      candidate.count(part, weight: weight, credit: credit, as: .nearby)
      return [candidate]
    case .missing:
      return []
    }
  }

  private func at(_ house: Int, from base: Candidate) -> Candidate {
    var candidate = base
    candidate.house = house
    candidate.coordinate = file.house(house).coordinate
    candidate.precision = .house
    candidate.radius = 20
    return candidate
  }

  /// A house that has a name instead of a number (`Rose Cottage, Church Lane`).
  private func namedHouses(
    of holder: PlaceFile.Holder, own: Int, from base: Candidate
  ) -> [Candidate] {
    guard holder.kind != .postcode else { return [] }
    for (index, part) in query.parts.enumerated() where index != own && part.tokens.count <= 8 {
      guard case .name = part.meaning else { continue }
      let name = query.tokens[part.tokens].map(\.canonical).joined()
      let number = HouseNumber(base: HouseNumber.named, suffix: name)
      guard case .exact(let found) = houses.find(number, in: holder.houses) else { continue }
      return found.map { house in
        var candidate = at(house, from: base)
        candidate.count(index, weight: Self.weight(.houseNumber), credit: 1, as: .matched)
        return candidate
      }
    }
    return []
  }

  /// The holder itself: its entrance, or the stretch of a street that lies in the named place.
  private func placed(
    _ base: Candidate, at holder: PlaceFile.Holder, own: Int
  ) -> Candidate {
    var candidate = base
    let around = query.parts.enumerated().filter { $0.offset != own }
      .flatMap { $0.element.hits.prefix(8) }.map { file.holder($0.holder) }
    if holder.kind == .street, !holder.points.isEmpty {
      let samples = holder.points.map { file.point($0) }
      let context = around.first { $0.kind == .postcode } ?? around.first { $0.kind.isSettlement }
      let middle = samples[samples.count / 2]
      candidate.coordinate =
        context.flatMap { nearest(of: samples, to: $0.coordinate) } ?? middle
      if let context, Plane(at: middle).metres(to: context.coordinate) <= context.radius {
        candidate.coordinate = middle
      }
      let plane = Plane(at: candidate.coordinate)
      candidate.radius = samples.reduce(30) { max($0, plane.metres(to: $1)) }
    } else if !holder.entrances.isEmpty {
      let gates = holder.entrances.map { file.point($0) }
      let street = around.first { $0.kind == .street }
      candidate.coordinate =
        street.flatMap { street in
          gates.min { metres(from: $0, to: street) < metres(from: $1, to: street) }
        } ?? gates[0]
      candidate.isEntrance = true
    }
    return candidate
  }

  private func nearest(of points: [Coordinate], to other: Coordinate) -> Coordinate? {
    let plane = Plane(at: other)
    return points.min { plane.metres(to: $0) < plane.metres(to: $1) }
  }

  // MARK: The other parts

  private func judgeOthers(of own: Int, at holder: PlaceFile.Holder, _ candidate: inout Candidate) {
    for (index, part) in query.parts.enumerated() where index != own {
      if candidate.outcomes[index] != .unmatched { continue }
      switch part.meaning {
      case .silent: candidate.outcomes[index] = .ignored
      case .number(let number, let owner):
        judge(number, part: index, owner: owner, own: own, &candidate)
      case .name(let hits) where hits.isEmpty: judgeUnknown(part, index: index, &candidate)
      case .name(let hits): judge(hits, part: index, at: holder, &candidate)
      }
    }
  }

  private func judge(
    _ number: HouseNumber, part: Int, owner: Int?, own: Int, _ candidate: inout Candidate
  ) {
    guard let owner, owner != own else {
      return candidate.count(
        part, weight: Self.weight(.houseNumber), credit: 0, as: .unmatched)
    }
    let isFinerThanOwn = Self.isFiner(query.parts[owner].kind, than: query.parts[own].kind)
    guard candidate.precision <= .interpolated || !isFinerThanOwn else {
      return candidate.count(part, weight: 2, credit: 0, as: .unmatched)
    }
    let plane = Plane(at: candidate.coordinate)
    for hit in query.parts[owner].hits.prefix(Self.mostHitsJudged) {
      let other = file.holder(hit.holder)
      guard other.kind != .postcode,
        case .exact(let found) = houses.find(number, in: other.houses)
      else { continue }
      let isNear = found.contains { plane.metres(to: file.house($0).coordinate) < 500 }
      if isNear { return candidate.count(part, weight: 1, credit: 1, as: .matched) }
    }
    candidate.count(part, weight: isFinerThanOwn ? 2 : 0, credit: 0, as: .unmatched)
  }

  private func judgeUnknown(
    _ part: AddressQuery.Part, index: Int, _ candidate: inout Candidate
  ) {
    let hasHouse = candidate.house != nil
    let weight: Double =
      switch part.kind {
      case .postcode, .district: 0.5
      case .compound, .landmark, .other: hasHouse ? 0.7 : Self.weight(part.kind)
      default: Self.weight(part.kind)
      }
    candidate.count(index, weight: weight, credit: 0, as: .unmatched)
  }

  private func judge(
    _ hits: [AddressQuery.Hit], part: Int, at holder: PlaceFile.Holder,
    _ candidate: inout Candidate
  ) {
    let kind = query.parts[part].kind
    let weight = Self.weight(kind)
    let isFiner = Self.isFiner(kind, than: holder.kind.part)
    guard candidate.precision <= .interpolated || !isFiner else {
      return candidate.count(part, weight: weight, credit: 0, as: .unmatched)
    }
    var best = 0.0
    for hit in hits.prefix(Self.mostHitsJudged) where best < 1 {
      best = max(best, closeness(of: hit.holder, to: candidate, at: holder) * hit.similarity)
    }
    if best >= 0.95 {
      candidate.count(part, weight: weight, credit: best, as: .matched)
    } else if best > 0.7 {
      candidate.count(part, weight: weight, credit: best, as: .similar)
    } else if best > 0 {
      candidate.count(part, weight: weight, credit: best, as: .nearby)
    } else if isFiner {
      candidate.count(part, weight: weight, credit: 0, as: .unmatched)
    } else if kind == .landmark || kind == .other {
      candidate.count(part, weight: weight / 2, credit: 0, as: .unmatched)
    } else {
      candidate.count(part, weight: weight, credit: 0, as: .contradicted)
      candidate.trust *= 0.6
    }
  }

  /// Whether a name of the first kind says more closely where than one of the second.
  private static func isFiner(
    _ kind: AddressPart.Kind, than other: AddressPart.Kind
  ) -> Bool {
    func rank(_ kind: AddressPart.Kind) -> Int {
      switch kind {
      case .houseNumber, .building, .unit, .houseName: 0
      case .compound, .landmark: 1
      case .street: 2
      case .postcode: 3
      case .village: 4
      case .other, .district: 5
      case .region: 6
      }
    }
    return rank(kind) < rank(other)
  }
}
