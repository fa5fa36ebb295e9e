import FieldModel
import Planning
import Quantities
import RouteSolver
import TestSupport
import VisitRules

/// Roads as the crow flies, twice as slow by electric bicycle, on which some places cannot be
/// reached.
struct CrowRoads: TravelTimes {
  var missing: Set<Coordinate> = []

  func travelTime(from: Coordinate, to: Coordinate, by mode: TravelMode) -> Seconds? {
    if from == to { return .zero }
    guard !missing.contains(from), !missing.contains(to) else { return nil }
    return Seconds(FlatTown.seconds(from, to) * (mode == .eBike ? 2 : 1))
  }

  func matrix(_ places: [Coordinate], _ mode: TravelMode) -> TravelMatrix {
    let durations = places.flatMap { from in
      places.map { travelTime(from: from, to: $0, by: mode)?.value ?? TravelMatrix.unreachable }
    }
    return TravelMatrix(
      count: places.count, durations: durations,
      distances: durations.map { $0 == TravelMatrix.unreachable ? 0 : $0 * 80 })
  }
}

/// Raw data and the whole way from there to a checked plan, as the planner goes it.
struct PlannedWorld {
  var cases: [LoanCase]
  var crews: [Crew]
  var territories: [Territory] = []
  var roads = CrowRoads()
  var maker: VisitRequestMaker
  /// What came home; where nothing is said, visits at which the maker's appointments were agreed.
  var visits: [CompletedVisit]?
  var iterations = 300
  var seed: UInt64 = 1

  init(cases: [LoanCase], crews: [Crew], days: Int = 2) {
    self.cases = cases
    self.crews = crews
    maker = RequestWorld(days: days).maker
  }

  func plan() throws -> VisitPlan {
    let (requests, refused) = maker.make(from: cases)
    let world = PlanningWorld(
      requests: requests, crews: crews, territories: territories, rules: maker.rules,
      dates: maker.dates)
    var (shares, unplanned) = world.shares()
    unplanned += refused
    var routes: [DailyRoute] = []
    for share in shares {
      let stated = try ShareProblem(share, in: world, matrix: roads.matrix)
      guard let problem = stated.problem else {
        unplanned += stated.readNothing()
        continue
      }
      let read = stated.read(solve(problem, stop: AfterIterations(iterations), seed: seed))
      routes += read.routes
      unplanned += read.unplanned
    }
    return PlanAssembly.assemble(
      routes: routes, unplanned: unplanned, dates: maker.dates, seed: seed,
      iterations: iterations, mapChecksum: 7)
  }

  func faults(of plan: VisitPlan) -> [PlanFault] {
    PlanChecker(
      cases: cases, crews: crews, rules: maker.rules, now: maker.now,
      promisesDue: maker.promisesDue, visits: visits ?? agreements
    ).faults(in: plan, travel: roads)
  }

  private var agreements: [CompletedVisit] {
    maker.appointments.map { borrower, moment in
      var done = DoneVisit(.rescheduled, met: .borrower, on: day("2026-01-10"))
      done.visit.stop.borrower = borrower
      done.visit.outcome.appointment = moment
      return done.visit
    }
  }

  /// Why the case with a number is left out; `nil` when it is planned.
  func reason(_ number: Int = 1) throws -> UnplannedReason? {
    try plan().unplanned.first { $0.loanCase.text == "C\(number)" }?.reason
  }
}
