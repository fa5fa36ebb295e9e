import Briefing
import FieldModel
import Quantities
import Testing

@Suite("At a party's door")
struct PartyDoorTests {
  private static let cases = Language.allCases.flatMap { language in
    PrivacyLevel.allCases.map { (language, $0) }
  }

  /// Two cases of one borrower; `role` stands in the second only, whose address is visited.
  private static func sources(_ role: PartyRole, _ language: Language) -> SheetSources {
    var sources = SheetFixture.sources(language: language)
    var untold = SheetFixture.first
    untold.id = "QX-0001"
    untold.lender = "Hill Bank"
    untold.loans[0].product = "Boat loan"
    untold.loans[0].overdue = Money(minorUnits: 765_432, currency: .cny)
    var told = SheetFixture.first
    var party = Party(id: "P9", role: role, name: "Cora Dean")
    party.phone = "13700137003"
    told.parties.append(party)
    var door = told.addresses[0]
    door.id = "A9"
    door.kind = .liableParty
    door.party = "P9"
    told.addresses.append(door)
    untold.addresses.append(door)
    sources.cases = [untold, told]
    sources.route.stops = [sources.route.stops[0]]
    sources.route.stops[0].cases = [untold.id, told.id]
    sources.route.stops[0].address = door.id
    return sources
  }

  private static func sheet(
    _ role: PartyRole, _ language: Language, _ privacy: PrivacyLevel
  ) -> RouteSheet {
    SheetComposer(sources(role, language), language: language, privacy: privacy).compose()
  }

  @Test("only the case the party is liable for is told", arguments: cases)
  func coBorrower(language: Language, privacy: PrivacyLevel) {
    let sheet = Self.sheet(.coBorrower, language, privacy)
    let text = sheet.plainText
    let told = CaseToken(of: "QX-1001", salt: "pepper")
    let untold = CaseToken(of: "QX-0001", salt: "pepper")
    for secret in [
      "QX-0001", "Hill Bank", "Boat loan", "7,654.32", "7654.32", "765432", untold.text,
      untold.grouped, "\u{6B27}\u{9633}", "8001",
    ] {
      #expect(!text.contains(secret), "\(secret)")
    }
    #expect(sheet.stops[0].token == told)
    #expect(sheet.dossiers[0].tokens == [told])
    #expect(sheet.dossiers[0].person == (privacy < .high ? "Cora Dean" : ""))
    #expect(sheet.dossiers[0].sealed.count == (privacy < .high ? 1 : 0))
    #expect(text.contains("QX-1001") == (privacy < .high))
    #expect(text.contains("1,234.56") == (privacy < .high))
  }

  @Test("nothing is told to somebody who is not liable", arguments: cases)
  func relative(language: Language, privacy: PrivacyLevel) {
    let sheet = Self.sheet(.relative, language, privacy)
    #expect(sheet.dossiers[0].sealed.isEmpty && sheet.dossiers[0].tokens.isEmpty)
    #expect(sheet.dossiers[0].caseNumbers.isEmpty && sheet.dossiers[0].person.isEmpty)
    #expect(sheet.stops[0].person.isEmpty)
    for secret in ["QX-", "1,234.56", "7,654.32", "\u{6B27}\u{9633}"] {
      #expect(!sheet.plainText.contains(secret), "\(secret)")
    }
  }

  @Test("everything is told at the borrower's own")
  func borrower() {
    var sources = Self.sources(.coBorrower, .english)
    sources.route.stops[0].address = "A1"
    let stop = sources.route.stops[0]
    #expect(stop.casesToTell(sources.cases.reversed()).map(\.id) == ["QX-0001", "QX-1001"])
    sources.route.stops[0].address = "nowhere"
    #expect(sources.route.stops[0].casesToTell(sources.cases).isEmpty)
  }
}
