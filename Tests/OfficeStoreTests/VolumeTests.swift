import FieldModel
import Quantities
import Testing

@testable import OfficeStore

@Suite("Volume")
struct VolumeTests {
  @Test("keeps and lists 10,000 cases")
  func manyCases() throws {
    try withFolder { folder in
      let store = try OfficeStore(path: folder + "/office.sqlite", isNew: true)
      let cases = (0..<10_000).map { number in
        var loanCase = Sketch.plainCase(String(100_000 + number))
        loanCase.addresses = [Address(id: "A1", kind: .home, text: "Quay Street \(number)")]
        loanCase.contacts = [
          ContactAttempt(channel: .sms, at: Sketch.moment(9), result: .noAnswer)
        ]
        return loanCase
      }
      let clock = ContinuousClock()
      let saving = try clock.measure { try store.save(cases, from: Sketch.batch(rows: 10_000)) }
      var listed: [LoanCase] = []
      let listing = try clock.measure { listed = try store.listCases() }
      #expect(listed == cases)
      #expect(saving < .seconds(30) && listing < .seconds(15), "\(saving), \(listing)")
      print("10,000 cases: saved in \(saving), listed in \(listing)")
    }
  }

  @Test("keeps a plan of 1,000 visits")
  func largePlan() throws {
    try withFolder { folder in
      let store = try OfficeStore(path: folder + "/office.sqlite", isNew: true)
      var plan = PlanSketch.plan("PLAN0001")
      plan.routes = (0..<50).map { number in
        PlanSketch.route(crew: "C1", day: number, stops: 20, from: 20 * number)
      }
      let clock = ContinuousClock()
      let saving = try clock.measure { try store.save(plan, at: Sketch.moment(18)) }
      #expect(try store.findCurrentPlan() == plan)
      #expect(saving < .seconds(5), "\(saving)")
      print("1,000 visits: saved in \(saving)")
    }
  }
}
