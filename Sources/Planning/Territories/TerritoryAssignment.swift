public import FieldModel
public import Quantities

/// Puts borrowers into territories that a dispatcher drew by hand.
public enum TerritoryAssignment {
  /// Gives each unit to the first territory whose outline holds it.
  ///
  /// - Returns: the territories with their borrowers, and the borrowers that lie in none.
  public static func assign(
    _ units: [TerritoryUnit], to drawn: [Territory]
  ) -> (territories: [Territory], outside: [Identifier<Borrower>]) {
    var territories = drawn
    var outside: [Identifier<Borrower>] = []
    for position in territories.indices { territories[position].borrowers = [] }
    for unit in units {
      let holder = territories.indices.first { position in
        territories[position].outline.contains {
          TerritoryOutline.contains(unit.coordinate, in: $0)
        }
      }
      guard let holder else {
        outside.append(unit.borrower)
        continue
      }
      territories[holder].borrowers.append(unit.borrower)
    }
    for position in territories.indices {
      territories[position].borrowers = Set(territories[position].borrowers).sorted()
    }
    return (territories, outside.sorted())
  }
}
