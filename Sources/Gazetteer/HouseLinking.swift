import Quantities

/// Gives every house to the street, compound or village that its address names, the nearest of
/// that name; where the map has none near by, a holder is made from the houses themselves.
struct HouseLinking {
  private let draft: PlaceDraft
  private(set) var holders: [HolderDraft] = []
  private(set) var houses: [HouseDraft] = []
  private var byKey: [UInt64: [Int]] = [:]

  init(_ draft: PlaceDraft) {
    self.draft = draft
    for place in draft.places where Self.hasName(place.names) { add(HolderDraft(place)) }
    for street in draft.streets where Self.hasName(street.names) {
      if let holder = HolderDraft(street) { add(holder) }
    }
    houses = draft.houses.map {
      HouseDraft(
        text: $0.number, number: HouseNumber(mapText: $0.number), coordinate: $0.coordinate)
    }
  }

  private static func hasName(_ names: [PlaceDraft.Name]) -> Bool {
    names.contains { !NameToken.tokens(of: $0.text).isEmpty }
  }

  @discardableResult
  private mutating func add(_ holder: HolderDraft) -> Int {
    let index = holders.count
    for name in holder.names {
      let tokens = NameToken.tokens(of: name.text)
      guard !tokens.isEmpty else { continue }
      for entry in NameKeys(tokens: tokens, kind: holder.kind).entries
      where byKey[entry.hash]?.last != index {
        byKey[entry.hash, default: []].append(index)
      }
    }
    holders.append(holder)
    return index
  }

  private static func key(_ text: String) -> UInt64? {
    let tokens = NameToken.tokens(of: text)
    return tokens.isEmpty ? nil : NameKey.of(tokens, canonical: true)
  }

  /// `Apse Heath` of `Apse Heath, Sandown`.
  private static func firstName(_ text: String) -> String {
    String(text.split { ",，;".contains($0) }.first ?? "")
  }

  private func nearest(
    to coordinate: Coordinate, key: UInt64, where fits: (HolderDraft) -> Double?
  ) -> Int? {
    let plane = Plane(at: coordinate)
    var best: (metres: Double, index: Int)?
    for index in byKey[key] ?? [] {
      guard let reach = fits(holders[index]) else { continue }
      guard plane.metres(to: holders[index].coordinate) < reach + 20_000 else { continue }
      let metres = holders[index].metres(from: plane)
      if metres <= reach, metres < best?.metres ?? .infinity { best = (metres, index) }
    }
    return best?.index
  }

  /// The settlement that each house says it is in.
  mutating func linkPlaces() {
    var unknown: [(key: UInt64, houses: [Int])] = []
    var groups: [UInt64: Int] = [:]
    for (index, house) in draft.houses.enumerated() {
      guard let key = Self.key(Self.firstName(house.place)) else { continue }
      let place = nearest(to: house.coordinate, key: key) { holder in
        holder.kind.isSettlement || holder.kind == .district ? 3 * holder.radius + 3000 : nil
      }
      if let place {
        houses[index].place = place
      } else if isCompound(key, at: house.coordinate) {
        continue
      } else if let group = groups[key] {
        unknown[group].houses.append(index)
      } else {
        groups[key] = unknown.count
        unknown.append((key, [index]))
      }
    }
    for group in unknown { addPlace(around: group.houses) }
  }

  /// Whether `key` names a compound or landmark around the house: what it belongs to, not where
  /// that lies.
  private func isCompound(_ key: UInt64, at coordinate: Coordinate) -> Bool {
    nearest(to: coordinate, key: key) { holder in
      holder.kind == .compound || holder.kind == .landmark ? holder.radius + 500 : nil
    } != nil
  }

  private mutating func addPlace(around group: [Int]) {
    let names = [PlaceDraft.Name(text: Self.firstName(draft.houses[group[0]].place))]
    var holder = HolderDraft(
      kind: .neighbourhood, names: names, around: group.map { draft.houses[$0].coordinate })
    if holder.radius > 5000 { holder.kind = .district }
    let place = add(holder)
    for index in group { houses[index].place = place }
  }

  /// The postcode of each house.
  mutating func linkPostcodes() {
    var groups: [UInt64: Int] = [:]
    var members: [[Int]] = []
    for (index, house) in draft.houses.enumerated() {
      guard let key = Self.key(house.postcode) else { continue }
      if groups[key] == nil {
        groups[key] = members.count
        members.append([])
      }
      if let group = groups[key] { members[group].append(index) }
    }
    for group in members { linkPostcode(of: group) }
  }

  private mutating func linkPostcode(of group: [Int]) {
    let text = draft.houses[group[0]].postcode
    let known = Self.key(text).flatMap { key in
      byKey[key]?.first { holders[$0].kind == .postcode }
    }
    let postcode =
      known
      ?? add(
        HolderDraft(
          kind: .postcode, names: [PlaceDraft.Name(text: text)],
          around: group.map { draft.houses[$0].coordinate }))
    holders[postcode].houses = group
    for index in group { houses[index].postcode = postcode }
  }

  /// The street, compound or village whose number each house is.
  mutating func linkStreets() {
    var made: [UInt64: [Int]] = [:]
    var members: [(name: String, houses: [Int])] = []
    for (index, house) in draft.houses.enumerated() {
      let place = houses[index].place
      guard let key = Self.key(house.street) ?? (place == nil ? Self.key(house.place) : nil) else {
        houses[index].holder = place ?? settlement(around: house.coordinate)
        continue
      }
      let holder = nearest(to: house.coordinate, key: key) { holder in
        switch holder.kind {
        case .street: 1500
        case .postcode: nil
        case .compound, .landmark: holder.radius + 500
        default: 2 * holder.radius + 1000
        }
      }
      if let holder {
        houses[index].holder = holder
        continue
      }
      let plane = Plane(at: house.coordinate)
      let group = made[key]?.first {
        plane.metres(to: draft.houses[members[$0].houses[0]].coordinate) < 2000
      }
      if let group {
        members[group].houses.append(index)
      } else {
        made[key, default: []].append(members.count)
        members.append((house.street.isEmpty ? house.place : house.street, [index]))
      }
    }
    for member in members { addStreet(member.name, around: member.houses) }
    for index in houses.indices {
      if let holder = houses[index].holder { holders[holder].houses.append(index) }
    }
  }

  private mutating func addStreet(_ name: String, around group: [Int]) {
    let coordinates = group.map { draft.houses[$0].coordinate }
    let tokens = NameToken.tokens(of: name)
    let kind: PlaceKind =
      switch Vocabulary.suffix(endingAt: tokens.count, in: tokens, from: 0)?.kind {
      case .compound: .compound
      case .village: .village
      default: .street
      }
    var holder = HolderDraft(kind: kind, names: [PlaceDraft.Name(text: name)], around: coordinates)
    if kind == .street {
      let step = max(1, (coordinates.count + 31) / 32)
      holder.points = stride(from: 0, to: coordinates.count, by: step).map { coordinates[$0] }
    }
    let index = add(holder)
    for house in group { houses[house].holder = index }
  }

  /// The smallest settlement that a house without an address stands in.
  private func settlement(around coordinate: Coordinate) -> Int? {
    let plane = Plane(at: coordinate)
    var best: (radius: Double, index: Int)?
    for (index, holder) in holders.enumerated()
    where holder.kind.isSettlement && holder.radius < best?.radius ?? .infinity {
      if plane.metres(to: holder.coordinate) <= holder.radius { best = (holder.radius, index) }
    }
    return best?.index
  }
}
