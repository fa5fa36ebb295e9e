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
      starts = numbered(number, part: index, of: holder, from: base)
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
    _ number: HouseNumber, part: Int, of holder: PlaceFile.Holder, from base: Candidate
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

  // MARK: Nearness

  /// 1 when the candidate lies in or at `other`, less when it lies beside it, 0 when it does not.
  private func closeness(
    of other: UInt32, to candidate: Candidate, at holder: PlaceFile.Holder
  ) -> Double {
    if other == candidate.holder || other == holder.locality || other == holder.district {
      return 1
    }
    if let house = candidate.house.map({ file.house($0) }) {
      if other == house.place || other == house.postcode || other == house.holder { return 1 }
    }
    let context = file.holder(other)
    let plane = Plane(at: candidate.coordinate)
    switch context.kind {
    case .street, .compound, .landmark:
      let metres = metres(from: candidate.coordinate, to: context)
      return metres <= 400 ? 1 : metres <= 1000 ? 0.6 : 0
    case .postcode:
      let metres = plane.metres(to: context.coordinate)
      let isWrongHouse = candidate.house.map { file.house($0).postcode != PlaceFile.none } ?? false
      if metres <= max(300, context.radius) { return isWrongHouse ? 0.5 : 0.8 }
      return metres <= 1500 ? 0.3 : 0
    default:
      return closeness(to: context, from: plane) * rivalry(of: context, candidate, at: holder)
    }
  }

  private func closeness(to settlement: PlaceFile.Holder, from plane: Plane) -> Double {
    let count = settlement.points.count
    if plane.isInside(ringOf: count, point: { outline(settlement, $0) }) { return 1 }
    let metres = plane.metres(to: settlement.coordinate)
    if metres <= settlement.radius { return 1 }
    if metres <= 1.6 * settlement.radius + 300 { return 0.8 }
    return metres <= 3 * settlement.radius + 1000 ? 0.4 : 0
  }

  /// Less than 1 when the candidate is known to belong to another settlement than `context`: half
  /// for a settlement of the same size, most for a smaller one that may be a part of it.
  private func rivalry(
    of context: PlaceFile.Holder, _ candidate: Candidate, at holder: PlaceFile.Holder
  ) -> Double {
    guard context.kind.isSettlement, context.kind != .city else { return 1 }
    let stated = candidate.house.map { file.house($0).place }
    let home = stated == nil || stated == PlaceFile.none ? holder.locality : stated
    guard let home, home != PlaceFile.none, home != candidate.holder else { return 1 }
    let kind = file.kind(of: home)
    guard kind.isSettlement else { return 1 }
    return kind.rawValue > context.kind.rawValue ? 0.8 : 0.5
  }

  private func outline(_ holder: PlaceFile.Holder, _ index: Int) -> Coordinate {
    file.point(holder.points.lowerBound + index)
  }

  private func metres(from point: Coordinate, to holder: PlaceFile.Holder) -> Double {
    let plane = Plane(at: point)
    let start = plane.metres(to: holder.coordinate)
    if start > holder.radius + 30_000 { return start }
    return (Array(holder.points) + holder.entrances).reduce(start) {
      min($0, plane.metres(to: file.point($1)))
    }
  }
}
