import Quantities

/// Makes areas out of relations: outer rings, each with the holes that lie in it.
struct AreaAssembler {
  private let extract: MapExtract
  private let ways: [Int64: Int]

  init(_ extract: MapExtract, _ ways: [Int64: Int]) {
    self.extract = extract
    self.ways = ways
  }

  /// Areas as rings of node positions, the outer ring first; and whether something did not close.
  func areas(of relation: MapExtract.Relation) -> (areas: [[[UInt32]]], hasOpenRing: Bool) {
    let outer = RingAssembler.join(lines(relation) { $0 != "inner" })
    let inner = RingAssembler.join(lines(relation) { $0 == "inner" })
    var areas = outer.rings.map { [$0] }
    let outlines = outer.rings.map { Outline($0.map { extract.coordinates[Int($0)] }) }
    for hole in inner.rings {
      let point = extract.coordinates[Int(hole[0])]
      if let home = outlines.firstIndex(where: { $0.contains(point) }) { areas[home].append(hole) }
    }
    return (areas, !outer.lines.isEmpty)
  }

  private func lines(
    _ relation: MapExtract.Relation, where isWanted: (String) -> Bool
  ) -> [[UInt32]] {
    relation.members.compactMap { member in
      guard member.entity == .way, isWanted(member.role), let position = ways[member.id] else {
        return nil
      }
      return extract.way(position).nodes.filter { $0 != MapExtract.missingNode }
    }
  }
}
