import Quantities
import RouteSolver
import RoutingFiles
import Testing

@Suite("TSPLIB")
struct TSPLIBTests {
  private static func points(_ type: String, _ points: String) -> String {
    """
    NAME : sketch
    TYPE : TSP
    DIMENSION : \(points.split(separator: "\n").count)
    EDGE_WEIGHT_TYPE : \(type)
    NODE_COORD_SECTION
    \(points)
    EOF
    """
  }

  /// The two legs between the nodes of a file, by the rule of each type; worked out by hand.
  @Test(
    "measures legs by each rule",
    arguments: [
      ("EUC_2D", 2.0), ("CEIL_2D", 4), ("MAN_2D", 4), ("MAX_2D", 2), ("ATT", 2),
    ])
  func rules(_ type: String, _ there: Double) throws {
    let file = try routingFile(Self.points(type, "1 0 0\n2 1 1"))
    #expect(try file.value(of: #"{"routes": [[1]]}"#) == there)
  }

  @Test("measures degrees and minutes on TSPLIB's sphere")
  func geographic() throws {
    // Two places a degree of the equator apart: 6378.388 · π / 180 = 111.3 km, plus one, cut off.
    let file = try routingFile(Self.points("GEO", "1 0.0 0.0\n2 0.0 1.0\n3 0.0 0.30"))
    #expect(try file.value(of: #"{"routes": [[1]]}"#) == 2 * 112)
    #expect(try file.value(of: #"{"routes": [[2]]}"#) == 2 * 56)
  }

  @Test(
    "reads tables in every form",
    arguments: [
      ("FULL_MATRIX", "0 1 2\n1 0 3\n2 3 0"), ("UPPER_ROW", "1 2 3"), ("LOWER_ROW", "1 2 3"),
      ("UPPER_DIAG_ROW", "0 1 2 0\n3 0"), ("LOWER_DIAG_ROW", "0 1 0\n2 3 0"),
      ("UPPER_COL", "1 2 3"), ("LOWER_COL", "1 2 3"), ("LOWER_DIAG_COL", "0 1 2 0 3 0"),
      ("UPPER_DIAG_COL", "0 1 0 2 3 0"),
    ])
  func tables(_ form: String, _ numbers: String) throws {
    let file = try routingFile(
      """
      TYPE: TSP
      DIMENSION: 3
      EDGE_WEIGHT_TYPE: EXPLICIT
      EDGE_WEIGHT_FORMAT: \(form)
      EDGE_WEIGHT_SECTION
      \(numbers)
      """)
    let matrix = file.problem.matrices[0]
    #expect(matrix.durations == [0, 1, 2, 1, 0, 3, 2, 3, 0])
  }

  @Test("keeps the two directions of an ATSP apart")
  func asymmetric() throws {
    let file = try routingFile(
      """
      TYPE: ATSP
      DIMENSION: 3
      EDGE_WEIGHT_TYPE: EXPLICIT
      EDGE_WEIGHT_FORMAT: FULL_MATRIX
      EDGE_WEIGHT_SECTION
      9999 1 5
      7 9999 2
      4 6 9999
      """)
    #expect(try file.value(of: #"{"routes": [[1, 2]]}"#) == 7)
    #expect(try file.value(of: #"{"routes": [[2, 1]]}"#) == 18)
  }

  @Test("writes a tour, and reads it from wherever it begins")
  func tour() throws {
    let file = try routingFile(Self.points("EUC_2D", "1 0 0\n2 0 5\n3 5 5\n4 5 0"))
    let solution = solve(file.problem, stop: AfterIterations(20), seed: 1)
    let text = file.text(of: solution, as: .tour)
    #expect(text.contains("DIMENSION : 4") && text.hasSuffix("-1\nEOF\n"))
    #expect(try file.readPlan(Array(text.utf8)) == solution.plan(vehicleCount: 1))
    let turned = "TOUR_SECTION\n3\n4\n1\n2\n-1\n"
    let plan = try file.readPlan(Array(turned.utf8))
    #expect(plan.routes == [[Index(0), Index(1), Index(2)]])
  }

  @Test("says what is wrong, and where")
  func malformed() {
    let good = Self.points("EUC_2D", "1 0 0\n2 3 4")
    #expect(fault(good) == nil)
    func check(
      _ found: String, _ other: String, _ code: RoutingFileError.Code, line: Int?
    ) {
      let error = fault(good.replacing(found, with: other))
      #expect(error?.code == code, "\(other): \(String(describing: error))")
      if let line { #expect(error?.place == .line(line), "\(other)") }
    }
    check("DIMENSION : 2", "DIMENSION : many", .wrongKind, line: 3)
    check("DIMENSION : 2", "DIMENSION : 3", .wrongCount, line: 7)
    check("DIMENSION : 2", "DIMENSION : 99999999", .outOfRange, line: 3)
    check("DIMENSION : 2\n", "", .missing, line: nil)
    check("EUC_2D", "XRAY1", .unknownValue, line: 4)
    check("TSP", "SOP", .unknownValue, line: 2)
    check("2 3 4", "2 3", .wrongCount, line: 7)
    check("2 3 4", "2 3 nan", .wrongKind, line: 7)
    check("2 3 4", "2 3 1e30", .outOfRange, line: 7)
    check("2 3 4", "3 3 4", .unknownPosition, line: 7)
    check("2 3 4", "1 3 4", .repeated, line: 7)
    check("2 3 4", "2 99999999 4", .outOfRange, line: nil)
    check("NODE_COORD_SECTION", "NODES", .wrongKind, line: 5)
    check("EOF", "FIXED_EDGES_SECTION\n1 2\n-1", .notSupported, line: 8)
  }
}
