import FieldModel
import Quantities
import Testing

@Suite("Plans and territories, on every store")
struct PlanContractTests {
  @Test("reads back a plan with every reason, break and condition", arguments: StoreKind.allCases)
  func roundTrip(_ kind: StoreKind) throws {
    try kind.withStore { store in
      #expect(try store.findCurrentPlan() == nil)
      let plan = PlanSketch.plan("PLAN0001")
      try store.save(plan, at: Sketch.moment(18))
      #expect(try store.findPlan(code: "PLAN0001") == plan)
      #expect(try store.findPlan(code: "PLAN0002") == nil)
      #expect(try store.findCurrentPlan() == plan)
    }
  }

  @Test(
    "the plan stored last is the current one, also when it is stored again",
    arguments: StoreKind.allCases)
  func current(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let plans = ["PLAN0001", "PLAN0002", "PLAN0003"].map { PlanSketch.plan($0, seed: 1) }
      for plan in plans { try store.save(plan, at: Sketch.moment(18)) }
      #expect(try store.findCurrentPlan() == plans[2])
      try store.save(plans[0], at: Sketch.moment(19))
      #expect(try store.findCurrentPlan() == plans[0])
      #expect(try store.findPlan(code: "PLAN0003") == plans[2])
    }
  }

  @Test("keeps a plan of no route at all", arguments: StoreKind.allCases)
  func empty(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let plan = VisitPlan(
        code: "EMPTY", firstDay: Sketch.today, days: 1, seed: 0, iterations: 0, mapChecksum: 0,
        routes: [], unplanned: [])
      try store.save(plan, at: Sketch.moment(18))
      #expect(try store.findCurrentPlan() == plan)
    }
  }

  @Test("replaces all territories at once", arguments: StoreKind.allCases)
  func territories(_ kind: StoreKind) throws {
    try kind.withStore { store in
      var first = Territory(
        id: "T1", name: "城东", borrowers: ["B1", "B2"],
        outline: [
          [Sketch.place(0), Sketch.place(10), Sketch.place(99)],
          [Sketch.place(-5), Sketch.place(-6), Sketch.place(-7)],
        ])
      first.isLocked = true
      first.crew = "C1"
      first.workload = .hours(31)
      let second = Territory(id: "T2", name: "", borrowers: [])
      try store.replaceTerritories([second, first])
      #expect(try store.listTerritories() == [first, second])
      let moved = Territory(id: "T3", name: "South", borrowers: ["B1"])
      try store.replaceTerritories([moved])
      #expect(try store.listTerritories() == [moved])
    }
  }
}
