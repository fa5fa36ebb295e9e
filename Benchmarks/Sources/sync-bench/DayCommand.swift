import Measuring
import VisitSync

/// How much a crew carries home.
enum DayCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    _ = try Options(arguments, known: [])
    for fixes in 1...5 {
      var office = InventedOffice(seed: 2)
      let file = try office.day(fixes: fixes)
      var reader = office.reader
      let records = try reader.read(file)
      var line = JSONLine()
      line.add("what", "day")
      line.add("visits", InventedOffice.visits)
      line.add("events", records.reduce(0) { $0 + $1.record.events.count })
      line.add("records", records.count)
      line.add("positions_per_visit", fixes)
      line.add("bytes", file.count)
      print(line.text)
    }
  }
}
