import Quantities
import RoadNetwork

/// The roads of a draft for one mode as a plain directed graph of nodes, turn rules left aside.
struct DraftGraph {
  private let next: [[UInt32]]
  private let previous: [[UInt32]]
  private let neighbours: [Set<UInt32>]

  init(_ draft: RoadDraft, mode: TravelMode) {
    var next = Array(repeating: [UInt32](), count: draft.nodes.count)
    var previous = next
    var around = Array(repeating: Set<UInt32>(), count: draft.nodes.count)
    func link(_ first: UInt32, _ second: UInt32) {
      next[Int(first)].append(second)
      previous[Int(second)].append(first)
    }
    for way in draft.ways where way.forward[mode] != nil || way.backward[mode] != nil {
      for (first, second) in zip(way.nodes, way.nodes.dropFirst()) {
        around[Int(first)].insert(second)
        around[Int(second)].insert(first)
        if way.forward[mode] != nil { link(first, second) }
        if way.backward[mode] != nil { link(second, first) }
      }
    }
    self.next = next
    self.previous = previous
    neighbours = around
  }

  /// Nodes from which more than two roads lead.
  var junctionCount: Int { neighbours.count { $0.count > 2 } }

  /// Whether every node on a road can reach every other.
  var isStronglyConnected: Bool {
    let used = neighbours.indices.filter { !neighbours[$0].isEmpty }
    guard let start = used.first else { return false }
    let forward = reached(from: start, over: next)
    let backward = reached(from: start, over: previous)
    return used.allSatisfy { forward[$0] && backward[$0] }
  }

  private func reached(from start: Int, over links: [[UInt32]]) -> [Bool] {
    var isReached = Array(repeating: false, count: links.count)
    var open = [start]
    isReached[start] = true
    while let node = open.popLast() {
      for other in links[node] where !isReached[Int(other)] {
        isReached[Int(other)] = true
        open.append(Int(other))
      }
    }
    return isReached
  }
}
