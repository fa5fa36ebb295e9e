import FieldModel
import Quantities
import Testing

@testable import OfficeStore

@Suite("Holds that are lifted")
struct HoldLiftingTests {
  private let today = Sketch.today
  private let lifting = HoldLifting(
    free: Sketch.today, by: "M. Hale", reason: "answered in writing; '--")

  private func store() throws -> OfficeStore {
    let store = try OfficeStore()
    try store.save([Sketch.plainCase("C1"), Sketch.plainCase("C2")], from: Sketch.batch())
    return store
  }

  private func hold(_ kind: HoldKind, days: Int, until: Int? = nil) -> Hold {
    Hold(
      kind: kind, from: today.adding(days: days), until: until.map { today.adding(days: $0) })
  }

  @Test("stay on the case, with who lifted them from when on and why")
  func history() throws {
    let store = try store()
    try store.add(hold(.dispute, days: -5), to: "C1")
    let lifted = try store.lift(HoldSearch(of: "C1", kind: .dispute), lifting, at: Sketch.moment(9))
    let kept = try #require(try store.findCase("C1")).holds
    #expect(kept == lifted)
    #expect(kept.map(\.lifting) == [lifting])
    #expect(kept[0].until == nil && kept[0].lastDay == today.adding(days: -1))
    #expect(try store.listCases().first { $0.id == "C1" }?.holds == kept)
    #expect(
      try store.lift(HoldSearch(of: "C1", kind: .dispute), lifting, at: Sketch.moment(9)) == [])
  }

  @Test("are those of the kind, the case and the day that were meant")
  func choice() throws {
    let store = try store()
    try store.add(hold(.dispute, days: -5), to: "C1")
    try store.add(hold(.dispute, days: -3), to: "C1")
    try store.add(hold(.hardship, days: -5), to: "C1")
    try store.add(hold(.dispute, days: -5), to: "C2")
    try store.add(hold(.dispute, days: -9, until: -1), to: "C1")
    let search = HoldSearch(of: "C1", kind: .dispute, from: today.adding(days: -3))
    #expect(try store.listLiftable(search, on: today) == [hold(.dispute, days: -3)])
    #expect(try store.lift(search, lifting, at: Sketch.moment(9)).count == 1)
    let any = HoldSearch(of: "C1", kind: .dispute)
    #expect(try store.listLiftable(any, on: today) == [hold(.dispute, days: -5)])
    #expect(try store.listLiftable(any, on: today.adding(days: -1)).count == 2)
    #expect(try store.findCase("C2")?.holds.map(\.lifting) == [nil])
  }

  @Test("of the office can be placed again on the same day")
  func again() throws {
    let store = try store()
    let search = HoldSearch(of: "C1", kind: .dispute)
    try store.add(hold(.dispute, days: 0, until: 300), to: "C1")
    _ = try store.lift(search, lifting, at: Sketch.moment(9))
    try store.add(hold(.dispute, days: 0, until: 3), to: "C1")
    let kept = try #require(try store.findCase("C1")).holds
    #expect(kept.map { $0.applies(on: today) } == [false, true])
  }

  @Test("of visits stay lifted when all that visits did is derived anew")
  func visits() throws {
    let store = try store()
    var effects = CaseEffects(loanCase: "C1")
    effects.holds = [hold(.dispute, days: -5), hold(.unsettled, days: -5, until: 20)]
    try store.replaceEffects([effects])
    #expect(
      try store.lift(HoldSearch(of: "C1", kind: .dispute), lifting, at: Sketch.moment(9)).count == 1
    )
    #expect(try store.listLiftable(HoldSearch(of: "C1", kind: .unsettled), on: today) == [])
    effects.holds.append(hold(.dispute, days: -2))
    try store.replaceEffects([effects])
    let kept = try #require(try store.findCase("C1")).holds.filter { $0.kind == .dispute }
    #expect(kept.map(\.lifting) == [lifting, nil])
  }

  @Test("of a lender's file are the lender's to end")
  func file() throws {
    let store = try store()
    var stated = Sketch.plainCase("C1")
    stated.holds = [hold(.dispute, days: -5)]
    try store.save([stated], from: Sketch.batch())
    #expect(
      try store.lift(HoldSearch(of: "C1", kind: .dispute), lifting, at: Sketch.moment(9)) == [])
    #expect(try store.findCase("C1")?.holds == stated.holds)
    #expect(try store.listFileCases().first?.holds == stated.holds)
  }
}
