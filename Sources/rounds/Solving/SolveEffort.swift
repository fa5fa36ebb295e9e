import Foundation
import Quantities
import RouteSolver

/// By which clock a budget of seconds is measured.
enum SolveClock: String, CaseIterable {
  /// Elapsed time.
  case wall
  /// Processor time of this process, which a busy machine does not shorten.
  case cpu

  /// Seconds since some moment of the past.
  var now: Double {
    var time = timespec()
    unsafe clock_gettime(self == .cpu ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// How long and by what chance to search.
struct SolveEffort {
  static let mostThreads = 2

  var seconds: Double?
  var iterations: Int?
  var clock: SolveClock
  var seed: UInt64
  var threads: Int

  /// How many searches work together: with a number of iterations always as many, so that the plan
  /// is the same whatever the number of threads.
  private var searches: Int { iterations == nil ? threads : Self.mostThreads }

  private var sharing: WorkSharing {
    guard threads > 1 else { return .inTurn }
    return WorkSharing(threads: threads) { count, work in
      DispatchQueue.concurrentPerform(iterations: count) { work($0) }
    }
  }

  /// Searches a plan for `problem`; the budget begins now.
  ///
  /// The one place where the solver is called with what the command line asks for.
  func solve(
    _ problem: RoutingProblem, start: RoutingPlan?, progress: @escaping ProgressObserver
  ) -> RoutingSolution {
    let stop = SearchBudget(self, progress: progress)
    let solution = RouteSolver.solve(
      problem, start: start, stop: stop, seed: seed, searches: searches, sharing: sharing)
    stop.end()
    return solution
  }
}
