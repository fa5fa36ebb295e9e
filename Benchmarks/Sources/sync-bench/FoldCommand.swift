import Measuring
import VisitSync

/// Years of work, from the records as the store keeps them.
enum FoldCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["crews", "days"])
    let crews = try options.number("crews", default: 12)
    let days = try options.number("days", default: 250)
    var office = InventedOffice(seed: 4)
    var stored: [[UInt8]] = []
    for _ in 0..<(crews * days) { stored += try signedTexts(office.day(), &office) }
    let ((set, events), parsing) = try measured {
      var set = RecordSet()
      var events = 0
      for text in stored {
        let record = try SignedRecord(storedText: text)
        events += record.record.events.count
        set.insert(record)
      }
      return (set, events)
    }
    let (state, folding) = measured { FoldedState(set) }
    let (digest, digesting) = measured { state.digest }
    var line = JSONLine()
    line.add("what", "fold")
    line.add("logs", state.logs.count)
    line.add("records", set.count)
    line.add("events", events)
    line.add("visits", state.visits.count)
    line.add("parse_cpu_s", parsing.cpu)
    line.add("fold_cpu_s", folding.cpu)
    line.add("digest_cpu_s", digesting.cpu)
    line.add("rebuild_cpu_s", parsing.cpu + folding.cpu)
    line.add("rss_mb", peakResidentMegabytes())
    line.add("digest", String(digest.prefix(12)))
    print(line.text)
  }

  /// The signed texts of a log, which is what a store keeps.
  private static func signedTexts(
    _ file: [UInt8], _ office: inout InventedOffice
  ) throws -> [[UInt8]] {
    var reader = VisitLogReader(officeKeys: [office.key], trips: office.trips.suffix(1))
    let records = try reader.read(file)
    return (records + reader.finish().records).map(\.signedText)
  }
}
