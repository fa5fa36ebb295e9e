import Dispatch
import Measuring
import Quantities
import RoadNetwork
import Synchronization

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
      let both = best(of: repeats) { twoThreads(network, places) }
      var second = JSONLine()
      second.add("n", count)
      second.add("threads", 2)
      second.add("table_s", both.wall)
      second.add("table_cpu_s", both.cpu)
      print(second.text)
    }
  }

  /// The same table, its rows made by two threads; snapping is part of each half.
  private static func twoThreads(
    _ network: RoadNetwork, _ places: [Coordinate]
  ) -> [TravelTable] {
    let halves = [places[..<(places.count / 2)], places[(places.count / 2)...]].map(Array.init)
    let snapped = perform { snap(network, halves[$0]) }
    let stream = TableStream(in: network, targets: snapped[0] + snapped[1], mode: .car)
    return perform { stream.rows(of: snapped[$0]) }
  }

  /// Two pieces of work side by side, and what comes of them.
  private static func perform<Part: Sendable>(
    _ work: @Sendable (Int) -> Part
  ) -> [Part] {
    let parts = Parts<Part>()
    DispatchQueue.concurrentPerform(iterations: 2) { parts.put(work($0), at: $0) }
    return parts.inOrder
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

/// What two threads made.
private final class Parts<Part: Sendable>: Sendable {
  private let parts = Mutex<[Int: Part]>([:])

  func put(_ part: Part, at position: Int) { parts.withLock { $0[position] = part } }

  var inOrder: [Part] { parts.withLock { found in [0, 1].compactMap { found[$0] } } }
}
