import Quantities
import RouteSolver
import Testing

@Suite("Stops left out come with the smallest change that makes room")
struct RemedyTests {
  @Test(
    "the change named makes room, a smaller step of the ladder does not",
    arguments: 0..<300 as Range<UInt64>)
  func remediesHold(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, stops: 7)
    let solution = solve(problem, stop: AfterIterations(300), seed: seed)
    let plan = solution.plan(vehicleCount: problem.vehicles.count)
    for (stop, changes) in remedies(for: solution, of: problem) {
      for change in changes {
        let relaxed = problem.relaxing(change.constraint, by: change.amount, for: [stop])
        let slots = insertionSlots(for: stop, in: plan, of: relaxed, most: .max)
        #expect(slots.contains { $0.vehicle == change.vehicle }, "\(change)")
      }
      #expect(Set(changes.map(\.constraint)).count == changes.count)
    }
  }

  @Test("a window that opens too late asks for the minutes that are missing")
  func windowMinutes() throws {
    let matrix = TravelMatrix(count: 2, durations: [0, 600, 600, 0])
    let shift = HorizonSpan(Seconds(0), Seconds(3_600))
    let stop = RoutingStop(
      location: Index(1), service: Seconds(600),
      windows: [HorizonSpan(Seconds(3_000), Seconds(3_400))])
    let problem = try RoutingProblem(
      matrices: [matrix], stops: [stop],
      vehicles: [RoutingVehicle(start: Index(0), end: Index(0), shift: shift)])
    let solution = solve(problem, stop: AfterIterations(10), seed: 1)
    let changes = try #require(remedies(for: solution, of: problem)[Index(0)])
    #expect(
      Set(changes) == [
        RoutingRemedy(constraint: .window, amount: 600, vehicle: Index(0)),
        RoutingRemedy(constraint: .shift, amount: 600, vehicle: Index(0)),
      ])
  }
}
