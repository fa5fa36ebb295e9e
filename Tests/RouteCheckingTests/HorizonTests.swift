import Quantities
import RouteChecking
import RouteSolver
import Testing

@Suite("All days of a crew, judged")
struct HorizonTests {
  private func kinds(_ limits: RoutingCrew, _ crews: [Int?]) throws -> [RouteFault.Kind] {
    var world = LineWorld()
    world.crews = [limits]
    for (vehicle, crew) in crews.enumerated() { world.vehicles[vehicle].crew = crew }
    // 1,200 s of driving on one day and 2,400 s on the other, a service of 900 s on each.
    let plan = RoutingPlan(routes: [[Index(0)], [Index(1)]])
    return RouteChecker(try world.problem()).faults(in: plan).map(\.kind)
  }

  @Test("driving and work count over all days of the same people, and of nobody else")
  func sums() throws {
    #expect(try kinds(RoutingCrew(maxDriving: Seconds(3_600)), [0, 0]).isEmpty)
    #expect(try kinds(RoutingCrew(maxDriving: Seconds(3_599)), [0, 0]) == [.crewDrivingTooLong])
    #expect(try kinds(RoutingCrew(maxDriving: Seconds(3_599)), [0, nil]).isEmpty)
    #expect(try kinds(RoutingCrew(maxWork: Seconds(5_400)), [0, 0]).isEmpty)
    #expect(try kinds(RoutingCrew(maxWork: Seconds(5_399)), [0, 0]) == [.crewWorkTooLong])
    #expect(try kinds(RoutingCrew(maxWork: Seconds(5_399)), [nil, 0]).isEmpty)
  }

  @Test("uneven work is paid by the square of what each crew does over all its days")
  func uneven() throws {
    var world = LineWorld()
    world.crews = [RoutingCrew(), RoutingCrew()]
    world.weights.crewImbalance = 7
    let plan = RoutingPlan(routes: [[Index(0)], [Index(1)]])
    func cost(_ crews: [Int?]) throws -> Cost {
      for (vehicle, crew) in crews.enumerated() { world.vehicles[vehicle].crew = crew }
      return RouteChecker(try world.problem()).cost(of: plan).imbalance
    }
    // 2,100 s of work on one day and 3,300 s on the other.
    #expect(try cost([0, 0]) == Cost(7 * 5_400 * 5_400 / 57_600))
    #expect(try cost([0, 1]) == Cost(7 * 2_100 * 2_100 / 57_600 + 7 * 3_300 * 3_300 / 57_600))
    #expect(try cost([nil, 1]) == Cost(7 * 3_300 * 3_300 / 57_600))
  }

  @Test("the fault names the crew, what was found and what is allowed")
  func named() throws {
    var world = LineWorld()
    world.crews = [RoutingCrew(), RoutingCrew(maxDriving: .zero)]
    world.vehicles[0].crew = 1
    let faults = RouteChecker(try world.problem()).faults(in: LineWorld.plan)
    #expect(faults == [RouteFault(.crewDrivingTooLong, crew: 1, found: 4_800, limit: 0)])
  }
}
