public import Quantities
public import RoadNetwork
public import RouteSolver

extension RoadNetwork {
  /// Travel by `mode` between every ordered pair of `places`, on the roads.
  ///
  /// A place with no road of that mode within reach is unreachable from everywhere but itself.
  public func travelMatrix(between places: [Coordinate], mode: TravelMode) -> TravelMatrix {
    let positions = places.map { nearest($0, mode: mode) }
    let snapped = positions.indices.filter { positions[$0] != nil }
    let table = table(
      sources: positions.compactMap { $0 }, targets: positions.compactMap { $0 }, mode: mode)
    let count = places.count
    var durations = [Int32](repeating: TravelMatrix.unreachable, count: count * count)
    var distances = [Int32](repeating: 0, count: count * count)
    for (row, from) in snapped.enumerated() {
      for (column, to) in snapped.enumerated() {
        guard let duration = table.duration(from: row, to: column),
          let distance = table.distance(from: row, to: column)
        else { continue }
        durations[from * count + to] = duration.value
        distances[from * count + to] = distance.decimetres
      }
    }
    for place in 0..<count { durations[place * count + place] = 0 }
    return TravelMatrix(count: count, durations: durations, distances: distances)
  }
}
