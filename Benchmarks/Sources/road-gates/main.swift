import Glibc
import Measuring

let usage = """
  road-gates: small benchmarks of the road engine, held to recorded limits.

    road-gates MAP LIMITS [--update yes]
        MAP is an extract, LIMITS a table in CSV. Each benchmark is held to its allocations, which
        hardly vary, and to its processor time in units of a yardstick measured beside it, with a
        wide tolerance. With --update the table is written anew. Exit code 1 when a limit is passed.
  """

do {
  guard !["--help", "-h"].contains(CommandLine.arguments.dropFirst().first ?? "--help") else {
    print(usage)
    exit(0)
  }
  let options = try Options(CommandLine.arguments.dropFirst(), known: ["update"])
  let scene = try Scene(map: try options.argument(0, "MAP"))
  let results = scene.benchmarks.map { $0.run() }
  let path = try options.argument(1, "LIMITS")
  if options["update"] != nil {
    try Limits(results).write(to: path)
  } else {
    let failures = try Limits(path: path).check(results)
    exit(failures == 0 ? 0 : 1)
  }
} catch {
  complain("road-gates: \(error)")
  exit(64)
}
