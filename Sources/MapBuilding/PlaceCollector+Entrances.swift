import Gazetteer
import Quantities

extension PlaceCollector {
  private static let mostEntrances = 32
  /// How far a gate may stand from the outline that it opens, in metres.
  private static let gateReach = 25.0

  /// Finds where one enters compounds: gates on or near their outline; where the map has none, the
  /// nodes in which roads cross it.
  mutating func addEntrances() {
    addGates()
    let roadNodes = roadNodes()
    for entry in compounds.entries where draft.places[entry.place].entrances.isEmpty {
      var crossings: [Coordinate] = []
      for node in entry.nodes.dropLast() where node != MapExtract.missingNode {
        if roadNodes[Int(node)], crossings.count < Self.mostEntrances {
          crossings.append(extract.coordinates[Int(node)])
        }
      }
      draft.places[entry.place].entrances = crossings
    }
  }

  private mutating func addGates() {
    for index in 0..<extract.taggedNodeCount {
      let node = extract.taggedNode(index)
      guard Self.isGate(node.tags) else { continue }
      for candidate in compounds.candidates(near: node.coordinate) {
        let entry = compounds.entries[candidate]
        if draft.places[entry.place].entrances.count < Self.mostEntrances,
          entry.outline.metres(to: node.coordinate) <= Self.gateReach
        {
          draft.places[entry.place].entrances.append(node.coordinate)
        }
      }
    }
  }

  private static func isGate(_ tags: Tags) -> Bool {
    tags.has(
      .barrier, "gate", "lift_gate", "swing_gate", "sliding_gate", "wicket_gate", "entrance")
      || tags.has(.entrance, "main", "yes", "gate", "service")
  }

  /// Which nodes lie on a road.
  private func roadNodes() -> [Bool] {
    var isRoad = Array(repeating: false, count: extract.nodeCount)
    for position in 0..<extract.wayCount {
      let way = extract.way(position)
      guard way.tags[.highway] != nil else { continue }
      for node in way.nodes where node != MapExtract.missingNode { isRoad[Int(node)] = true }
    }
    return isRoad
  }
}
