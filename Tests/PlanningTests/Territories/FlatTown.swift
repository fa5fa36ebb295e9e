import FieldModel
import Planning
import Quantities
import RouteSolver

/// A town without roads, in which travel goes as the crow flies, at 30 km/h and a third more.
struct FlatTown {
  var places: [Coordinate] = []

  /// Random places: some scattered, some crowded in villages, some at one door.
  init(seed: UInt64, count: Int) {
    var chance = SeededGenerator(seed: seed)
    func near(_ centre: Coordinate, _ reach: Int) -> Coordinate {
      Coordinate(
        latitude: centre.latitude + Int32(chance.below(2 * reach) - reach),
        longitude: centre.longitude + Int32(chance.below(2 * reach) - reach))
    }
    let middle = Coordinate(latitude: 312_000_000, longitude: 1_205_000_000)
    let villages = (0..<6).map { _ in near(middle, 1_500_000) }
    while places.count < count {
      switch chance.below(10) {
      case 0..<5: places.append(near(middle, 1_000_000))
      case 5..<8: places.append(near(chance.pick(villages), 80_000))
      case 8: places.append(near(middle, 150_000))
      default: places.append(places.isEmpty ? middle : chance.pick(places))
      }
    }
  }

  var units: [TerritoryUnit] {
    places.enumerated().map {
      TerritoryUnit(borrower: Self.borrower($0), coordinate: $1, service: .minutes(15))
    }
  }

  var matrix: TravelMatrix { Self.matrix(places) }

  static func borrower(_ number: Int) -> Identifier<Borrower> {
    Identifier("B" + String(100_000 + number))
  }

  static func matrix(_ places: [Coordinate]) -> TravelMatrix {
    let durations = places.flatMap { from in places.map { seconds(from, $0) } }
    return TravelMatrix(
      count: places.count, durations: durations, distances: durations.map { $0 * 62 })
  }

  static func seconds(_ from: Coordinate, _ to: Coordinate) -> Int32 {
    if from == to { return 0 }
    let north = Double(from.latitude - to.latitude) * 0.0111
    let east = Double(from.longitude - to.longitude) * 0.0095
    return 1 + Int32((north * north + east * east).squareRoot() * 1.33 / 8.33)
  }
}
