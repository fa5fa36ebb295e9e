import Quantities
import RouteSolver
import Testing

@Suite("Vehicles that may come")
struct AllowedVehicleTests {
  @Test("only allowed crews come, and only the pinned one")
  func allowed() throws {
    var line = Line(1)
    line.stops[0].allowedVehicles = [Index(1)]
    var near = line.vehicle
    near.costPerTravelSecond = 5
    let both = judged(try line.problem(vehicles: [line.vehicle, near]))
    #expect(both.routes.map(\.vehicle) == [Index(1)])
    line.stops[0].pinnedVehicle = Index(0)
    let pinned = judged(try line.problem(vehicles: [line.vehicle, near]))
    #expect(pinned.routes.map(\.vehicle) == [Index(0)])
    line.stops[0].pinnedVehicle = nil
    line.stops[0].allowedVehicles = []
    let none = judged(try line.problem())
    #expect(none.unserved.map(\.reason) == [.barred(by: [.allowedVehicles])])
  }
}
