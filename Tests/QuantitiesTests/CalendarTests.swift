import Quantities
import Testing

@Suite("ServiceDate and Weekday")
struct CalendarTests {
  @Test(
    "counts the days that other calendars count",
    arguments: [
      (1970, 1, 1, 0, Weekday.thursday), (2000, 2, 29, 11_016, .tuesday),
      (2026, 11, 22, 20_779, .sunday), (1, 1, 1, -719_162, .monday),
      (9999, 12, 31, 2_932_896, .friday), (1900, 3, 1, -25_508, .thursday),
    ] as [(Int, Int, Int, Int32, Weekday)])
  func knownDates(year: Int, month: Int, day: Int, days: Int32, weekday: Weekday) throws {
    let date = try #require(ServiceDate(year: year, month: month, day: day))
    #expect(date.daysSinceEpoch == days)
    #expect(date.weekday == weekday)
    #expect(date.components == (year, month, day))
  }

  @Test("reads back every day it writes, from year 1 to 9999")
  func roundTrip() throws {
    for days in stride(from: Int32(-719_162), through: 2_932_896, by: 379) {
      let date = ServiceDate(daysSinceEpoch: days)
      let (year, month, day) = date.components
      #expect(ServiceDate(year: year, month: month, day: day) == date)
      #expect(ServiceDate(date.description) == date)
      #expect(date.description.utf8.count == 10)
    }
  }

  @Test("moves on by one weekday a day")
  func weekdays() {
    for days in Int32(-800)...800 {
      let today = ServiceDate(daysSinceEpoch: days).weekday.rawValue
      #expect(ServiceDate(daysSinceEpoch: days + 1).weekday.rawValue == today % 7 + 1)
    }
  }

  @Test(
    "refuses days that the calendar has not and texts that are no date",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01",
      "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", "", "+202-01-01", "2026-+1-01",
      "2026-01-０1", "２０２６-01-01",
    ])
  func noDate(_ text: String) { #expect(ServiceDate(text) == nil) }

  @Test("knows leap years")
  func leapYears() {
    #expect(ServiceDate("2024-02-29") != nil && ServiceDate("2000-02-29") != nil)
    #expect(ServiceDate("2100-02-29") == nil)
  }

  @Test("counts between days in both directions")
  func arithmetic() throws {
    let first = try #require(ServiceDate("2026-02-27"))
    #expect("\(first.adding(days: 2))" == "2026-03-01")
    #expect("\(first.adding(days: -58))" == "2025-12-31")
    #expect(first.days(until: first.adding(days: 40)) == 40)
    #expect(first.days(until: first.adding(days: -3)) == -3)
  }

  @Test("reads weekday codes in either case", arguments: Weekday.allCases)
  func codes(_ day: Weekday) {
    #expect(Weekday(code: day.code) == day)
    #expect(Weekday(code: day.code.uppercased()) == day)
    #expect(Weekday(code: "day") == nil)
  }
}
