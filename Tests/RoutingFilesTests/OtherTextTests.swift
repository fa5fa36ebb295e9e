import Quantities
import RouteChecking
import RouteSolver
import RoutingFiles
import Testing

@Suite("Solomon's and orienteering texts")
struct OtherTextTests {
  private static let solomon = """
    C1

    VEHICLE
    NUMBER     CAPACITY
      3         20

    CUSTOMER
    CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

        0      0         0          0          0        100          0
        1      3         4         10          0         50         10
        2      1         1         15         20         60.5       10

    """

  private static let orienteering = """
    4 2 2 1
    0 200
      0 0.00 0.00 0.00 0.00 0 0 0 100
      1 3.00 4.00 9.00 10.00 1 1 1 0 50
      2 1.00 1.00 9.00 30.00 1 1 1 20 60
    """

  @Test("reads Solomon's form in tenths")
  func solomon() throws {
    let file = try routingFile(Self.solomon)
    #expect(file.format == .solomon && file.kind == "VRPTW" && file.scale == 10)
    #expect(file.problem.vehicles.count == 3 && file.problem.vehicles[0].capacity == 20)
    #expect(file.problem.vehicles[0].shift == HorizonSpan(.zero, Seconds(1_000)))
    #expect(file.problem.stops[1].windows == [HorizonSpan(Seconds(200), Seconds(605))])
    #expect(try file.value(of: #"{"routes": [[1], [2]]}"#) == 12.8)
    #expect(try file.faults(of: #"{"routes": [[1, 2]]}"#) == [.overCapacity])
  }

  @Test("says what is wrong with Solomon's form, and where")
  func badSolomon() {
    func check(_ found: String, _ other: String, _ code: RoutingFileError.Code, line: Int) {
      let error = fault(Self.solomon.replacing(found, with: other), format: .solomon)
      #expect(error?.code == code, "\(other): \(String(describing: error))")
      #expect(error?.place == .line(line), "\(other): \(String(describing: error))")
    }
    check("3         20", "0         20", .outOfRange, line: 5)
    check("3         20", "3", .wrongCount, line: 5)
    check("    1      3 ", "    7      3 ", .wrongCount, line: 11)
    check("20         60.5", "70         60.5", .outOfRange, line: 12)
    check("60.5       10", "60.5", .wrongCount, line: 12)
    check("15         20", "-15         20", .outOfRange, line: 12)
    #expect(fault("VEHICLE\nCUSTOMER\n", format: .solomon)?.code == .missing)
  }

  @Test("reads orienteering problems, whose value is the score")
  func orienteering() throws {
    let file = try routingFile(Self.orienteering, name: "c1-m2")
    #expect(file.isScore && file.kind == "TOPTW" && file.problem.vehicles.count == 2)
    #expect(file.problem.stops.allSatisfy { !$0.isRequired })
    #expect(try file.value(of: #"{"routes": [[1]]}"#) == 10)
    #expect(try file.value(of: #"{"routes": [[1], [2]]}"#) == 40)
    let solution = solve(file.problem, stop: AfterIterations(30), seed: 1)
    #expect(file.published(solution.cost) == 40)
    #expect(try routingFile(Self.orienteering, name: "pr1-m1").scale == 100)
  }

  @Test("says what is wrong with an orienteering problem, and where")
  func badOrienteering() {
    let name = fault(Self.orienteering, name: "c1")
    #expect(name?.code == .missing && name?.found == "c1")
    let cut = fault(Self.orienteering.replacing("1 1 1 20 60", with: "20"), name: "c1-m2")
    #expect(cut?.code == .wrongCount && cut?.place == .line(5))
    let word = fault(Self.orienteering.replacing("30.00", with: "many"), name: "c1-m2")
    #expect(word?.code == .wrongKind && word?.place == .line(5))
  }

  @Test("is not taken in by what is none of these")
  func foreign() {
    #expect(fault("")?.code == .unknownFormat)
    #expect(fault("hello world")?.code == .unknownFormat)
    #expect(fault("", format: .vrplib)?.code == .notText)
    #expect(fault("\u{0}\u{0}", format: .vrplib)?.code == .notText)
    #expect(fault("TYPE : CVRP\n\u{7}", format: .vrplib)?.code == .wrongKind)
  }
}
