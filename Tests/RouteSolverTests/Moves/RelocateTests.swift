import Quantities
import RouteSolver
import Testing

@Suite("Moving a stop")
struct RelocateTests {
  /// Two arms of three stops each; the last of the second arm is with the first crew.
  private static let plane = Plane(
    [(100, 0), (200, 0), (300, 0), (-100, 0), (-200, 0), (-150, 0)], vehicles: 2)

  @Test("brings it to the route that passes it")
  func found() throws {
    let descent = Descent(try Self.plane.problem(), from: [[0, 1, 2, 5], [3, 4]])
    descent.run()
    #expect(descent.routes == [[0, 1, 2], [3, 5, 4]] || descent.cost == Cost(1_000))
    #expect(descent.cost == Cost(1_000))
  }

  @Test("leaves it where a limit of the other route is reached, or a rule binds it")
  func limits() throws {
    for change: (inout Plane) -> Void in [
      { $0.vehicles[1].maxStops = 2 },
      { $0.stops[5].pinnedVehicle = Index(0) },
      { $0.vehicles[1].maxDriving = Seconds(0) },
      { $0.stops[5].skills = 1 },
      {
        for stop in 0..<6 { $0.stops[stop].load = 1 }
        $0.vehicles[1].capacity = 2
      },
    ] {
      var plane = Self.plane
      plane.vehicles[0].skills = 1
      change(&plane)
      if plane.vehicles[1].maxDriving == .zero {
        // Nobody can be with the second crew at all.
        let descent = Descent(try plane.problem(), from: [[0, 1, 2, 5, 4, 3], []])
        descent.run()
        #expect(descent.routes[1].isEmpty)
        continue
      }
      let descent = Descent(try plane.problem(), from: [[0, 1, 2, 5], [3, 4]])
      descent.run()
      let route = try #require(descent.routes.first { $0.contains(5) })
      #expect(route == descent.routes[0])
    }
  }

  @Test("leaves a locked visit where it is")
  func locked() throws {
    var plane = Self.plane
    plane.vehicles[0].lockedVisits = [Index(5)]
    let descent = Descent(try plane.problem(), from: [[5, 0, 1, 2], [3, 4]])
    descent.run()
    #expect(descent.routes[0].first == 5)
  }
}
