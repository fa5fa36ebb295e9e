import Measuring
import Quantities
import RouteSolver

/// How soon there is a plan at all.
enum FirstPlanCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["stops", "crews", "territories"])
    let stops = try options.number("stops", default: 200)
    let crews = try options.number("crews", default: 8)
    for seed in 1...UInt64(max(1, try options.number("territories", default: 10))) {
      let problem = try InventedTerritory.make(stops: stops, crews: crews, seed: seed)
      let (solution, spent) = measured {
        solve(problem, stop: AfterIterations(0), seed: seed)
      }
      var line = JSONLine()
      line.add("what", "first")
      line.add("stops", stops)
      line.add("seed", Int(seed))
      line.add("milliseconds", spent.wall * 1_000)
      line.add("cpu_milliseconds", spent.cpu * 1_000)
      line.add("routes", solution.routes.count)
      line.add("unserved", solution.unserved.count)
      print(line.text)
    }
  }
}
