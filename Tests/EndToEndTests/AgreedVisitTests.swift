import Foundation
import Testing

@Suite("A visit that the borrower asked for, with the built program")
struct AgreedVisitTests {
  @Test("is planned at its time on the next day, and the sheet of that plan is printed")
  func nextDay() throws {
    let office = try Office.planned()
    let plan = try office.json("plan show")
    let route = try #require(
      plan["routes"].list.first { $0["date"].text == "2026-11-23" && !$0["stops"].list.isEmpty })
    let crew = try #require(route["crew"].text)
    let stop = route["stops"][0]
    let visit = try #require(stop["visit"].text)
    let loanCase = try #require(stop["cases"].texts.first)
    try office.write(
      #"{"visit":"\#(visit)","outcome":"O12","met":"borrower","address":"confirmed","#
        + #""appointment":"2026-11-24T10:30:00+08:00"}"# + "\n", to: "\(crew).jsonl")
    try office.record(crew).checked()
    try office.rounds("sync import \(crew).visits", now: Office.nextEvening).checked()
    try office.rounds(
      "plan --from 2026-11-24 --days 2 --iterations 500", now: Office.nextEvening
    ).checked()
    let next = try office.json("plan show", now: Office.nextEvening)
    let planned = next["routes"].list.flatMap { route in
      route["stops"].list.filter { $0["cases"].texts.contains(loanCase) }
        .map { (date: route["date"].text, start: $0["start"].text ?? "") }
    }
    #expect(planned.map(\.date) == ["2026-11-24"], "\(next)")
    #expect(planned.allSatisfy { ("10:00"..."11:00").contains($0.start) }, "\(planned)")
    try office.rounds("print --date 2026-11-24 --output out", now: Office.nextEvening).checked()
  }
}
