import Quantities
import RouteSolver
import Testing

@Suite("Moving a segment (Or-opt)")
struct OrOptTests {
  /// Three stops close together far off, and two crews of which the second passes near them.
  ///
  /// The two other stops of each crew are bound to it. To move one of the three alone saves nothing.
  private static var plane: Plane {
    var plane = Plane(
      [
        (-1_000, 0), (-1_000, 100), (990, 400), (1_000, 400), (1_010, 400), (1_000, 0),
        (1_000, 100),
      ],
      vehicles: 2)
    for stop in [0, 1] { plane.stops[stop].pinnedVehicle = Index(0) }
    for stop in [5, 6] { plane.stops[stop].pinnedVehicle = Index(1) }
    return plane
  }
  private static let start = [[0, 2, 3, 4, 1], [5, 6]]

  @Test("brings three stops at once to the route that passes them")
  func found() throws {
    let descent = Descent(try Self.plane.problem(), from: Self.start)
    descent.run()
    #expect(Set(descent.routes[0]) == [0, 1])
    #expect(descent.routes[1].count == 5)
  }

  @Test("is not made where the load of all three is too much")
  func load() throws {
    var plane = Self.plane
    for stop in plane.stops.indices { plane.stops[stop].load = 2 }
    plane.vehicles[1].capacity = 10
    let inside = Descent(try plane.problem(), from: Self.start)
    inside.run()
    #expect(inside.routes[1].count == 5)
    plane.vehicles[1].capacity = 9
    let outside = Descent(try plane.problem(), from: Self.start)
    outside.run()
    #expect(outside.routes[1].count < 5)
  }

  @Test("is not made into a day on which one of the three may not be visited")
  func day() throws {
    var plane = Self.plane
    plane.stops[3].pinnedDay = 0
    plane.vehicles[1].day = 1
    let descent = Descent(try plane.problem(), from: Self.start)
    descent.run()
    #expect(descent.routes[0].contains(3))
  }
}
