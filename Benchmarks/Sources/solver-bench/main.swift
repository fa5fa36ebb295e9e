import Glibc
import Measuring

let usage = """
  solver-bench: measures how soon the route solver answers and what it needs; prints one JSON object
  per line. Places and hours are invented from a seed.

    solver-bench first [--stops N] [--crews N] [--territories N]
        from a problem to its first plan, orders of short routes proven
    solver-bench late [--stops N] [--crews N] [--territories N] [--iterations N]
        one more visit in a finished plan: the slots for it, and a new plan that moves at most 5 %
    solver-bench memory [--stops N] [--crews N] [--iterations N]
        the most memory of a search beyond the problem and its matrix
    solver-bench threads [--stops N] [--crews N] [--territories N] [--milliseconds N]
        what two threads reach in the time of one, by the clock on the wall

  """

do {
  let arguments = CommandLine.arguments.dropFirst()
  let rest = arguments.dropFirst()
  switch arguments.first {
  case "first": try FirstPlanCommand.run(rest)
  case "late": try LateVisitCommand.run(rest)
  case "memory": try MemoryCommand.run(rest)
  case "threads": try ThreadsCommand.run(rest)
  case "--help", "-h", "help": print(usage)
  default: throw BenchmarkFailure("unknown command\n\n\(usage)")
  }
} catch {
  complain("solver-bench: \(error)")
  exit(64)
}
