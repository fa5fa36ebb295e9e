import Measuring
import Quantities

/// What each benchmark may take, from a table in CSV: name, allocations, relative time.
struct Limits {
  /// How much slower than recorded a benchmark may be before it fails; processor time of a shared
  /// machine is no steadier.
  static let tolerance = 1.5

  /// How many more allocations are let pass: two runs of one program differ by a few in ten
  /// thousand, as tables and threads come to lie in memory.
  static let allocationTolerance = 1.005

  private var rows: [(name: String, allocations: Double, relative: Double)]

  /// The limits that `results` just keep.
  init(_ results: [Benchmark.Result]) {
    rows = results.map { ($0.name, $0.allocations.rounded(.up), $0.relative) }
  }

  /// Reads the table at `path`.
  init(path: String) throws(BenchmarkFailure) {
    let bytes = try Files.map(path)
    let lines = String(decoding: bytes.copy(0..<bytes.count), as: UTF8.self).split(separator: "\n")
    rows = []
    for line in lines.dropFirst() {
      let fields = line.split(separator: ";")
      guard fields.count == 3, let allocations = Double(fields[1]), let relative = Double(fields[2])
      else { throw BenchmarkFailure("\(path): no limit in “\(line)”") }
      rows.append((String(fields[0]), allocations, relative))
    }
  }

  /// Writes the table.
  func write(to path: String) throws(BenchmarkFailure) {
    var text = "benchmark;allocations;relative\n"
    for row in rows {
      text += "\(row.name);\(Int(row.allocations));\((row.relative * 1e5).rounded() / 1e5)\n"
    }
    try Files.write(Array(text.utf8), to: path)
  }

  /// Prints a table of what was measured beside its limits; returns how many were passed.
  func check(_ results: [Benchmark.Result]) -> Int {
    var failures = 0
    print("| benchmark | allocations (limit) | kB | µs | yardsticks (limit) | |")
    print("|---|---|---|---|---|---|")
    for result in results {
      let limit = rows.first { $0.name == result.name }
      let isKept =
        limit.map {
          result.allocations.rounded(.up)
            <= ($0.allocations * Self.allocationTolerance).rounded(.down)
            && result.relative <= $0.relative * Self.tolerance
        } ?? false
      failures += isKept ? 0 : 1
      print(
        "| \(result.name) | \(rounded(result.allocations)) (\(limit.map { "\(Int($0.allocations))" } ?? "none"))",
        rounded(result.bytes / 1000), rounded(result.seconds * 1e6),
        "\(rounded(result.relative)) (\(limit.map { rounded($0.relative * Self.tolerance) } ?? "none"))",
        isKept ? "kept |" : "PASSED THE LIMIT |", separator: " | ")
    }
    return failures
  }

  private func rounded(_ number: Double) -> String {
    "\((number * 10_000).rounded() / 10_000)"
  }
}
