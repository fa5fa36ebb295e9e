import Quantities

extension TownSite {
  /// The four ways to leave a crossing, counter-clockwise.
  private enum Heading: Int, CaseIterable {
    case east = 0
    case north, west, south

    var left: Heading { Heading(rawValue: (rawValue + 1) % 4) ?? self }
    var back: Heading { Heading(rawValue: (rawValue + 2) % 4) ?? self }
  }

  /// Forbids some left turns and turns back where avenues meet inside the ring.
  ///
  /// A forbidden left turn can be driven round: on through the crossing and round the next block.
  mutating func drawTurnRules() {
    guard rows > 4, columns > 4 else { return }
    for row in 1..<rows - 1 where isAvenue(row: row) && !isRiverside(row) {
      for column in 1..<columns - 1 where isAvenue(column: column) {
        guard let heading = Heading(rawValue: chance.below(4)) else { continue }
        switch chance.below(6) {
        case 0, 1: forbid("no_left_turn", row, column, heading, heading.left)
        case 2: forbid("no_u_turn", row, column, heading, heading.back)
        default: break
        }
      }
    }
  }

  /// Adds a rule for whoever comes with `heading` and would go on to `exit`.
  private mutating func forbid(
    _ rule: String, _ row: Int, _ column: Int, _ heading: Heading, _ exit: Heading
  ) {
    let from = way(row, column, heading.back)
    let to = way(row, column, exit)
    guard from > 0, to > 0 else { return }
    let via = Int64(crossings[index(row, column)]) + 1
    builder.relation(
      [
        MapExtract.Member(entity: .way, id: from, role: "from"),
        MapExtract.Member(entity: .node, id: via, role: "via"),
        MapExtract.Member(entity: .way, id: to, role: "to"),
      ],
      [("type", "restriction"), ("restriction", rule)])
  }

  /// The way that leaves a crossing in a direction; 0 where there is none.
  private func way(_ row: Int, _ column: Int, _ heading: Heading) -> Int64 {
    switch heading {
    case .east: eastward[index(row, column)].way
    case .north: northward[index(row, column)].way
    case .west: eastward[index(row, column - 1)].way
    case .south: northward[index(row - 1, column)].way
    }
  }
}
