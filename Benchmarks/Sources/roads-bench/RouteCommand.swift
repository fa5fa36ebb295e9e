import Measuring
import Quantities
import RoadNetwork

/// Single routes between raw places, snapping included, and snapping alone.
enum RouteCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["pairs"])
    let points = try Points.read(try options.argument(1, "POINTS"))
    let network = try RoadNetwork(Files.map(try options.argument(0, "FILE")))
    let count = min(try options.number("pairs", default: 1000), points.count / 2)
    let pairs = (0..<count).map { (from: points[2 * $0], to: points[2 * $0 + 1]) }
    var search = PathSearch(in: network, mode: .car)
    var found = 0
    func ends(_ pair: (from: Coordinate, to: Coordinate)) -> (RoadPosition, RoadPosition)? {
      guard let from = network.nearest(pair.from, mode: .car),
        let to = network.nearest(pair.to, mode: .car)
      else { return nil }
      return (from, to)
    }
    for pair in pairs.prefix(50) {
      if let (from, to) = ends(pair) { _ = search.trip(from: from, to: to) }
    }
    report("route", pairs) { pair in
      guard let (from, to) = ends(pair), search.travelTime(from: from, to: to) != nil else {
        return
      }
      found += 1
    }
    report("route_steps", pairs) { pair in
      guard let (from, to) = ends(pair), search.route(from: from, to: to) != nil else { return }
      found += 1
    }
    report("nearest", points) { point in
      if network.nearest(point, mode: .car) != nil { found += 1 }
    }
    guard found > 0 else { throw BenchmarkFailure("nothing was found; do file and points match?") }
  }

  private static func report<Question>(
    _ what: String, _ questions: [Question], _ ask: (Question) -> Void
  ) {
    let (latencies, spent) = measured { Latencies(questions, ask) }
    var line = JSONLine()
    line.add("what", what)
    line.add("count", latencies.count)
    line.add("p50_ms", latencies.quantile(0.5) * 1e3)
    line.add("p99_ms", latencies.quantile(0.99) * 1e3)
    line.add("mean_ms", latencies.total / Double(max(1, latencies.count)) * 1e3)
    line.add("per_s", Double(latencies.count) / latencies.total)
    line.add("cpu_s", spent.cpu)
    print(line.text)
  }
}
