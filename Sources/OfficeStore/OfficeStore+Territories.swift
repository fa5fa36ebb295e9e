public import FieldModel
import GRDB
import Quantities

extension OfficeStore: TerritoryRepository {
  /// Every territory, in order of id.
  public func listTerritories() throws -> [Territory] {
    try read { database in
      var borrowers: [String: [Identifier<Borrower>]] = [:]
      for row in try Row.fetchAll(
        database, sql: "SELECT * FROM territory_borrower ORDER BY borrower_number")
      {
        borrowers[try row.text("territory_id"), default: []].append(
          try row.identifier("borrower_number"))
      }
      return try Row.fetchAll(database, sql: "SELECT * FROM territory ORDER BY territory_id")
        .map { row in
          var territory = Territory(
            id: try row.identifier("territory_id"), name: try row.text("name"),
            borrowers: borrowers[try row.text("territory_id")] ?? [],
            outline: try row.read("outline") { StoredOutline.rings($0) })
          territory.isLocked = try row.value("is_locked")
          territory.crew = try row.findIdentifier("crew")
          territory.workload = try row.seconds("workload")
          return territory
        }
    }
  }

  /// Replaces all territories.
  public func replaceTerritories(_ territories: [Territory]) throws {
    try write { database in
      try database.execute(sql: "DELETE FROM territory")
      for territory in territories {
        try database.insert(
          into: "territory",
          [
            "territory_id": territory.id.text, "name": territory.name,
            "outline": StoredOutline.text(territory.outline), "is_locked": territory.isLocked,
            "crew": territory.crew?.text, "workload": territory.workload.value,
          ])
        for borrower in territory.borrowers {
          try database.insert(
            into: "territory_borrower",
            ["borrower_number": borrower.text, "territory_id": territory.id.text])
        }
      }
    }
  }
}
