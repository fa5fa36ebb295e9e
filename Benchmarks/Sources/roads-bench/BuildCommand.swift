import MapBuilding
import Measuring
import Quantities
import RoadNetwork

/// From an extract to a file that answers.
enum BuildCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["also"])
    let map = try options.argument(0, "MAP")
    let out = try options.argument(1, "OUT")
    let also = try options.modes("also", default: [])
    let first = try Import(map, modes: [.car], out: out)
    print(first.line(map: map).text)
    for mode in also {
      let both = try Import(map, modes: [.car, mode], out: out + "." + mode.rawValue)
      var line = JSONLine()
      line.add("what", "profile")
      line.add("profile", mode.rawValue)
      line.add("further_s", both.whole.wall - first.whole.wall)
      line.add("further_cpu_s", both.whole.cpu - first.whole.cpu)
      line.add("further_bytes", both.bytes - first.bytes)
      line.add("build_s", first.whole.wall)
      line.add("build_cpu_s", first.whole.cpu)
      print(line.text)
    }
  }
}

/// One import, step by step.
private struct Import {
  var steps: [(name: String, spent: Spent)] = []
  var bytes = 0
  var groups: [(name: String, bytes: Int)] = []
  var report: RoadBuildReport
  var summary: RoadNetworkSummary
  let peak: Double

  init(_ map: String, modes: [TravelMode], out: String) throws {
    let (draft, reading, drafting) = try Self.draft(map, modes)
    let (built, building) = try measured { try RoadFileBuilder.build(draft) }
    let (_, writing) = try measured { try Files.write(built.bytes, to: out) }
    let (network, opening) = try measured { try RoadNetwork(Files.map(out)) }
    steps = [
      ("read", reading), ("draft", drafting), ("file", building), ("write", writing),
      ("open", opening),
    ]
    bytes = built.bytes.count
    groups = FileSections.groups(of: built.bytes)
    (report, summary) = (built.report, network.summary)
    peak = peakResidentMegabytes()
  }

  /// The roads of an extract, which is forgotten before anything is built of them.
  private static func draft(
    _ map: String, _ modes: [TravelMode]
  ) throws -> (draft: RoadDraft, reading: Spent, drafting: Spent) {
    let (extract, reading) = try measured { try MapReader.read(path: map) }
    let (draft, drafting) = measured { MapBuilder(modes: modes).roadDraft(from: extract).draft }
    return (draft, reading, drafting)
  }

  var whole: Spent {
    steps.reduce(Spent(wall: 0, cpu: 0)) {
      Spent(wall: $0.wall + $1.spent.wall, cpu: $0.cpu + $1.spent.cpu)
    }
  }

  func line(map: String) -> JSONLine {
    var line = JSONLine()
    line.add("what", "build")
    line.add("map", map.split(separator: "/").last.map(String.init) ?? map)
    line.add("build_s", whole.wall)
    line.add("build_cpu_s", whole.cpu)
    line.add("build_rss_mb", peak)
    line.add("disk_mb", Double(bytes) / 1e6)
    for step in steps {
      line.add("\(step.name)_s", step.spent.wall)
      line.add("\(step.name)_cpu_s", step.spent.cpu)
    }
    line.add("junctions", report.junctions)
    line.add("edges", report.roads)
    line.add("kilometres", report.kilometres)
    line.add("bytes_per_edge", Double(bytes) / Double(max(1, report.roads)))
    for group in groups {
      line.add("bytes_per_edge_\(group.name)", Double(group.bytes) / Double(max(1, report.roads)))
    }
    for mode in report.modes {
      line.add("directed_edges", mode.directedRoads)
      line.add("turns", mode.turns)
      line.add("shortcuts", mode.shortcuts)
    }
    return line
  }
}
