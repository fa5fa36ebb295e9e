import Quantities
import RouteChecking
import RouteSolver
import RoutingFiles
import Testing

@Suite("VRPLIB")
struct VRPLIBTests {
  private static let rich = """
    NAME : sketch
    TYPE : PCVRPTW
    DIMENSION : 4
    VEHICLES : 2
    CAPACITY : 10
    SERVICE_TIME : 9
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 0 0
    2 3 4
    3 6 8
    4 1 1
    DEMAND_SECTION
    1 0
    2 6
    3 4
    4 5
    TIME_WINDOW_SECTION
    1 0 100
    2 0 30.5
    3 20 40
    4 0 100
    PRIZE_SECTION
    2 0
    3 7.5
    4 2
    DEPOT_SECTION
    1
    -1
    EOF
    """

  @Test("reads windows, services, loads and prizes in tenths")
  func rich() throws {
    let file = try routingFile(Self.rich)
    #expect(file.scale == 10 && file.kind == "PCVRPTW" && file.nodes == [1, 2, 3])
    let stops = file.problem.stops
    #expect(stops[0].windows == [HorizonSpan(.zero, Seconds(305))])
    #expect(stops.map(\.isRequired) == [true, false, false])
    #expect(stops.map(\.prize) == [.zero, Cost(75), Cost(20)])
    #expect(stops.map(\.load) == [6, 4, 5])
    #expect(stops.allSatisfy { $0.service == Seconds(90) })
    #expect(file.problem.vehicles[1].shift == HorizonSpan(.zero, Seconds(1_000)))
    #expect(file.problem.vehicles[1].capacity == 10)
    // There and back 2 · 5.0 and 2 · 1.4; the prize of node 2, the third, is lost: 7.5.
    #expect(try file.value(of: #"{"routes": [[1], [3]]}"#) == 10 + 2.8 + 7.5)
    #expect(try file.faults(of: #"{"routes": [[1, 3]]}"#) == [.overCapacity])
    #expect(try file.faults(of: #"{"routes": [[2, 1]]}"#) == [.noSchedule])
    #expect(try file.faults(of: #"{"routes": [[1, 2]]}"#) == [])
  }

  @Test("reads depots, kinds of vehicles, and who may visit whom")
  func vehicles() throws {
    let file = try routingFile(
      """
      TYPE: MDVRPTW
      DIMENSION: 4
      VEHICLES: 2
      VEHICLES_MAX_DURATION: 50
      NODE_COORD_SECTION
      1 0 0
      2 10 0
      3 1 1
      4 9 1
      CAPACITY_SECTION
      1 5
      2 6
      VEHICLES_DEPOT_SECTION
      1 1
      2 2
      VEHICLES_ALLOWED_CLIENTS_SECTION
      1 3
      2 3 4
      DEPOT_SECTION
      1
      2
      """)
    #expect(file.scale == 1000 && file.isClosed && file.nodes == [2, 3])
    #expect(file.problem.vehicles.map(\.start) == [Index(0), Index(1)])
    #expect(file.problem.vehicles.map(\.capacity) == [5, 6])
    #expect(file.problem.vehicles.map(\.maxDuty) == [Seconds(50_000), Seconds(50_000)])
    #expect(file.problem.stops[1].allowedVehicles == [Index(1)])
    #expect(try file.value(of: #"{"routes": [[2], [3]]}"#) == 2 * 2 * 1.414)
    #expect(try file.faults(of: #"{"routes": [[3]]}"#) == [.forbiddenVehicle])
    #expect(
      try file.value(of: #"{"routes": [[2, 3]], "vehicles": [1]}"#) == 9.055 + 8 + 1.414)
  }

  @Test("reads groups of which exactly one node is visited")
  func groups() throws {
    let file = try routingFile(
      """
      TYPE: GVRP
      DIMENSION: 3
      CAPACITY: 3
      NODE_COORD_SECTION
      1 0 0
      2 0 3
      3 0 4
      DEMAND_SECTION
      1 0
      2 2
      3 2
      MUTUALLY_EXCLUSIVE_GROUP_SECTION
      1 2 3
      """)
    #expect(file.problem.stops.map(\.group) == [0, 0])
    #expect(file.problem.stops.allSatisfy { $0.isRequired })
    #expect(try file.faults(of: #"{"routes": [[1], [2]]}"#) == [.groupTwice])
    let solution = solve(file.problem, stop: AfterIterations(20), seed: 1)
    #expect(file.published(solution.cost) == 6)
  }

  @Test("reads the lengths of a CVRP that lists them")
  func explicit() throws {
    let file = try routingFile(
      """
      TYPE: CVRP
      DIMENSION: 3
      CAPACITY: 9
      EDGE_WEIGHT_TYPE: EXPLICIT
      EDGE_WEIGHT_FORMAT: LOWER_ROW
      EDGE_WEIGHT_SECTION
      10
      20 30
      DEMAND_SECTION
      1 0
      2 4
      3 5
      """)
    #expect(try file.value(of: #"{"routes": [[1, 2]]}"#) == 60)
  }

  @Test("writes and reads solutions, with empty lines where vehicles differ")
  func solutions() throws {
    let open = try routingFile(Self.rich)
    let solution = solve(open.problem, stop: AfterIterations(50), seed: 1)
    let text = open.text(of: solution, as: .sol)
    #expect(text.hasPrefix("Route #1: ") && text.contains("\nCost "))
    let again = try open.readPlan(Array(text.utf8))
    #expect(again.routes.filter { !$0.isEmpty } == solution.routes.map { $0.visits.map(\.stop) })
    let json = open.text(of: solution, as: .plan)
    #expect(try open.value(of: json) == open.published(solution.cost))
  }

  @Test("says what is wrong, and where")
  func malformed() {
    #expect(fault(Self.rich) == nil)
    func check(
      _ found: String, _ other: String, _ code: RoutingFileError.Code, line: Int?
    ) {
      let error = fault(Self.rich.replacing(found, with: other))
      #expect(error?.code == code, "\(other): \(String(describing: error))")
      if let line { #expect(error?.place == .line(line), "\(other)") }
    }
    check("VEHICLES : 2", "VEHICLES : 0", .outOfRange, line: 4)
    check("CAPACITY : 10", "CAPACITY : -1", .outOfRange, line: 5)
    check("CAPACITY : 10", "DISTANCE : 200", .notSupported, line: 5)
    check("CAPACITY : 10", "VEHICLES_RELOAD : 1", .notSupported, line: 5)
    check("CAPACITY : 10", "CAPACITY : 1\nCAPACITY : 2", .repeated, line: 6)
    check("SERVICE_TIME : 9", "SERVICE_TIME : 99999999", .outOfRange, line: 6)
    check("3 20 40", "3 40 20", .outOfRange, line: 21)
    check("3 20 40", "3 20", .wrongCount, line: 21)
    check("3 20 40", "7 20 40", .unknownPosition, line: 21)
    check("2 6\n", "2 -6\n", .outOfRange, line: 15)
    check("3 7.5", "3 -7.5", .outOfRange, line: nil)
    check("PRIZE_SECTION", "BACKHAUL_SECTION", .notSupported, line: 23)
    check("DEPOT_SECTION\n1", "DEPOT_SECTION\n9", .unknownPosition, line: 28)
  }

  @Test("no cut and no changed byte makes the reader stumble")
  func damage() {
    let bytes = Array(Self.rich.utf8)
    for length in 0..<bytes.count { _ = try? RoutingFile(Array(bytes[..<length]), name: "x") }
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0..<3 {
        let place = Int.random(in: damaged.indices, using: &generator)
        damaged[place] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? RoutingFile(damaged, name: "x")
    }
  }
}
