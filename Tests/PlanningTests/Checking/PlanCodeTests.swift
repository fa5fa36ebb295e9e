import FieldModel
import Planning
import Quantities
import Testing

@Suite struct PlanCodeTests {
  @Test("the code is eight characters that nobody misreads")
  func shape() {
    let code = PlanCode.make(for: CheckedWorld().plan)
    #expect(code.count == 8)
    #expect(code.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) })
  }

  @Test("the code is the same for the same plan and does not depend on itself")
  func same() {
    var plan = CheckedWorld().plan
    let code = PlanCode.make(for: plan)
    plan.code = code
    plan.iterations = 5
    #expect(PlanCode.make(for: plan) == code)
  }

  @Test("any change that a crew would notice changes the code")
  func changes() {
    let spoils: [(inout VisitPlan) -> Void] = [
      { $0.firstDay = $0.firstDay.adding(days: 1) },
      { $0.routes[0].crew = "K2" },
      { $0.routes[0].stops[0].start = time("09:11") },
      { $0.routes[0].stops[0].cases = ["C9"] },
      { $0.routes[0].stops.swapAt(0, 1) },
      { $0.routes[1].breaks = [] },
      { $0.unplanned = [] },
      { $0.mapChecksum = 8 },
    ]
    let original = CheckedWorld().plan
    let codes = spoils.map { spoil in
      var plan = original
      spoil(&plan)
      return PlanCode.make(for: plan)
    }
    #expect(Set(codes + [PlanCode.make(for: original)]).count == spoils.count + 1)
  }
}
