import Measuring
import VisitSync

/// Open, verify and import.
enum ReadCommand {
  static func run(_ arguments: some Sequence<String>) async throws {
    let options = try Options(arguments, known: ["records", "lanes", "repeat"])
    let count = try options.number("records", default: 6600)
    let rounds = try options.number("repeat", default: 5)
    var office = InventedOffice(seed: 1)
    var file: [UInt8] = []
    let ofDay = InventedOffice.records
    for _ in 0..<max(1, count / ofDay) { file += try office.day() }
    for lanes in try options.numbers("lanes", default: [1, 2]) {
      var least = Spent(wall: .infinity, cpu: .infinity)
      var records = 0
      var events = 0
      for _ in 0..<rounds {
        let start = Spent.now()
        let set = try await read(file, office.reader, lanes: lanes)
        let spent = Spent.now() - start
        least.wall = min(least.wall, spent.wall)
        least.cpu = min(least.cpu, spent.cpu)
        records = set.count
        events = set.records.reduce(0) { $0 + $1.record.events.count }
      }
      guard records == max(1, count / ofDay) * ofDay else {
        throw BenchmarkFailure("\(records) records were read")
      }
      var line = JSONLine()
      line.add("what", "read")
      line.add("lanes", lanes)
      line.add("records", records)
      line.add("events", events)
      line.add("bytes", file.count)
      line.add("wall_s", least.wall)
      line.add("cpu_s", least.cpu)
      line.add("records_per_s", Double(records) / least.wall)
      line.add("events_per_s", Double(events) / least.wall)
      line.add("records_per_cpu_s", Double(records) / least.cpu)
      line.add("events_per_cpu_s", Double(events) / least.cpu)
      print(line.text)
    }
  }

  /// Takes a file in pieces of one mebibyte into a set, as an import does.
  private static func read(
    _ file: [UInt8], _ reader: VisitLogReader, lanes: Int
  ) async throws -> RecordSet {
    var reader = reader
    var set = RecordSet()
    let piece = 1 << 20
    for start in stride(from: 0, to: file.count, by: piece) {
      let chunk = Array(file[start..<min(start + piece, file.count)])
      for record in try await reader.read(chunk, lanes: lanes) { set.insert(record) }
    }
    let (last, report) = reader.finish()
    for record in last { set.insert(record) }
    guard report.quarantine.isEmpty, report.tornTail == nil else {
      throw BenchmarkFailure("\(report.quarantine.count) lines were refused")
    }
    return set
  }
}
