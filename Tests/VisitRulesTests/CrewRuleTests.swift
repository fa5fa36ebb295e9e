import FieldModel
import Quantities
import Testing
import VisitRules

@Suite struct CrewRuleTests {
  private func member(_ id: Identifier<CrewMember>) -> CrewMember {
    var member = CrewMember(id: id, name: "某")
    member.trainedUntil = date("2026-06-30")
    member.authorisedUntil = date("2026-06-30")
    return member
  }

  private func crew(_ members: [CrewMember], mode: TravelMode = .car) -> Crew {
    let base = CrewBase(
      id: "B", name: "base", address: "", coordinate: Coordinate(latitude: 0, longitude: 0))
    return Crew(id: "K1", name: "crew", members: members, base: base, mode: mode)
  }

  private let book = RuleWorld().book

  @Test("two qualified members may go out within the limits of law and crew")
  func good() {
    var crew = crew([member("S1"), member("S2")])
    crew.maximumDuty = .hours(9)
    let assessment = book.assess(crew, on: RuleWorld.tuesday)
    #expect(assessment.isAllowed)
    #expect(assessment.maximumDuty == .hours(8))
    #expect(assessment.maximumDriving == .hours(5))
    #expect(assessment.continuousDriving == .hours(4))
    #expect(assessment.drivingRest == .minutes(20))
    crew.maximumDuty = .hours(6)
    #expect(book.assess(crew, on: RuleWorld.tuesday).maximumDuty == .hours(6))
  }

  @Test("nobody goes alone")
  func alone() {
    let assessment = book.assess(crew([member("S1")]), on: RuleWorld.tuesday)
    #expect(!assessment.isAllowed)
    #expect(assessment.verdicts.contains { $0.code == .tooFewPersons })
  }

  @Test("training and authorisation must reach the day; staff numbers are named, people are not")
  func unqualified() {
    var late = member("S2")
    late.trainedUntil = date("2026-03-09")
    var bare = member("S3")
    bare.authorisedUntil = nil
    let assessment = book.assess(crew([member("S1"), late, bare]), on: RuleWorld.tuesday)
    let found = assessment.verdicts.filter { $0.code == .unqualified }.map(\.arguments)
    #expect(found == [["S2", "training"], ["S3", "authorisation"]])
    #expect(!assessment.isAllowed)
  }

  @Test("only those at the wheel of a motor vehicle have a limit at the wheel")
  func onFoot() {
    let walkers = crew([member("S1"), member("S2")], mode: .foot)
    #expect(book.assess(walkers, on: RuleWorld.tuesday).continuousDriving == nil)
  }
}
