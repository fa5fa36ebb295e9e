import Quantities
import Testing

@Suite("TimeOfDay and TimeWindow")
struct TimeOfDayTests {
  @Test("reads and writes the clock", arguments: ["00:00", "08:05", "23:59", "24:00"])
  func clock(_ text: String) throws {
    #expect(try #require(TimeOfDay(text)).description == text)
  }

  @Test(
    "refuses what no clock shows",
    arguments: ["24:01", "8", "8:5", "08:60", "-1:00", "+8:00", "08:00:00", "25:00", "", "八:00"])
  func noTime(_ text: String) { #expect(TimeOfDay(text) == nil) }

  @Test("runs past midnight")
  func pastMidnight() {
    let late = TimeOfDay(hour: 23) + .hours(3)
    #expect(late.description == "26:00")
    #expect(late - TimeOfDay(hour: 1) == .hours(25))
    #expect(late - .hours(25) == TimeOfDay(hour: 1))
  }

  @Test("reads spans and refuses an end before its start")
  func windows() throws {
    let window = try #require(TimeWindow("8:00-12:30"))
    #expect(window.length == .minutes(270))
    #expect("\(window)" == "08:00-12:30")
    #expect(window.contains(TimeOfDay(hour: 8)) && window.contains(TimeOfDay(hour: 12, minute: 30)))
    #expect(!window.contains(TimeOfDay(hour: 13)))
    for text in ["12:00-08:00", "08:00", "08:00-09:00-10:00", "08:00–09:00", ""] {
      #expect(TimeWindow(text) == nil, "\(text)")
    }
  }

  @Test("touching spans share one moment, parted ones none")
  func touching() throws {
    let morning = try #require(TimeWindow("08:00-12:00"))
    let noon = try #require(TimeWindow("12:00-14:00"))
    let evening = try #require(TimeWindow("18:00-20:00"))
    #expect(morning.intersection(noon)?.length == .zero)
    #expect(morning.intersection(evening) == nil)
    #expect(TimeWindow.allDay.intersection(evening) == evening)
  }

  @Test("lists of spans share exactly the moments that both hold")
  func lists() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let left = Self.windows(using: &generator)
      let right = Self.windows(using: &generator)
      let shared = TimeWindow.intersection(left, right)
      #expect(shared == TimeWindow.intersection(right, left))
      #expect(zip(shared, shared.dropFirst()).allSatisfy { $0.end <= $1.start })
      for minute in stride(from: 0, through: 1440, by: 7) {
        let moment = TimeOfDay(hour: 0, minute: minute)
        let inBoth =
          left.contains { $0.contains(moment) } && right.contains { $0.contains(moment) }
        #expect(shared.contains { $0.contains(moment) } == inBoth)
      }
    }
  }

  /// Up to four sorted spans without overlap.
  private static func windows(using generator: inout SeededGenerator) -> [TimeWindow] {
    var windows: [TimeWindow] = []
    var minute = generator.below(300)
    for _ in 0..<generator.below(5) {
      let end = minute + generator.below(240)
      windows.append(
        TimeWindow(start: TimeOfDay(hour: 0, minute: minute), end: TimeOfDay(hour: 0, minute: end)))
      minute = end + 1 + generator.below(200)
    }
    return windows
  }

  @Test("rounds seconds to minutes half away from zero")
  func minutes() {
    #expect([29, 30, 89, 90, -29, -30].map { Seconds($0).roundedMinutes } == [0, 1, 1, 2, 0, -1])
  }
}
