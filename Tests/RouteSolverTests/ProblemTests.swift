import Quantities
import RouteSolver
import Testing

@Suite("Problems are checked once")
struct ProblemTests {
  private let matrix = TravelMatrix(count: 2, durations: [0, 60, 60, 0])
  private let stop = RoutingStop(location: Index(1), service: .minutes(10))
  private let crew = RoutingVehicle(
    start: Index(0), end: Index(0), shift: HorizonSpan(.hours(8), .hours(18)))

  private func refusal(
    matrices: [TravelMatrix]? = nil, stop: RoutingStop? = nil, crew: RoutingVehicle? = nil,
    spacings: [RoutingSpacing] = [], crews: [RoutingCrew] = [],
    weights: ObjectiveWeights = ObjectiveWeights()
  ) -> RoutingProblemError? {
    do throws(RoutingProblemError) {
      _ = try RoutingProblem(
        matrices: matrices ?? [matrix], stops: [stop ?? self.stop], vehicles: [crew ?? self.crew],
        spacings: spacings, crews: crews, weights: weights)
      return nil
    } catch {
      return error
    }
  }

  @Test("a sound problem passes")
  func sound() { #expect(refusal() == nil) }

  @Test("matrices of a wrong shape or with absurd entries are refused")
  func matrices() {
    #expect(refusal(matrices: []) == .noMatrix)
    #expect(
      refusal(matrices: [TravelMatrix(count: 2, durations: [0, 1])]) == .matrixShape(matrix: 0))
    #expect(
      refusal(matrices: [matrix, TravelMatrix(count: 1, durations: [0])])
        == .matrixShape(matrix: 1))
    #expect(
      refusal(matrices: [TravelMatrix(count: 2, durations: [0, -1, 60, 0])])
        == .matrixEntry(matrix: 0, from: 0, to: 1))
    #expect(
      refusal(matrices: [TravelMatrix(count: 1 << 40, durations: [])])
        == .tooLarge(what: "locations", count: 1 << 40, limit: 10_000))
    func periods(_ periods: (Int32, [Int32])...) -> RoutingProblemError? {
      refusal(matrices: [
        TravelMatrix(
          count: 2, durations: matrix.durations,
          periods: periods.map { TravelPeriod(from: Seconds($0.0), durations: $0.1) })
      ])
    }
    #expect(periods((1, [0, 70, 80, 0]), (86_399, [0, 7, 8, 0])) == nil)
    #expect(periods((0, [0, 70, 80, 0])) == .matrixPeriod(matrix: 0, period: 0))
    #expect(periods((86_400, [0, 70, 80, 0])) == .matrixPeriod(matrix: 0, period: 0))
    #expect(
      periods((9, [0, 7, 8, 0]), (9, [0, 7, 8, 0])) == .matrixPeriod(matrix: 0, period: 1))
    #expect(periods((9, [0, 7])) == .matrixPeriod(matrix: 0, period: 0))
    #expect(periods((9, [0, 0, 8, 0])) == .matrixEntry(matrix: 0, from: 0, to: 1))
    #expect(
      periods((9, [0, 7, TravelMatrix.unreachable, 0])) == .matrixEntry(matrix: 0, from: 1, to: 0))
    #expect(
      refusal(matrices: [TravelMatrix(count: -1, durations: [])]) == .matrixShape(matrix: 0))
  }

  @Test("the faulty field of a stop is named")
  func stops() {
    func field(_ change: (inout RoutingStop) -> Void) -> RoutingProblemError? {
      var stop = stop
      change(&stop)
      return refusal(stop: stop)
    }
    #expect(field { $0.location = Index(2) } == .stop(position: 0, field: "location"))
    #expect(field { $0.service = Seconds(-1) } == .stop(position: 0, field: "service"))
    #expect(
      field { $0.windows = [HorizonSpan(.hours(9), .hours(8))] }
        == .stop(position: 0, field: "windows"))
    #expect(field { $0.prize = Cost(-1) } == .stop(position: 0, field: "prize"))
    #expect(field { $0.priority = 1 } == .stop(position: 0, field: "priority"))
    #expect(
      field { $0.allowedVehicles = [Index(1)] } == .stop(position: 0, field: "allowedVehicles"))
    #expect(field { $0.spacing = 0 } == .stop(position: 0, field: "spacing"))
    #expect(field { $0.pinnedVehicle = Index(4) } == .stop(position: 0, field: "pinnedVehicle"))
    #expect(field { $0.pinnedDay = -1 } == .stop(position: 0, field: "pinnedDay"))
    #expect(field { $0.pinnedStart = Seconds(-1) } == .stop(position: 0, field: "pinnedStart"))
    #expect(
      field { $0.pinnedPosition = .number(0) } == .stop(position: 0, field: "pinnedPosition"))
    #expect(field { $0.pinnedPosition = .last } == nil)
    #expect(field { $0.load = -1 } == .stop(position: 0, field: "load"))
    #expect(
      field { $0.affinities = [RoutingAffinity(vehicle: Index(0), cost: .max)] }
        == .stop(position: 0, field: "affinities"))
  }

  @Test("the faulty field of a vehicle is named")
  func vehicles() {
    func field(_ change: (inout RoutingVehicle) -> Void) -> RoutingProblemError? {
      var crew = crew
      change(&crew)
      return refusal(crew: crew)
    }
    #expect(field { $0.matrix = 1 } == .vehicle(position: 0, field: "matrix"))
    #expect(field { $0.start = Index(9) } == .vehicle(position: 0, field: "start"))
    #expect(
      field { $0.shift = HorizonSpan(.zero, .max) } == .vehicle(position: 0, field: "shift"))
    #expect(field { $0.maxDuty = Seconds(-5) } == .vehicle(position: 0, field: "maxDuty"))
    #expect(
      field { $0.costPerTravelSecond = -1 }
        == .vehicle(position: 0, field: "costPerTravelSecond"))
    #expect(field { $0.capacity = -1 } == .vehicle(position: 0, field: "capacity"))
    #expect(field { $0.crew = 0 } == .vehicle(position: 0, field: "crew"))
    #expect(
      field { $0.costPerKilometre = RoutingVehicle.highestRate + 1 }
        == .vehicle(position: 0, field: "costPerKilometre"))
    #expect(
      field { $0.overtimeAfter = Seconds(-1) } == .vehicle(position: 0, field: "overtimeAfter"))
    #expect(
      field { $0.costPerOvertimeSecond = -1 }
        == .vehicle(position: 0, field: "costPerOvertimeSecond"))
    #expect(
      field { $0.lockedVisits = [Index(1)] } == .vehicle(position: 0, field: "lockedVisits"))
    #expect(
      field { $0.lockedVisits = [Index(0), Index(0)] }
        == .vehicle(position: 0, field: "lockedVisits"))
    let late = RoutingBreak(window: HorizonSpan(.hours(12), .hours(13)), duration: .minutes(30))
    let early = RoutingBreak(window: HorizonSpan(.hours(10), .hours(11)), duration: .minutes(30))
    #expect(field { $0.breaks = [early, late] } == nil)
    #expect(field { $0.breaks = [late, early] } == .vehicle(position: 0, field: "breaks"))
  }

  @Test("weights that mean nothing are refused")
  func weights() {
    #expect(
      refusal(weights: ObjectiveWeights(priorities: [])) != nil)
    #expect(
      refusal(weights: ObjectiveWeights(imbalance: -1)) == .weights(field: "imbalance"))
    #expect(
      refusal(weights: ObjectiveWeights(crewImbalance: 100_001))
        == .weights(field: "crewImbalance"))
    var long = crew
    long.crew = 0
    long.shift.end = long.shift.start + Seconds(31 * 86_400)
    let even = ObjectiveWeights(crewImbalance: 100_000)
    #expect(refusal(crew: long, crews: [RoutingCrew()], weights: even) == nil)
    long.shift.end = long.shift.end + Seconds(1)
    #expect(refusal(crew: long, crews: [RoutingCrew()], weights: even) == .crew(position: 0))
    #expect(refusal(crew: long, crews: [RoutingCrew()]) == nil)
    #expect(refusal(spacings: [RoutingSpacing(minimumDays: -1)]) == .spacing(position: 0))
    #expect(
      refusal(spacings: [RoutingSpacing(minimumDays: 3, maximumDays: 2)]) == .spacing(position: 0))
    #expect(refusal(crews: [RoutingCrew(maxWork: Seconds(-1))]) == .crew(position: 0))
    #expect(
      ObjectiveWeights.lexicographic(levels: 3, unit: Cost(10), outranking: 9)
        == [.zero, Cost(10), Cost(100)])
  }
}
