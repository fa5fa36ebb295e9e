import Quantities
import Testing
import VisitRules

@Suite struct DaylightTests {
  private func minutes(_ text: String) -> Int {
    TimeOfDay(text).map { Int($0.secondsSinceMidnight) / 60 } ?? -1
  }

  @Test(
    "sunrise and sunset agree with almanacs to three minutes",
    arguments: [
      (39.9042, 116.4074, "2026-06-21", 480, "04:46", "19:46"),
      (39.9042, 116.4074, "2026-12-21", 480, "07:33", "16:53"),
      (31.2304, 121.4737, "2026-03-20", 480, "06:00", "18:07"),
      (51.5074, -0.1278, "2026-06-21", 60, "04:43", "21:22"),
      (51.5074, -0.1278, "2026-12-21", 0, "08:04", "15:53"),
      (-33.8688, 151.2093, "2026-12-21", 660, "05:41", "20:05"),
    ])
  func almanac(
    latitude: Double, longitude: Double, day: String, offset: Int16, rise: String, set: String
  ) throws {
    let place = try #require(Coordinate(degreesLatitude: latitude, longitude: longitude))
    guard case .between(let light) = Daylight(at: place, on: date(day), offsetMinutes: offset)
    else {
      Issue.record("the sun rises and sets there")
      return
    }
    #expect(abs(minutes(light.start.description) - minutes(rise)) <= 3)
    #expect(abs(minutes(light.end.description) - minutes(set)) <= 3)
  }

  @Test("the sun stays up or down beyond the polar circle")
  func polar() throws {
    let tromso = try #require(Coordinate(degreesLatitude: 69.65, longitude: 18.96))
    #expect(Daylight(at: tromso, on: date("2026-06-21"), offsetMinutes: 120) == .allDay)
    #expect(Daylight(at: tromso, on: date("2026-12-21"), offsetMinutes: 60) == .noSun)
  }

  @Test("any place on any day has an answer within the day")
  func everywhere() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let place = Coordinate(
        latitude: Int32.random(in: -900_000_000...900_000_000, using: &generator),
        longitude: Int32.random(in: -1_800_000_000...1_800_000_000, using: &generator))
      let day = ServiceDate(daysSinceEpoch: Int32.random(in: -20_000...60_000, using: &generator))
      let light = Daylight(
        at: place, on: day, offsetMinutes: Int16.random(in: -720...840, using: &generator))
      #expect((TimeOfDay.midnight...TimeOfDay.endOfDay).contains(light.sunset))
    }
  }
}
