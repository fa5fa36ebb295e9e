import Quantities
import Testing
import VisitRules

@Suite struct VisitCapTests {
  private let cap = VisitCap(perDay: 1, clearDays: 2, per7Days: 2, per30Days: 4)
  private let first = date("2026-03-02")

  @Test("the business cadence of days 0, 4 and 7 keeps the cap of China")
  func cadence() {
    #expect(cap.allows(first.adding(days: 4), beside: [first]))
    #expect(cap.allows(first.adding(days: 7), beside: [first, first.adding(days: 4)]))
    #expect(!cap.allows(first.adding(days: 6), beside: [first, first.adding(days: 3)]))
  }

  @Test("two clear days lie between visits, before and after")
  func clearDays() {
    #expect(!cap.allows(first.adding(days: 2), beside: [first]))
    #expect(!cap.allows(first, beside: [first.adding(days: 2)]))
    #expect(cap.allows(first.adding(days: 3), beside: [first]))
    #expect(!cap.allows(first, beside: [first]))
  }

  @Test("a plan that takes every allowed day never exceeds the cap in any span")
  func rolling() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      let cap = VisitCap(
        perDay: 1, clearDays: Int.random(in: 0...3, using: &generator),
        per7Days: Int.random(in: 1...4, using: &generator),
        per30Days: Int.random(in: 1...9, using: &generator))
      var visits: [ServiceDate] = []
      for offset in (0..<90).shuffled(using: &generator)
      where cap.allows(first.adding(days: offset), beside: visits) {
        visits.append(first.adding(days: offset))
      }
      for start in -30..<90 {
        let counts = [7, 30].map { length in
          visits.count { (0..<length).contains(first.adding(days: start).days(until: $0)) }
        }
        #expect(counts[0] <= cap.per7Days)
        #expect(counts[1] <= cap.per30Days)
      }
      let sorted = visits.sorted()
      for (one, next) in zip(sorted, sorted.dropFirst()) {
        #expect(one.days(until: next) > cap.clearDays)
      }
    }
  }
}
