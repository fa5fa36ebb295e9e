import Quantities
import Testing

@testable import RoadNetwork

@Suite("Order and customisation")
struct HierarchyTests {
  private func network(_ town: RandomTown) throws -> RoadNetwork {
    try RoadNetwork(FileBytes(RoadFileBuilder.build(town.draft).bytes))
  }

  @Test("every arc costs what the quickest way between its ends costs", arguments: 41...43)
  func arcsAreQuickest(seed: Int) throws {
    let town = RandomTown(seed: UInt64(seed), side: 9, modes: [.car])
    let network = try network(town)
    let mode = try #require(network.network(for: .car))
    let search = PlainSearch(mode, network.sections)
    let hierarchy = mode.hierarchy
    #expect(hierarchy.up.count + hierarchy.down.count > mode.graph.vertices.count)
    for vertex in mode.graph.vertices.indices {
      let costs = search.costs(fromVertex: UInt32(vertex))
      for arc in hierarchy.up[hierarchy.upStarts.range(vertex)] {
        #expect(arc.cost == costs[Int(arc.other)])
      }
      for other in mode.graph.vertices.indices.dropFirst(vertex + 1) {
        let list = hierarchy.up[hierarchy.upStarts.range(vertex)]
        // Reaching a vertex from below needs an arc only where no vertex above leads there.
        if list.contains(where: { $0.other == UInt32(other) }) { continue }
        let best = bestUpDown(from: vertex, to: other, hierarchy)
        #expect(best == costs[other])
      }
    }
  }

  /// The cheapest way that goes up and then down, by trying every vertex as the highest.
  private func bestUpDown(from: Int, to: Int, _ hierarchy: ModeHierarchy) -> TravelCost {
    let count = hierarchy.upStarts.count - 1
    var up = [TravelCost](repeating: .unreachable, count: count)
    var down = up
    up[from] = .zero
    down[to] = .zero
    for vertex in 0..<count {
      for arc in hierarchy.up[hierarchy.upStarts.range(vertex)] where up[vertex] < .unreachable {
        up[Int(arc.other)] = min(up[Int(arc.other)], up[vertex] + arc.cost)
      }
      for arc in hierarchy.down[hierarchy.downStarts.range(vertex)]
      where down[vertex] < .unreachable {
        down[Int(arc.other)] = min(down[Int(arc.other)], down[vertex] + arc.cost)
      }
    }
    return (0..<count).map { up[$0] + down[$0] }.filter { $0 < .unreachable }.min()
      ?? .unreachable
  }

  @Test("a cut parts its cell in two, and counts the roads it cuts", arguments: 51...60)
  func cuts(seed: Int) {
    var chance = SeededGenerator(seed: UInt64(seed))
    var cell = RoadCell()
    let side = 7
    for row in 0..<side {
      for column in 0..<side {
        let here = UInt32(row * side + column)
        cell.places.append((Int32(column * 100 + chance.below(40)), Int32(row * 100)))
        if column + 1 < side, chance.below(5) > 0 { cell.ends.append((here, here + 1)) }
        if row + 1 < side, chance.below(5) > 0 { cell.ends.append((here, here + UInt32(side))) }
      }
    }
    cell.ends.append((3, 3))
    cell.roads = Array(0..<UInt32(cell.ends.count))
    var flow = InertialFlow(cell)
    let cut = flow.bestCut()
    let second = cut.isSecond.count { $0 }
    #expect(cut.smaller == min(second, side * side - second))
    #expect(cut.smaller >= side * side / 4)
    #expect(
      cut.roads == cell.ends.count { cut.isSecond[Int($0.from)] != cut.isSecond[Int($0.to)] })
    #expect(cut.roads <= side)
  }

  @Test("roads of two groups that share a junction lie on one line of groups upwards")
  func dissection() throws {
    let town = RandomTown(seed: 61, side: 16, modes: [.car])
    let cut = CutRoads(town.draft)
    let dissection = NestedDissection(town.draft, cut) { _ in true }
    #expect(dissection.group.allSatisfy { Int($0) < dissection.isCell.count })
    // Of the roads at a junction, those in cells are all in one.
    for junction in 0..<cut.node.count {
      let groups = Set(cut.leaving(junction).map { dissection.group[Int($0 >> 1)] })
      #expect(groups.count { dissection.isCell[Int($0)] } <= 1)
    }
    #expect(dissection.isCell.contains(true) && dissection.isCell.contains(false))
  }

  @Test("packed numbers come back, and what is cut off or too long is not sound")
  func numbers() {
    let signed = [0, -1, 1, 63, -64, 64, 127, 128, -300, 1 << 40, -(1 << 61)]
    var writer = NumberWriter()
    for number in signed { writer.addSigned(number) }
    let bytes = writer.bytes
    reading(bytes) { reader in
      for number in signed { #expect(reader.nextSigned() == number) }
      #expect(reader.isSound && reader.rest == 0)
      #expect(reader.next() == 0)
      #expect(!reader.isSound)
    }
    reading([0x80, 0x80]) { reader in
      #expect(reader.next() == 0)
      #expect(!reader.isSound)
    }
    reading([UInt8](repeating: 0xFF, count: 30)) { reader in
      _ = reader.next()
      #expect(!reader.isSound)
    }
  }

  private func reading(_ bytes: [UInt8], _ body: (inout NumberReader) -> Void) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var reader = unsafe NumberReader(FileArray(base: buffer.baseAddress, count: buffer.count))
      body(&reader)
    }
  }
}
