import Dispatch
import Measuring
import Quantities
import RouteSolver

/// What a second thread is good for.
enum ThreadsCommand {
  /// Says enough when the clock on the wall does.
  private struct Until: StoppingRule {
    let start: Double
    let seconds: Double

    func shouldStop(iterations: Int, best: Cost) -> Bool {
      iterations & 15 == 0 && Spent.now().wall - start >= seconds
    }

    func fractionDone(iterations: Int) -> Double? {
      min(1, (Spent.now().wall - start) / seconds)
    }
  }

  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["stops", "crews", "territories", "milliseconds"])
    let stops = try options.number("stops", default: 200)
    let crews = try options.number("crews", default: 8)
    let seconds = Double(try options.number("milliseconds", default: 2_000)) / 1_000
    for seed in 1...UInt64(max(1, try options.number("territories", default: 10))) {
      let problem = try InventedTerritory.make(stops: stops, crews: crews, seed: seed)
      let one = cost(problem, threads: 1, seconds, seed)
      let two = cost(problem, threads: 2, seconds, seed)
      var line = JSONLine()
      line.add("what", "threads")
      line.add("stops", stops)
      line.add("seed", Int(seed))
      line.add("one", Int(one))
      line.add("two", Int(two))
      line.add("change_percent", 100 * (Double(two) / Double(one) - 1))
      print(line.text)
    }
  }

  private static func cost(
    _ problem: RoutingProblem, threads: Int, _ seconds: Double, _ seed: UInt64
  ) -> Int64 {
    let sharing =
      threads == 1
      ? WorkSharing.inTurn
      : WorkSharing(threads: threads) { count, work in
        DispatchQueue.concurrentPerform(iterations: count) { work($0) }
      }
    let solution = solve(
      problem, stop: Until(start: Spent.now().wall, seconds: seconds), seed: seed,
      searches: threads, sharing: sharing)
    return solution.cost.total.value
  }
}
