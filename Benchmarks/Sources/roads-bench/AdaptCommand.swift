import Measuring
import Quantities
import RoadNetwork

/// The same map under other conditions: a new metric, with nothing read or ordered again.
enum AdaptCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["repeat"])
    let network = try RoadNetwork(Files.map(try options.argument(0, "FILE")))
    let bounds = network.summary.bounds
    guard let closed = network.nearest(bounds.centre, mode: .car) else {
      throw BenchmarkFailure("no road for cars near the middle of the map")
    }
    let conditions = RoadConditions(
      speeds: [.primary: 60, .secondary: 70, .residential: 90], closedRoads: [closed.road],
      avoidedAreas: [RoadConditions.AvoidedArea(outline: square(around: bounds.centre))])
    let spent = best(of: try options.number("repeat", default: 3)) {
      network.adapted(to: conditions, modes: [.car])
    }
    var line = JSONLine()
    line.add("what", "adapt")
    line.add("metric_s", spent.wall)
    line.add("metric_cpu_s", spent.cpu)
    line.add("peak_rss_mb", peakResidentMegabytes())
    print(line.text)
  }

  /// A square of about a kilometre.
  private static func square(around centre: Coordinate) -> [Coordinate] {
    [(-1, -1), (-1, 1), (1, 1), (1, -1)].map { (north: Int32, east: Int32) in
      Coordinate(
        latitude: centre.latitude + north * 45_000, longitude: centre.longitude + east * 60_000)
    }
  }
}
