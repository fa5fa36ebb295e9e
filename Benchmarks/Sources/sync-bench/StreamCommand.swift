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
    try resetPeak()
    let (found, spent) = try await read(path, office.reader, lanes: lanes)
    var line = JSONLine()
    line.add("what", "stream")
    line.add("lanes", lanes)
    line.add("bytes", bytes)
    line.add("records", found.records)
    line.add("quarantined", found.quarantine.count)
    line.add("making_rss_mb", before)
    line.add("reading_rss_mb", try peak())
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

  /// Makes the kernel count the peak of resident memory from now on (proc(5), `clear_refs`).
  private static func resetPeak() throws {
    let file = unsafe fopen("/proc/self/clear_refs", "w")
    guard let file = unsafe file, unsafe fputs("5", file) >= 0, unsafe fclose(file) == 0 else {
      throw BenchmarkFailure("/proc/self/clear_refs cannot be written")
    }
  }

  /// The peak of resident memory since it was reset, in MB of 2²⁰ bytes.
  private static func peak() throws -> Double {
    guard let file = unsafe fopen("/proc/self/status", "r") else {
      throw BenchmarkFailure("/proc/self/status cannot be read")
    }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while unsafe fgets(&line, 256, file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("VmHWM:"),
        let number = text.split(whereSeparator: { " \t".contains($0) }).dropFirst().first,
        let kibibytes = Double(number)
      {
        return kibibytes / 1024
      }
    }
    throw BenchmarkFailure("/proc/self/status has no VmHWM")
  }
}
