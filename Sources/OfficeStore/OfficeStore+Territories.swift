public import FieldModel
import GRDB
import Quantities

extension OfficeStore: TerritoryRepository {
  public func listTerritories() throws -> [Territory] {
    try read { database in
      var borrowers: [String: [Identifier<Borrower>]] = [:]
      for row in try Row.fetchAll(
        database, sql: "SELECT * FROM territory_borrower ORDER BY borrower_number")
      {
        borrowers[row.text("territory_id"), default: []].append(row.identifier("borrower_number"))
      }
      return try Row.fetchAll(database, sql: "SELECT * FROM territory ORDER BY territory_id")
        .map { row in
          var territory = Territory(
            id: row.identifier("territory_id"), name: row.text("name"),
            borrowers: borrowers[row.text("territory_id")] ?? [],
            outline: try row.read("outline") { StoredOutline.rings($0) })
          territory.isLocked = row["is_locked"]
          territory.crew = row.findIdentifier("crew")
          territory.workload = row.seconds("workload")
          return territory
        }
    }
  }

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

/// Rings of coordinates as text: `lat lon,lat lon;…` in 1e-7 degree.
private enum StoredOutline {
  static func text(_ rings: [[Coordinate]]) -> String {
    rings.map { ring in
      ring.map { "\($0.latitude) \($0.longitude)" }.joined(separator: ",")
    }.joined(separator: ";")
  }

  static func rings(_ text: String) -> [[Coordinate]]? {
    var rings: [[Coordinate]] = []
    for ring in text.split(separator: ";") {
      var corners: [Coordinate] = []
      for corner in ring.split(separator: ",") {
        let numbers = corner.split(separator: " ").compactMap { Int32($0) }
        guard numbers.count == 2 else { return nil }
        corners.append(Coordinate(latitude: numbers[0], longitude: numbers[1]))
      }
      rings.append(corners)
    }
    return rings
  }
}
