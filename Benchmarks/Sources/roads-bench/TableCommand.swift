import Measuring
import Quantities
import RoadNetwork

/// Tables from raw places, snapping included.
enum TableCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["n", "repeat"])
    let points = try Points.read(try options.argument(1, "POINTS"))
    let repeats = try options.number("repeat", default: 3)
    let path = try options.argument(0, "FILE")
    let (network, loading) = try measured { try RoadNetwork(Files.map(path)) }
    for count in try options.numbers("n", default: [100, 1000, 2000]) {
      guard count <= points.count else {
        throw BenchmarkFailure("--n \(count): there are \(points.count) points")
      }
      let places = Array(points[..<count])
      let whole = best(of: repeats) { table(network, places) }
      let snapping = best(of: repeats) { snap(network, places) }
      var line = JSONLine()
      line.add("n", count)
      line.add("threads", 1)
      line.add("table_s", whole.wall)
      line.add("table_cpu_s", whole.cpu)
      line.add("snap_s", snapping.wall)
      line.add("snap_cpu_s", snapping.cpu)
      line.add("us_per_pair", whole.wall / Double(count * count) * 1e6)
      line.add("load_s", loading.wall)
      line.add("load_cpu_s", loading.cpu)
      line.add("peak_rss_mb", peakResidentMegabytes())
      line.add("no_route", holes(table(network, places)))
      print(line.text)
    }
  }

  private static func snap(_ network: RoadNetwork, _ places: [Coordinate]) -> [RoadPosition] {
    places.compactMap { network.nearest($0, mode: .car) }
  }

  private static func table(_ network: RoadNetwork, _ places: [Coordinate]) -> TravelTable {
    let positions = snap(network, places)
    return network.table(sources: positions, targets: positions, mode: .car)
  }

  private static func holes(_ table: TravelTable) -> Int {
    table.durations.reduce(0) { $0 + ($1 == TravelTable.unreachable ? 1 : 0) }
  }
}
