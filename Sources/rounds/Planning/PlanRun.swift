import CaseImport
import FieldModel
import Foundation
import OfficeStore
import Planning
import Quantities
import RoadNetwork
import RouteSolver
import Synchronization
import VisitRules

/// One run of the planner over a workspace: raw data in, a checked plan out.
struct PlanRun {
  /// How hard to search.
  struct Effort {
    var iterations: Int
    var seed: UInt64
  }

  let workspace: Workspace
  let dates: [ServiceDate]
  let effort: Effort

  /// A plan and what the checker found in it.
  struct Result {
    let plan: VisitPlan
    let faults: [PlanFault]
  }

  func run() async throws -> Result {
    let roads = try workspace.roads()
    let cases = try workspace.casesForPlanning(from: dates[0])
    let crews = try workspace.crews()
    let rules = try workspace.rules()
    let visits = try workspace.completedVisits()
    let promises = OutcomeEffects.promisesDue(after: visits)
    let (requests, refused) = maker(rules, promises, visits).make(from: cases)
    let world = PlanningWorld(
      requests: requests, crews: crews,
      territories: try workspace.stored { try $0.listTerritories() }, rules: rules, dates: dates)
    let (shares, unserved) = world.shares()
    let source = TravelSource(workspace.settings, roads: roads)
    let solved = try await workspace.asking(source) { try await solve(shares, in: world, source) }
    let plan = PlanAssembly.assemble(
      routes: solved.flatMap(\.routes), unplanned: refused + unserved + solved.flatMap(\.unplanned),
      dates: dates, seed: effort.seed, iterations: effort.iterations,
      mapChecksum: roads.mapChecksum)
    workspace.terminal.progress(Progress(stage: "plan.check", done: 0))
    let checker = PlanChecker(
      cases: cases, crews: crews, rules: rules, now: workspace.now, promisesDue: promises,
      visits: visits)
    let times = try workspace.askingAgain { try source.times(for: plan, crews: crews) }
    return Result(plan: plan, faults: checker.faults(in: plan, travel: times))
  }

  private func maker(
    _ rules: RuleBook, _ promises: [Identifier<LoanCase>: ServiceDate], _ visits: [CompletedVisit]
  ) -> VisitRequestMaker {
    let settings = workspace.settings
    var maker = VisitRequestMaker(
      rules: rules, dates: dates, now: workspace.now,
      amountThresholds: (settings.mediumAmount.minorUnits, settings.largeAmount.minorUnits),
      value: VisitValue(weights: settings.valueWeights))
    maker.promisesDue = promises
    maker.appointments = OutcomeEffects.appointments(after: visits)
    return maker
  }

  private struct Solved: Sendable {
    var routes: [DailyRoute] = []
    var unplanned: [UnplannedVisit] = []
  }

  /// Solves the shares side by side; results stand in the order of the shares.
  private func solve(
    _ shares: [PlanningShare], in world: PlanningWorld, _ source: TravelSource
  ) async throws -> [Solved] {
    let progress = workspace.terminal.progress
    let effort = effort
    let done = Counter()
    return try await withThrowingTaskGroup(of: (Int, Solved).self) { group in
      for (position, share) in shares.enumerated() {
        group.addTask {
          let solved = try Self.solve(share, in: world, source, effort: effort)
          progress(Progress(stage: "plan.solve", done: done.next(), total: shares.count))
          return (position, solved)
        }
      }
      var results = shares.map { _ in Solved() }
      for try await (position, solved) in group { results[position] = solved }
      return results
    }
  }

  private static func solve(
    _ share: PlanningShare, in world: PlanningWorld, _ source: TravelSource, effort: Effort
  ) throws -> Solved {
    var failure: (any Error)?
    let stated = try ShareProblem(share, in: world) { places, mode in
      do {
        return try source.matrix(between: places, by: mode)
      } catch {
        failure = failure ?? error
        return TravelMatrix(
          count: places.count,
          durations: Array(
            repeating: TravelMatrix.unreachable, count: places.count * places.count))
      }
    }
    if let failure { throw failure }
    guard let problem = stated.problem else { return Solved(unplanned: stated.readNothing()) }
    let solution = RouteSolver.solve(
      problem, stop: AfterIterations(effort.iterations), seed: effort.seed)
    let (routes, unplanned) = stated.read(solution)
    return Solved(routes: routes, unplanned: unplanned)
  }
}

/// Counts across tasks.
private final class Counter: Sendable {
  private let count = Mutex(0)

  /// One more than the last time.
  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
