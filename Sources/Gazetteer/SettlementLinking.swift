import Quantities

/// Tells every holder the settlement and the district it belongs to.
enum SettlementLinking {
  static func link(_ holders: inout [HolderDraft], houses: [HouseDraft]) {
    let small = Grid(holders) { $0.kind.isSettlement && $0.radius <= 4000 }
    let large = holders.indices.filter {
      (holders[$0].kind.isSettlement && holders[$0].radius > 4000) || holders[$0].kind == .district
    }
    for index in holders.indices {
      let holder = holders[index]
      let plane = Plane(at: holder.coordinate)
      let near = small.members(around: holder.coordinate) + large
      if !holder.kind.isSettlement, holder.kind != .district {
        holders[index].locality =
          settlementOfHouses(of: holder, in: houses)
          ?? closest(near, to: plane, in: holders, reach: 1.5) { $0.kind.isSettlement }
      }
      let locality = holders[index].locality
      holders[index].district = closest(near, to: plane, in: holders, reach: 2) { other in
        [.city, .town, .district].contains(other.kind) && other.radius > holder.radius
      }
      if holders[index].district == locality { holders[index].district = nil }
    }
  }

  /// The settlement that most houses of `holder` say they are in.
  private static func settlementOfHouses(of holder: HolderDraft, in houses: [HouseDraft]) -> Int? {
    var counts: [Int: Int] = [:]
    for house in holder.houses {
      if let place = houses[house].place { counts[place, default: 0] += 1 }
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// The fitting candidate that lies closest, measured in its own radius.
  private static func closest(
    _ candidates: [Int], to plane: Plane, in holders: [HolderDraft], reach: Double,
    where fits: (HolderDraft) -> Bool
  ) -> Int? {
    var best: (share: Double, index: Int)?
    for index in candidates where fits(holders[index]) {
      let share = plane.metres(to: holders[index].coordinate) / holders[index].radius
      if share <= reach, share < best?.share ?? .infinity { best = (share, index) }
    }
    return best?.index
  }

  /// Holders by squares of 0.08 degree, wide enough that one square's neighbours hold every place
  /// whose reach touches it.
  private struct Grid {
    private var squares: [UInt64: [Int]] = [:]

    init(_ holders: [HolderDraft], where fits: (HolderDraft) -> Bool) {
      for index in holders.indices where fits(holders[index]) {
        squares[Self.square(holders[index].coordinate, 0, 0), default: []].append(index)
      }
    }

    func members(around coordinate: Coordinate) -> [Int] {
      var members: [Int] = []
      for north in -1...1 {
        for east in -1...1 {
          members += squares[Self.square(coordinate, north, east)] ?? []
        }
      }
      return members
    }

    private static func square(_ coordinate: Coordinate, _ north: Int, _ east: Int) -> UInt64 {
      let row = (Int(coordinate.latitude) + 900_000_000) / 800_000 + north + 1
      let column = (Int(coordinate.longitude) + 1_800_000_000) / 800_000 + east + 1
      return UInt64(truncatingIfNeeded: row) << 32 | UInt64(UInt32(truncatingIfNeeded: column))
    }
  }
}
