import FieldModel
import Planning
import Quantities
import TestSupport
import Testing

@Suite("The report")
struct VisitReportTests {
  private let friday = DoneVisit.friday
  private let place = Coordinate(latitude: 0, longitude: 0)

  private func report(
    _ visits: [DoneVisit], cases: [LoanCase]? = nil, territories: [Territory] = [],
    today: ServiceDate? = nil
  ) -> VisitReport {
    let stop = DoneVisit(.promised).visit.stop
    var other = stop
    other.borrower = "B2"
    other.cases = ["C2"]
    let plan = VisitPlan(
      code: "", firstDay: friday, days: 1, seed: 1, iterations: 1, mapChecksum: 0,
      routes: [
        DailyRoute(
          crew: "K1", date: friday, departure: time("09:50"), back: time("11:00"),
          stops: [stop, other], returnTravel: .minutes(20),
          returnDistance: Distance(metres: 9000))
      ], unplanned: [])
    return VisitReport(
      plan: plan, visits: visits.map(\.visit), cases: cases ?? [SampleCase.lawful(1, at: place)],
      territories: territories, today: today ?? friday.adding(days: 30))
  }

  @Test("counts what was planned, with the way home, and what came of it")
  func figures() {
    let line = report([
      DoneVisit(.complaint, met: .borrower), DoneVisit(.threatened, number: 2),
      DoneVisit(.nobodyIn, number: 3),
    ]).total
    #expect(line.planned == 2)
    #expect(line.plannedTime == .minutes(70))
    #expect(line.plannedDistance == Distance(metres: 17_000))
    #expect(line.made == 3)
    #expect(line.contacted == 1)
    #expect(line.complaints == 1)
    #expect(line.incidents == 1)
  }

  @Test("judges promises once their day is past")
  func promises() {
    let promise = DoneVisit(.promised, met: .borrower).promising(5000, by: friday.adding(days: 7))
    func judged(_ visits: [DoneVisit], cured: Bool = false, after days: Int = 8) -> [Int] {
      var loanCase = SampleCase.lawful(1, at: place)
      if cured { loanCase.status = .cured }
      let line = report(visits, cases: [loanCase], today: friday.adding(days: days)).total
      return [line.promised, line.kept, line.broken]
    }
    #expect(judged([promise], after: 7) == [1, 0, 0])
    #expect(judged([promise]) == [1, 0, 1])
    #expect(judged([promise], cured: true) == [1, 1, 0])
    let inTime = DoneVisit(.paidOnSpot, number: 2, on: friday.adding(days: 7))
    #expect(judged([promise, inTime.paying(5000)]) == [1, 1, 0])
    #expect(judged([promise, inTime.paying(4999)]) == [1, 0, 1])
    let late = DoneVisit(.paidOnSpot, number: 2, on: friday.adding(days: 9))
    #expect(judged([promise, late.paying(5000)]) == [1, 0, 1])
    let two = promise.promising(5000, by: friday.adding(days: 9))
    #expect(judged([two, inTime.paying(5000)], after: 20) == [1, 1, 1])
  }

  @Test("has a line for each crew that went, planned or not, and for each territory")
  func lines() {
    var stranger = DoneVisit(.nobodyIn, number: 2)
    stranger.visit.crew = "K0"
    let report = report(
      [DoneVisit(.refused), stranger],
      territories: [
        Territory(id: "T2", name: "", borrowers: ["B9"]),
        Territory(id: "T1", name: "", borrowers: ["B1"]),
      ])
    #expect(report.crews.map(\.subject) == ["K0", "K1"])
    #expect(report.crews.map(\.made) == [1, 1])
    #expect(report.crews.map(\.planned) == [0, 2])
    #expect(report.crews.map(\.plannedTime).reduce(.zero, +) == report.total.plannedTime)
    #expect(report.territories.map(\.subject) == ["T1", "T2"])
    #expect(report.territories.map(\.planned) == [1, 0])
    #expect(report.territories.map(\.made) == [2, 0])
    #expect(report.territories[0].plannedTime == .minutes(25))
  }
}
