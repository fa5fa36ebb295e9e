import Quantities
import RouteSolver

/// Reads the text of Solomon's instances, and of Gehring and Homberger's, in tenths.
enum SolomonReader {
  static func read(_ bytes: [UInt8], name: String) throws(RoutingFileError) -> RoutingFile {
    let rows = try TextRows.rows(of: bytes).filter { row in
      row.words.allSatisfy { word in
        word.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
      }
    }
    guard let head = rows.first else { throw RoutingFileError(.missing, field: "VEHICLE") }
    let fleet = try head.integer(0, "NUMBER")
    guard (1...RoutingFileLimits.vehicles).contains(fleet) else {
      throw RoutingFileError(.outOfRange, head.place, field: "NUMBER", found: "\(fleet)")
    }
    let capacity = try RoutingFileLimits.amount(
      try head.integer(1, "CAPACITY"), head.place, "CAPACITY")
    guard rows.count > 1 else { throw RoutingFileError(.missing, field: "CUSTOMER") }
    guard rows.count - 1 <= RoutingFileLimits.locations else {
      throw RoutingFileError(.tooLarge, field: "CUSTOMER", found: "\(rows.count - 1)")
    }
    var nodes: [NodeProblem.Node] = []
    for row in rows.dropFirst() {
      guard row.words.count == 7, try row.integer(0, "CUST NO.") == nodes.count else {
        throw RoutingFileError(
          .wrongCount, row.place, field: "CUSTOMER", found: row.words.joined(separator: " "))
      }
      nodes.append(try node(row))
    }
    let vehicle = NodeProblem.Vehicle(
      capacity: capacity, shift: nodes[0].windows.first ?? NodeProblem.Vehicle.always)
    return try NodeProblem(
      name: name, kind: "VRPTW", format: .solomon, scale: 10, nodes: nodes, depots: [0],
      vehicles: Array(repeating: vehicle, count: fleet), legs: .rule(.tenths)
    ).file()
  }

  private static func node(_ row: TextRow) throws(RoutingFileError) -> NodeProblem.Node {
    NodeProblem.Node(
      point: LegRule.Point(
        x: try row.number(1, "XCOORD."), y: try row.number(2, "YCOORD.")),
      demand: try RoutingFileLimits.amount(try row.integer(3, "DEMAND"), row.place, "DEMAND"),
      service: try RoutingFileLimits.duration(
        Int(10 * (try row.number(6, "SERVICE TIME"))), row.place, "SERVICE TIME"),
      windows: [
        try RoutingFileLimits.span(
          Int(10 * (try row.number(4, "READY TIME"))), Int(10 * (try row.number(5, "DUE DATE"))),
          row.place, "READY TIME, DUE DATE")
      ])
  }
}
