import Quantities
import RoadNetwork

extension RoadCollector {
  /// More members than any real turn rule has.
  private static let mostMembers = 64

  mutating func addRestrictions() {
    for position in 0..<extract.relationCount {
      let relation = extract.relation(position)
      guard relation.tags.has(.type, "restriction") else { continue }
      guard relation.members.count <= Self.mostMembers else {
        tally.add(.longRelation)
        continue
      }
      let finding = RestrictionRule.finding(relation.tags, profiles: profiles)
      if finding.hasUnreadCondition { tally.add(.conditionalRestriction) }
      if finding.hasUnknownKind { tally.add(.unknownRestriction) }
      if !finding.rules.isEmpty { addRestrictions(relation, finding.rules) }
    }
  }

  private mutating func addRestrictions(
    _ relation: MapExtract.Relation, _ rules: [RestrictionRule]
  ) {
    guard let via = via(relation) else { return tally.add(.brokenRestriction) }
    let entries = ends(relation, "from", at: via)
    let exits = ends(relation, "to", at: via)
    if entries.isEmpty || exits.isEmpty { tally.add(.brokenRestriction) }
    for from in entries {
      for to in exits {
        for rule in rules {
          draft.restrictions.append(
            RoadDraft.Restriction(
              from: from, via: via, to: to, isMandatory: rule.isMandatory,
              modes: Set(rule.modes), hours: rule.hours))
        }
      }
    }
  }

  private func via(_ relation: MapExtract.Relation) -> RoadDraft.Restriction.Via? {
    let members = relation.members.filter { $0.role == "via" }
    if members.count == 1, members[0].entity == .node {
      guard let position = extract.nodePosition(members[0].id) else { return nil }
      let number = numbers[Int(position)]
      return number == MapExtract.missingNode ? nil : .node(number)
    }
    var ways: [UInt32] = []
    for member in members {
      // A via way that was cut at a gap leads nowhere.
      guard member.entity == .way, let range = pieces[member.id], range.count == 1 else {
        return nil
      }
      ways.append(range.lowerBound)
    }
    return ways.isEmpty ? nil : .ways(ways)
  }

  /// The draft's ways that a role names: of a way in pieces those that touch the turn.
  private func ends(
    _ relation: MapExtract.Relation, _ role: String, at via: RoadDraft.Restriction.Via
  ) -> [UInt32] {
    relation.members.filter { $0.role == role && $0.entity == .way }.flatMap { member in
      (pieces[member.id] ?? 0..<0).filter { touches($0, via) }
    }
  }

  private func touches(_ way: UInt32, _ via: RoadDraft.Restriction.Via) -> Bool {
    let nodes = draft.ways[Int(way)].nodes
    switch via {
    case .node(let node):
      return nodes.contains(node)
    case .ways(let ways):
      let others = ways.flatMap { draft.ways[Int($0)].nodes }
      return [nodes.first, nodes.last].contains { end in end.map(others.contains) ?? false }
        || others.contains { nodes.contains($0) }
    }
  }
}
