import Quantities
import RouteSolver
import Testing

@Suite("Exchanging tails (2-opt*)")
struct ExchangeTailsTests {
  /// Two arms of five stops, left and right; each crew has five stops, which is all it may have, and
  /// ends on the wrong arm.
  private static var plane: Plane {
    let right = (1...5).map { (x: 100 * $0, y: 0) }
    let left = (1...5).map { (x: -100 * $0, y: 0) }
    var plane = Plane(right + left, vehicles: 2)
    for vehicle in 0..<2 { plane.vehicles[vehicle].maxStops = 5 }
    return plane
  }
  private static let start = [[0, 1, 2, 8, 9], [5, 6, 7, 3, 4]]

  @Test("gives each crew its own arm, where no stop can move alone")
  func found() throws {
    let descent = Descent(try Self.plane.problem(), from: Self.start)
    descent.run()
    #expect(descent.routes.map(Set.init) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]])
    #expect(descent.cost == Cost(2_000))
  }

  @Test("is not made where a stop of a tail may not change its crew")
  func pinned() throws {
    var plane = Self.plane
    plane.stops[9].pinnedVehicle = Index(0)
    let descent = Descent(try plane.problem(), from: Self.start)
    descent.run()
    #expect(descent.routes[0].contains(9))
  }
}
