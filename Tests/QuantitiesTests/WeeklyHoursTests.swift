import Quantities
import Testing

@Suite("Weekly hours")
struct WeeklyHoursTests {
  struct Sample: Sendable {
    var text: String
    var canonical: String
  }

  private static let samples: [Sample] = [
    Sample(text: "07:00-22:00", canonical: "07:00-22:00"),
    Sample(
      text: "Mo-Fr 07:00-09:00,17:00-19:00", canonical: "Mo-Fr 07:00-09:00,17:00-19:00"),
    Sample(text: "mo,tu , we 7:00-9:00", canonical: "Mo-We 07:00-09:00"),
    Sample(text: "Mo-Fr 07:00–09:00", canonical: "Mo-Fr 07:00-09:00"),
    Sample(text: "Sa,Su", canonical: "Sa-Su 00:00-24:00"),
    Sample(text: "Fr-Mo 10:00-11:00", canonical: "Mo,Fr-Su 10:00-11:00"),
    Sample(text: "22:00-06:00", canonical: "22:00-06:00"),
    Sample(text: "Su 22:00-30:00", canonical: "Su 22:00-06:00"),
    Sample(text: "24/7", canonical: "24/7"), Sample(text: "00:00-24:00", canonical: "24/7"),
    Sample(text: "off", canonical: "off"),
    Sample(text: "Mo-Su 08:00-09:00; We off", canonical: "Mo-Tu,Th-Su 08:00-09:00"),
    Sample(
      text: "Mo-Fr 08:00-09:00; Fr 12:00-13:00",
      canonical: "Mo-Th 08:00-09:00; Fr 12:00-13:00"),
    Sample(
      text: "Mo-Fr 08:00-09:00, Fr 12:00-13:00",
      canonical: "Mo-Th 08:00-09:00; Fr 08:00-09:00,12:00-13:00"),
    Sample(text: "08:00-10:00,09:00-11:00", canonical: "08:00-11:00"),
  ]

  @Test("read what tags of the map say and write it in one way", arguments: samples)
  func canonical(_ sample: Sample) throws {
    let hours = try #require(WeeklyHours(sample.text))
    #expect(hours.description == sample.canonical)
    #expect(WeeklyHours(sample.canonical) == hours)
  }

  @Test(
    "leave alone what does not repeat every week or is not understood",
    arguments: [
      "", ";", ",", "PH", "Mo-Fr 07:00-09:00; PH off", "SH Mo 08:00-09:00", "sunrise-sunset",
      "Apr-Oct", "week 1-10 Mo", "Mo[1] 08:00-09:00", "08:00+", "08:00", "8-9", "08:00-08:00",
      "08:60-09:00", "25:00-26:00", "07:00-49:00", "Mo 07:00-09:00 off", "Mo Tu", "Xx 08:00-09:00",
      "Mo-Fr 07:00-09:00,", "07:00-09:00 17:00-19:00", "weight>3.5", "07:00-09:00 AND wet",
      "Mo-Tu-We", "２:00-3:00",
    ])
  func notUnderstood(_ text: String) { #expect(WeeklyHours(text) == nil) }

  @Test("know the minutes they hold, past midnight and past Sunday too")
  func minutes() throws {
    let nights = try #require(WeeklyHours("Fr,Su 22:00-06:00"))
    #expect(nights.contains(.friday, minute: 22 * 60))
    #expect(nights.contains(.saturday, minute: 5 * 60 + 59))
    #expect(!nights.contains(.saturday, minute: 6 * 60))
    #expect(nights.contains(.monday, minute: 0))
    #expect(!nights.contains(.friday, minute: 21 * 60 + 59))
    #expect(nights.contains(.friday, minute: 25 * 60))
    #expect(nights.contains(.sunday, minute: 24 * 60))
  }

  @Test("bound the length of a text")
  func long() {
    let text = Array(repeating: "Mo 08:00-09:00", count: 10_000).joined(separator: "; ")
    #expect(WeeklyHours(text) == nil)
  }

  @Test("join, cut and turn round as sets of minutes do, and keep their text", arguments: 1...30)
  func sets(seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    func draw() -> (hours: WeeklyHours, minutes: Set<Int>) {
      var minutes: Set<Int> = []
      let spans = (0..<1 + chance.below(8)).map { _ in
        let start = chance.below(3 * WeeklyHours.minutesPerWeek) - WeeklyHours.minutesPerWeek
        let span = start..<start + chance.below(3000)
        for minute in span { minutes.insert((minute + 20_160) % 10_080) }
        return span
      }
      return (WeeklyHours(spans), minutes)
    }
    func minutes(_ hours: WeeklyHours) -> Set<Int> {
      Set((0..<WeeklyHours.minutesPerWeek).filter { hours.contains(minuteOfWeek: $0) })
    }
    let (one, other) = (draw(), draw())
    #expect(minutes(one.hours) == one.minutes)
    #expect(minutes(one.hours.union(other.hours)) == one.minutes.union(other.minutes))
    #expect(
      minutes(one.hours.intersection(other.hours)) == one.minutes.intersection(other.minutes))
    #expect(
      minutes(one.hours.subtracting(other.hours)) == one.minutes.subtracting(other.minutes))
    #expect(one.hours.complement.complement == one.hours)
    #expect(WeeklyHours("\(one.hours)") == one.hours, "seed \(seed): \(one.hours)")
  }
}
