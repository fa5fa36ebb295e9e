import FieldModel
import Quantities
import Testing

@Suite("Cases, on every store")
struct CaseContractTests {
  @Test("reads back a case with every field filled", arguments: StoreKind.allCases)
  func roundTrip(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let cases = [Sketch.fullCase("C1"), Sketch.plainCase("C2"), Sketch.fullCase("C3")]
      try store.save(cases.reversed(), from: Sketch.batch(rows: 3))
      #expect(try store.listCases() == cases)
      #expect(try store.findCase("C3") == cases[2])
      #expect(try store.findCase("C4") == nil)
    }
  }

  @Test("reads back every word of the model", arguments: StoreKind.allCases)
  func everyWord(_ kind: StoreKind) throws {
    try kind.withStore { store in
      var wide = Sketch.plainCase("C1")
      wide.holds = HoldKind.allCases.map { Hold(kind: $0, from: Sketch.today) }
      wide.riskFlags = RiskFactor.allCases.map {
        RiskFlag(factor: $0, source: "file", recorded: Sketch.today)
      }
      wide.addresses = AddressKind.allCases.enumerated().map { number, kind in
        var address = Address(id: Identifier("A\(number)"), kind: kind, text: "")
        address.status = AddressStatus.allCases[number % AddressStatus.allCases.count]
        return address
      }
      wide.parties = PartyRole.allCases.enumerated().map { number, role in
        Party(id: Identifier("P\(number)"), role: role, name: "")
      }
      wide.contacts = ContactChannel.allCases.flatMap { channel in
        ContactResult.allCases.map {
          ContactAttempt(channel: channel, at: Sketch.moment(9), result: $0)
        }
      }
      wide.wishes = Weekday.allCases.map { .notOn($0) }
      try store.save([wide], from: Sketch.batch())
      #expect(try store.findCase("C1") == wide)
      for reason in ArrearsReason.allCases {
        for status in CaseStatus.allCases {
          wide.reason = reason
          wide.status = status
          try store.save([wide], from: Sketch.batch())
          #expect(try store.findCase("C1") == wide)
        }
      }
    }
  }

  @Test(
    "a new file replaces what the old one said, and of the cases in it only",
    arguments: StoreKind.allCases)
  func replaces(_ kind: StoreKind) throws {
    try kind.withStore { store in
      try store.save([Sketch.fullCase("C1"), Sketch.fullCase("C2")], from: Sketch.batch())
      var smaller = Sketch.plainCase("C1")
      smaller.status = .cured
      try store.save([smaller], from: Sketch.batch())
      #expect(try store.listCases() == [smaller, Sketch.fullCase("C2")])
    }
  }

  @Test("the same file twice changes nothing", arguments: StoreKind.allCases)
  func twice(_ kind: StoreKind) throws {
    try kind.withStore { store in
      try fill(store)
      let before = try store.listCases()
      try store.save([Sketch.fullCase("C1")], from: Sketch.batch())
      #expect(try store.listCases() == before)
    }
  }

  @Test(
    "a new file undoes nothing that office, dispatcher or visits added",
    arguments: StoreKind.allCases)
  func keeps(_ kind: StoreKind) throws {
    try kind.withStore { store in
      try fill(store)
      var renewed = Sketch.fullCase("C1")
      renewed.holds = []
      renewed.riskFlags = []
      renewed.contacts = []
      renewed.approvals = []
      try store.save([renewed], from: Sketch.batch())
      let kept = try #require(try store.findCase("C1"))
      #expect(kept.holds.map(\.kind) == [.vulnerable, .complaint])
      #expect(kept.approvals.map(\.rule) == ["cap.visit"])
      #expect(kept.contacts.map(\.at) == [Sketch.moment(14)])
      #expect(kept.riskFlags.map(\.factor) == [.crowd])
      #expect(kept.addresses.map(\.status) == [.verified, .moved, .verified])
      #expect(kept.findAddress("A1")?.location == Sketch.pin())
      #expect(kept.findAddress("A2")?.location == Sketch.doubtful())
    }
  }

  /// A case with a word from everybody: file, office, dispatcher, gazetteer and visits.
  private func fill(_ store: any Repositories) throws {
    try store.save([Sketch.fullCase("C1")], from: Sketch.batch())
    try store.add(Hold(kind: .vulnerable, from: Sketch.today), to: "C1")
    try store.add(
      Approval(rule: "cap.visit", by: "S. Visor", reason: "asked for", expires: Sketch.today),
      to: "C1")
    try store.save([
      LocatedAddress(loanCase: "C1", address: "A1", location: Sketch.pin()),
      LocatedAddress(loanCase: "C1", address: "A2", location: Sketch.doubtful()),
    ])
    try store.replaceEffects([Sketch.effects(on: "C1")])
  }

  @Test("visits do to a stored case what they do to the value", arguments: StoreKind.allCases)
  func effects(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let cases = [Sketch.fullCase("C1"), Sketch.fullCase("C2")]
      try store.save(cases, from: Sketch.batch())
      let effects = Sketch.effects(on: "C2")
      try store.replaceEffects([effects])
      #expect(try store.listCases() == [cases[0], effects.applied(to: cases[1])])
      try store.replaceEffects([effects])
      #expect(try store.listCases() == [cases[0], effects.applied(to: cases[1])])
      try store.replaceEffects([])
      #expect(try store.listCases() == cases)
    }
  }

  @Test("a pin gives way to another pin only", arguments: StoreKind.allCases)
  func pins(_ kind: StoreKind) throws {
    try kind.withStore { store in
      try store.save([Sketch.fullCase("C1")], from: Sketch.batch())
      func locate(_ location: Location) throws -> Location? {
        try store.save([LocatedAddress(loanCase: "C1", address: "A1", location: location)])
        return try store.findCase("C1")?.findAddress("A1")?.location
      }
      let given = Location(coordinate: Sketch.place(9), precision: .house, source: .given)
      #expect(try locate(Sketch.doubtful()) == Sketch.doubtful())
      #expect(try locate(given) == given)
      #expect(try locate(Sketch.doubtful()) == Sketch.doubtful())
      #expect(try locate(Sketch.pin()) == Sketch.pin())
      #expect(try locate(given) == Sketch.pin())
      #expect(try locate(Sketch.doubtful()) == Sketch.pin())
      #expect(try locate(Sketch.pin(7)) == Sketch.pin(7))
    }
  }

  @Test("says no to what belongs to no case", arguments: StoreKind.databases)
  func strangers(_ kind: StoreKind) throws {
    try kind.withStore { store in
      try store.save([Sketch.fullCase("C1")], from: Sketch.batch())
      let before = try store.listCases()
      #expect(throws: (any Error).self) {
        try store.add(Hold(kind: .dispute, from: Sketch.today), to: "C9")
      }
      #expect(throws: (any Error).self) {
        try store.save([LocatedAddress(loanCase: "C9", address: "A1", location: Sketch.pin())])
      }
      #expect(throws: (any Error).self) {
        try store.replaceEffects([Sketch.effects(on: "C1"), Sketch.effects(on: "C9")])
      }
      #expect(try store.listCases() == before)
    }
  }
}
