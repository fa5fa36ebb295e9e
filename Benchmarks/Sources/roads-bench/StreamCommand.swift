import Measuring
import Quantities
import RoadNetwork

/// A table too large to hold, a stripe of its rows at a time.
enum StreamCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["n", "stripe"])
    let points = try Points.read(try options.argument(1, "POINTS"))
    let count = try options.number("n", default: 20_000)
    let stripe = try options.number("stripe", default: 512)
    let network = try RoadNetwork(Files.map(try options.argument(0, "FILE")))
    var cells = 0
    var reached = 0
    var seconds = 0
    let (_, spent) = measured {
      let positions = Points.grown(points, to: count).compactMap {
        network.nearest($0, mode: .car)
      }
      for first in stride(from: 0, to: positions.count, by: stripe) {
        let rows = Array(positions[first..<min(first + stripe, positions.count)])
        let table = network.table(sources: rows, targets: positions, mode: .car)
        cells += table.durations.count
        for duration in table.durations where duration != TravelTable.unreachable {
          reached += 1
          seconds += Int(duration)
        }
      }
    }
    var line = JSONLine()
    line.add("what", "stream")
    line.add("n", count)
    line.add("threads", 1)
    line.add("stripe", stripe)
    line.add("cells", cells)
    line.add("no_route", cells - reached)
    line.add("mean_duration_s", Double(seconds) / Double(max(1, reached)))
    line.add("table_s", spent.wall)
    line.add("table_cpu_s", spent.cpu)
    line.add("peak_rss_mb", peakResidentMegabytes())
    print(line.text)
  }
}
