import Quantities

/// Finds a house number among the houses of one holder.
struct HouseSearch {
  let file: PlaceFile

  /// What is known of a number.
  enum Finding {
    /// The houses of exactly this number.
    case exact([Int])
    /// Between two known numbers, or beside one; `credit` says how much that is worth.
    case between(Coordinate, credit: Double, radius: Double)
    case missing
  }

  private static let mostAlike = 8
  private static let widestGap: UInt32 = 40

  /// Looks for `number` in `houses`, which are in the order of their numbers.
  func find(_ number: HouseNumber, in houses: Range<Int>) -> Finding {
    let start = first(notBelow: number.base, in: houses)
    var exact: [Int] = []
    var sameBase: [Int] = []
    var index = start
    while index < houses.upperBound, file.houseBase(index) == number.base, index < start + 200 {
      if file.house(index).number.suffix == number.suffix {
        exact.append(index)
      } else {
        sameBase.append(index)
      }
      index += 1
    }
    if !exact.isEmpty { return .exact(Array(exact.prefix(Self.mostAlike))) }
    guard number.base != HouseNumber.named else { return .missing }
    if let spanning = spanning(number, before: start, in: houses) { return .exact([spanning]) }
    if let near = sameBase.first {
      return .between(file.house(near).coordinate, credit: 0.8, radius: 50)
    }
    return neighbours(of: number.base, at: start, in: houses)
  }

  /// The houses of exactly `number` among those of a postcode.
  func find(_ number: HouseNumber, inPostcode range: Range<Int>) -> Finding {
    let houses = range.prefix(500).map { Int(file.word(.postcodeHouses, $0)) }
    let exact = houses.filter { file.house($0).number == number }
    return exact.isEmpty ? .missing : .exact(Array(exact.prefix(Self.mostAlike)))
  }

  private func first(notBelow base: UInt32, in houses: Range<Int>) -> Int {
    var low = houses.lowerBound
    var high = houses.upperBound
    while low < high {
      let middle = (low + high) / 2
      if file.houseBase(middle) < base { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A house written as a range, such as `14-18`, that holds the number.
  private func spanning(_ number: HouseNumber, before start: Int, in houses: Range<Int>) -> Int? {
    guard number.suffix.isEmpty else { return nil }
    for index in (max(houses.lowerBound, start - 20)..<start).reversed() {
      let house = file.house(index).number
      guard let end = house.rangeEnd, house.base <= number.base, number.base <= end else {
        continue
      }
      if (number.base - house.base) % 2 == 0 { return index }
    }
    return nil
  }

  /// Interpolates between the next lower and the next higher number, on the same side of the
  /// street where both sides have numbers.
  private func neighbours(of base: UInt32, at start: Int, in houses: Range<Int>) -> Finding {
    let above = start..<min(houses.upperBound, start + 60)
    let below = max(houses.lowerBound, start - 60)..<start
    func usable(_ index: Int, sameSide: Bool) -> Bool {
      let other = file.houseBase(index)
      guard other != HouseNumber.named else { return false }
      let gap = other > base ? other - base : base - other
      return gap <= Self.widestGap && (!sameSide || gap % 2 == 0)
    }
    for sameSide in [true, false] {
      let low = below.last { usable($0, sameSide: sameSide) }
      let high = above.first { usable($0, sameSide: sameSide) }
      guard let low, let high else { continue }
      return interpolate(base, from: low, to: high)
    }
    let nearest =
      below.last { usable($0, sameSide: false) } ?? above.first { usable($0, sameSide: false) }
    guard let nearest else { return .missing }
    return .between(file.house(nearest).coordinate, credit: 0.4, radius: 200)
  }

  private func interpolate(_ base: UInt32, from low: Int, to high: Int) -> Finding {
    let left = file.house(low)
    let right = file.house(high)
    guard left.number.base < base, base < right.number.base else { return .missing }
    let share =
      Double(base - left.number.base) / Double(right.number.base - left.number.base)
    func part(_ from: Int32, _ to: Int32) -> Int32 {
      from + Int32(((Double(to) - Double(from)) * share).rounded())
    }
    let place = Coordinate(
      latitude: part(left.coordinate.latitude, right.coordinate.latitude),
      longitude: part(left.coordinate.longitude, right.coordinate.longitude))
    let width = Plane(at: left.coordinate).metres(to: right.coordinate)
    guard width < 1000 else { return .between(place, credit: 0.3, radius: width) }
    return .between(place, credit: 0.6, radius: max(30, width / 2))
  }
}
