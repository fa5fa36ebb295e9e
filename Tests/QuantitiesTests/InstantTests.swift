import Quantities
import Testing

@Suite("Instant")
struct InstantTests {
  @Test("reads RFC 3339 with an offset, and shows local day and time")
  func reads() throws {
    let moment = try #require(Instant("2026-11-22T10:31:05+08:00"))
    #expect(moment.secondsSinceEpoch == 1_795_314_665)
    #expect(moment.offsetMinutes == 480)
    #expect("\(moment.date) \(moment.time)" == "2026-11-22 10:31")
    #expect("\(moment)" == "2026-11-22T10:31:05+08:00")
    #expect(Instant("2026-11-22T02:31:05Z")?.secondsSinceEpoch == moment.secondsSinceEpoch)
  }

  @Test("reads back whatever it writes, before 1970 and west of Greenwich too")
  func roundTrip() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let seconds = Int64(generator.below(250_000_000_000)) - 60_000_000_000
      let moment = Instant(
        secondsSinceEpoch: seconds, offsetMinutes: Int16(generator.below(1_681) - 840))
      #expect(Instant(moment.description) == moment)
      #expect(
        Instant(date: moment.date, time: moment.time, offsetMinutes: moment.offsetMinutes)
          == moment)
    }
  }

  @Test(
    "refuses anything else",
    arguments: [
      "", "2026-11-22", "2026-11-22 10:31:05Z", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z",
      "2026-11-22T10:31:60Z", "2026-11-22T10:31:05", "2026-11-22T10:31:05+8:00",
      "2026-11-22T10:31:05+0800", "2026-11-22T10:31:05.123Z", "2026-02-30T10:31:05Z",
      "2026-11-22T10:31:05+24:00", "2026-11-22T10:31:05x08:00", "2026-11-22T1０:31:05Z",
      "2026-11-22T-1:31:05Z", "2026-11-22t10:31:05z",
    ])
  func refuses(_ text: String) { #expect(Instant(text) == nil) }

  @Test("orders by the moment, not by the local clock")
  func order() throws {
    let east = try #require(Instant("2026-11-22T10:00:00+08:00"))
    let west = try #require(Instant("2026-11-22T09:00:00+00:00"))
    #expect(east < west)
    let same = Instant(secondsSinceEpoch: east.secondsSinceEpoch, offsetMinutes: 0)
    #expect(same < east && same != east)
  }
}
