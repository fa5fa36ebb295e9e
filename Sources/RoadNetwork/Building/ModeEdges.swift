import Quantities

/// What one travel mode may use: every directed road with its duration.
struct ModeEdges {
  /// Hundredths of a second along each directed road; 0 where the mode may not go.
  var duration: [UInt32]
  /// Whether the road is only for reaching something on it.
  var endsOnly: [Bool]

  /// The roads that `mode` may use in a draft.
  init(_ draft: RoadDraft, _ cut: CutRoads, mode: TravelMode) {
    let signal = Double(draft.turnCosts[mode]?.signal ?? 0)
    duration = [UInt32](repeating: 0, count: cut.roads.count * 2)
    endsOnly = [Bool](repeating: false, count: cut.roads.count * 2)
    for (index, way) in draft.ways.enumerated() {
      let roads = cut.firstRoad[index]..<cut.firstRoad[index + 1]
      let wayLength = roads.reduce(0.0) { $0 + Double(cut.roads[$1].length) }
      for (direction, permissions) in [way.forward, way.backward].enumerated() {
        guard let permission = permissions[mode] else { continue }
        for road in roads {
          let length = Double(cut.roads[road].length)
          var hundredths = Double(cut.roads[road].signals) * signal
          if let whole = way.duration {
            hundredths += Double(whole.value) * 100 * length / wayLength
          } else {
            // Decimetres over tenths of a km/h, in hundredths of a second.
            hundredths += length * 360 / Double(permission.speed)
          }
          let bounded = min(max(1, hundredths.rounded()), Double(TravelCost.longestDuration))
          duration[road * 2 + direction] = UInt32(bounded)
          endsOnly[road * 2 + direction] = permission.endsOnly
        }
      }
    }
  }

  /// Whether the mode may use a directed road.
  func isOpen(_ edge: UInt32) -> Bool { duration[Int(edge)] > 0 }
}
