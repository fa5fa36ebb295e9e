import Quantities
import RouteSolver

/// Reads team orienteering problems with windows: `NAME-mTEAMS.txt`.
///
/// Two lines of head, then a line for each place: number, x, y, service, score, and the window last.
/// Times are in tenths, in hundredths for the files of Cordeau (`pr…`).
enum OrienteeringReader {
  static func read(_ bytes: [UInt8], name: String) throws(RoutingFileError) -> RoutingFile {
    guard let mark = name.lastIndex(of: "-"), name[mark...].hasPrefix("-m"),
      let teams = Int(name[mark...].dropFirst(2)), (1...1_000).contains(teams)
    else { throw RoutingFileError(.missing, field: "NAME-mTEAMS.txt", found: name) }
    let scale = name.hasPrefix("pr") ? 100 : 10
    var nodes: [NodeProblem.Node] = []
    for row in try TextRows.rows(of: bytes) where row.line > 2 {
      guard row.words.count >= 9 || nodes.isEmpty else {
        throw RoutingFileError(
          .wrongCount, row.place, found: row.words.joined(separator: " "))
      }
      guard row.words.count >= 9 else { continue }
      nodes.append(try node(row, scale: Double(scale)))
    }
    guard !nodes.isEmpty else { throw RoutingFileError(.missing, field: "places") }
    guard nodes.count <= RoutingFileLimits.locations else {
      throw RoutingFileError(.tooLarge, field: "places", found: "\(nodes.count)")
    }
    let vehicle = NodeProblem.Vehicle(
      shift: nodes[0].windows.first ?? NodeProblem.Vehicle.always)
    return try NodeProblem(
      name: name, kind: "TOPTW", format: .orienteering, scale: scale, isScore: true, nodes: nodes,
      depots: [0], vehicles: Array(repeating: vehicle, count: teams),
      legs: .rule(scale == 100 ? .hundredths : .tenths)
    ).file()
  }

  private static func node(
    _ row: TextRow, scale: Double
  ) throws(RoutingFileError) -> NodeProblem.Node {
    func scaled(_ value: Double) -> Int { Int(scale * value + 1e-6) }
    let last = row.words.count - 1
    return NodeProblem.Node(
      point: LegRule.Point(x: try row.number(1, "x"), y: try row.number(2, "y")),
      service: try RoutingFileLimits.duration(
        scaled(try row.number(3, "service")), row.place, "service"),
      windows: [
        try RoutingFileLimits.span(
          scaled(try row.number(last - 1, "opening")), scaled(try row.number(last, "closing")),
          row.place, "window")
      ],
      prize: Int64(try row.number(4, "score")), isRequired: false)
  }
}
