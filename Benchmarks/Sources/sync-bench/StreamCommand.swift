import Glibc
import Measuring
import VisitSync

/// A log far larger than memory should have to be.
enum StreamCommand {
  static func run(_ arguments: some Sequence<String>) async throws {
    let options = try Options(arguments, known: ["mebibytes", "folder", "lanes"])
    let size = try options.number("mebibytes", default: 1024) << 20
    let lanes = try options.number("lanes", default: 2)
    let temporary = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) }
    let folder = options["folder"] ?? temporary ?? "/tmp"
    let path = folder + "/rounds-sync-bench-\(getpid()).visits"
    defer { unsafe unlink(path) }
    var office = InventedOffice(seed: 3)
    let bytes = try write(size, to: path, &office)
    let before = peakResidentMegabytes()
    try PeakMemory.reset()
    let (found, spent) = try await read(path, office.reader, lanes: lanes)
    var line = JSONLine()
    line.add("what", "stream")
    line.add("lanes", lanes)
    line.add("bytes", bytes)
    line.add("records", found.records)
    line.add("quarantined", found.quarantine.count)
    line.add("making_rss_mb", before)
    line.add("reading_rss_mb", try PeakMemory.megabytes())
    line.add("wall_s", spent.wall)
    line.add("cpu_s", spent.cpu)
    print(line.text)
  }

  /// Writes days of twenty visits and twelve photographs until the file has `size` bytes; after
  /// four they repeat, since making one costs more than reading it.
  private static func write(
    _ size: Int, to path: String, _ office: inout InventedOffice
  ) throws -> Int {
    guard let file = unsafe fopen(path, "wb") else {
      throw BenchmarkFailure("\(path): cannot be written")
    }
    var days: [[UInt8]] = []
    var written = 0
    while written < size {
      if days.count < 4 { days.append(try office.day(photographs: 12)) }
      let day = days[written / max(1, days[0].count) % days.count]
      guard unsafe fwrite(day, 1, day.count, file) == day.count else {
        unsafe fclose(file)
        throw BenchmarkFailure("\(path): cannot be written")
      }
      written += day.count
    }
    guard unsafe fclose(file) == 0 else { throw BenchmarkFailure("\(path): cannot be written") }
    return written
  }

  private static func read(
    _ path: String, _ reader: VisitLogReader, lanes: Int
  ) async throws -> (report: VisitLogReport, spent: Spent) {
    guard let file = unsafe fopen(path, "rb") else {
      throw BenchmarkFailure("\(path): cannot be read")
    }
    defer { unsafe fclose(file) }
    var reader = reader
    let start = Spent.now()
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe fread(&piece, 1, piece.count, file)
      if count == 0 { break }
      _ = try await reader.read(Array(piece[..<count]), lanes: lanes)
    }
    let report = reader.finish().report
    return (report, Spent.now() - start)
  }
}
