import Glibc
import Measuring

let usage = """
  roads-bench: measures the road engine; prints one JSON object per line, with the fields of the
  peers' scripts where they exist. Times are of one process on as many threads as stated.

    roads-bench build MAP OUT [--also MODE,…]
        from an extract to a road file for cars that answers; then, for each further mode, what
        the import takes beyond that for cars alone
    roads-bench table FILE POINTS [--n N,…] [--repeat K]
        n × n tables from raw lon,lat, snapping included, durations and distances
    roads-bench route FILE POINTS [--pairs N]
        single routes from point 2i to point 2i+1, and snapping
    roads-bench adapt FILE [--repeat K]
        the same map under other speeds, a closed road and an area to keep out of
    roads-bench stream FILE POINTS [--n N] [--stripe ROWS]
        one large table, made a stripe of sources at a time and dropped after it was summed up
  """

do {
  let arguments = CommandLine.arguments.dropFirst()
  let rest = arguments.dropFirst()
  switch arguments.first {
  case "build": try BuildCommand.run(rest)
  case "table": try TableCommand.run(rest)
  case "route": try RouteCommand.run(rest)
  case "adapt": try AdaptCommand.run(rest)
  case "stream": try StreamCommand.run(rest)
  case "--help", "-h", "help": print(usage)
  default: throw BenchmarkFailure("unknown command\n\n\(usage)")
  }
} catch {
  complain("roads-bench: \(error)")
  exit(64)
}
