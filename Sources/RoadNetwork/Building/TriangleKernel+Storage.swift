/// Visits every triangle of an ``UpwardTopology``: a vertex and two higher neighbours of it.
///
/// For the middle one of the three, `place` tells where its arcs to higher vertices lie, so that a
/// triangle costs one look-up. Bench: "customise, Porto".
@safe
struct TriangleKernel {
  private let topology: UpwardTopology
  /// Where the arc from the vertex at hand to each higher one lies; only its own are read.
  private var place: [UInt32]
  /// The arc of each vertex whose head comes next: heads are met in their order, or against it.
  private var next: [UInt32]

  /// A kernel for one topology.
  init(_ topology: UpwardTopology) {
    self.topology = topology
    place = [UInt32](repeating: 0, count: topology.vertexCount)
    next = place
  }

  /// Brings every arc down to the cheapest way through lower vertices, lowest triangles first.
  mutating func relaxUpwards(_ costs: inout [TravelCost], _ middles: inout [UInt32]) {
    precondition(costs.count == topology.head.count * 2 && middles.count == costs.count)
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      unsafe middles.withUnsafeMutableBufferPointer { middles in
        next = Array(topology.first.dropLast())
        for vertex in 0..<topology.vertexCount {
          eachTriangle(vertex, step: 1) { low, first, second, third in
            // SAFETY: arcs of the topology, and there are two costs and middles for each.
            let down = unsafe costs[first * 2 + 1].packed
            let up = unsafe costs[first * 2].packed
            let through = unsafe TravelCost(packed: down &+ costs[second * 2].packed)
            if unsafe through < costs[third * 2] {
              unsafe costs[third * 2] = through
              unsafe middles[third * 2] = low
            }
            let back = unsafe TravelCost(packed: up &+ costs[second * 2 + 1].packed)
            if unsafe back < costs[third * 2 + 1] {
              unsafe costs[third * 2 + 1] = back
              unsafe middles[third * 2 + 1] = low
            }
          }
        }
      }
    }
  }

  /// Marks arcs that a way through a higher vertex betters, highest triangles first.
  mutating func dropDownwards(
    _ costs: inout [TravelCost], _ middles: inout [UInt32], dropped: UInt32
  ) {
    precondition(costs.count == topology.head.count * 2 && middles.count == costs.count)
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      unsafe middles.withUnsafeMutableBufferPointer { middles in
        next = topology.first.dropFirst().map { $0 &- 1 }
        for vertex in (0..<topology.vertexCount).reversed() {
          eachTriangle(vertex, step: .max) { _, first, second, third in
            // SAFETY: as in `relaxUpwards`.
            unsafe Self.better(costs, middles, second * 2, first * 2, third * 2, dropped)
            unsafe Self.better(
              costs, middles, second * 2 + 1, third * 2 + 1, first * 2 + 1, dropped)
            unsafe Self.better(costs, middles, first * 2, second * 2, third * 2 + 1, dropped)
            unsafe Self.better(
              costs, middles, first * 2 + 1, third * 2, second * 2 + 1, dropped)
          }
        }
      }
    }
  }

  /// Drops the arc at `place` if going along the two others is cheaper.
  @inline(__always)
  private static func better(
    _ costs: UnsafeMutableBufferPointer<TravelCost>, _ middles: UnsafeMutableBufferPointer<UInt32>,
    _ place: Int, _ one: Int, _ other: Int, _ dropped: UInt32
  ) {
    let through = unsafe TravelCost(packed: costs[one].packed &+ costs[other].packed)
    if unsafe through < costs[place] {
      unsafe costs[place] = through
      unsafe middles[place] = dropped
    }
  }

  /// Visits the triangles in which `vertex` is neither the lowest nor the highest: `first` leads from
  /// the lowest to `vertex`, `second` from the lowest to the highest, `third` from `vertex` to it.
  ///
  /// Vertices must come in ascending order with a `step` of 1, or in descending order with one of −1
  /// (`.max`), so that the arcs of each lowest one come in turn.
  @inline(__always)
  private mutating func eachTriangle(
    _ vertex: Int, step: UInt32,
    _ body: (_ low: UInt32, _ first: Int, _ second: Int, _ third: Int) -> Void
  ) {
    unsafe topology.head.withUnsafeBufferPointer { head in
      unsafe place.withUnsafeMutableBufferPointer { place in
        // SAFETY: heads are vertices, and `place` has one entry for each.
        for arc in topology.first.range(vertex) {
          unsafe place[Int(head[arc])] = UInt32(truncatingIfNeeded: arc)
        }
        for position in topology.firstLower.range(vertex) {
          let low = topology.lower[position]
          let first = Int(next[Int(low)])
          next[Int(low)] &+= step
          let end = Int(topology.first[Int(low) + 1])
          var second = first + 1
          while second < end {
            // SAFETY: the highest is a neighbour of `vertex` too, as both are of the lowest.
            unsafe body(low, first, second, Int(place[Int(head[second])]))
            second += 1
          }
        }
      }
    }
  }
}
