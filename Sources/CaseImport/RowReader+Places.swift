import FieldModel
import Quantities

/// Other people and addresses of a row.
extension RowReader {
  mutating func addParties(_ cells: Cells, to loanCase: inout LoanCase) {
    for slot in PartySlot.allCases {
      guard let name = cells[.party(slot, .name)] else {
        if cells[.party(slot, .place(.address))] != nil || cells[.party(slot, .phone)] != nil {
          warn("party-without-name", .party(slot, .name), advice: "left-out")
        }
        continue
      }
      // An unknown role must not make anybody liable.
      let isRoleUnknown =
        cells[.party(slot, .role)] != nil
        && Words.partyRole.find(cells[.party(slot, .role)] ?? "") == nil
      let role =
        word(cells, .party(slot, .role), Words.partyRole)
        ?? (isRoleUnknown ? .other : slot.usualRole)
      let hasConsented = word(cells, .party(slot, .consented), Words.answer) ?? false
      guard role.isLiable || hasConsented else {
        warn("party-not-liable", .party(slot, .name), found: role.rawValue, advice: "left-out")
        continue
      }
      var party = Party(
        id: StableNumber.party(role, name), role: role, name: Spelling.prefix(name, 120))
      party.phone = Spelling.prefix(cells[.party(slot, .phone)] ?? "", 40)
      party.hasConsented = hasConsented
      if !loanCase.parties.contains(where: { $0.id == party.id }) { loanCase.parties.append(party) }
      guard let text = cells[.party(slot, .place(.address))] else { continue }
      guard role.isLiable else {
        warn(
          "address-of-party-not-liable", .party(slot, .place(.address)), found: role.rawValue,
          advice: "left-out")
        continue
      }
      let address = Address(
        id: StableNumber.address(.liableParty, text, party: party.id), kind: .liableParty,
        text: text)
      add(address, of: party.id, cells, { .party(slot, .place($0)) }, to: &loanCase)
    }
  }

  mutating func addPlaces(_ cells: Cells, to loanCase: inout LoanCase) {
    for kind in AddressKind.allCases {
      guard let text = cells[.place(kind, .address)] else {
        if cells[.place(kind, .latitude)] != nil {
          warn("coordinates-without-address", .place(kind, .latitude), advice: "add-address")
        }
        continue
      }
      let address = Address(
        id: StableNumber.address(kind, text, party: nil), kind: kind, text: text)
      add(address, of: nil, cells, { .place(kind, $0) }, to: &loanCase)
    }
  }

  private mutating func add(
    _ plain: Address, of party: Identifier<Party>?, _ cells: Cells,
    _ field: (PlaceField) -> CaseField, to loanCase: inout LoanCase
  ) {
    var address = plain
    address.text = Spelling.prefix(address.text, 300)
    address.party = party
    address.source = Spelling.prefix(cells[field(.source)] ?? "", 40)
    address.status = word(cells, field(.status), Words.addressStatus) ?? .unverified
    if let verified = date(cells, field(.verified)) { address.verified = verified }
    address.given = coordinates(cells, field)
    address.presence = presence(cells, field(.presence))
    address.directions = Spelling.prefix(cells[field(.directions)] ?? "", 300)
    address.isRural = word(cells, field(.rural), Words.answer) ?? false
    address.jurisdiction = identifier(cells, .jurisdiction).map { Identifier($0) }
    loanCase.addresses.append(address)
  }

  private mutating func presence(_ cells: Cells, _ field: CaseField) -> [TimeWindow] {
    guard let text = cells[field] else { return [] }
    var windows: [TimeWindow] = []
    for entry in Spelling.split(text, where: { ";；,，、 ".unicodeScalars.contains($0) }).prefix(20) {
      if let window = lists.window(entry) {
        windows.append(window)
      } else {
        warn(
          "unreadable-time-window", field, found: Masking.figures(String(entry)),
          advice: "HH:MM-HH:MM")
      }
    }
    return windows.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private mutating func coordinates(_ cells: Cells, _ field: (PlaceField) -> CaseField)
    -> ForeignCoordinate?
  {
    guard let north = cells[field(.latitude)], let east = cells[field(.longitude)] else {
      if cells[field(.latitude)] != nil || cells[field(.longitude)] != nil {
        warn("half-a-coordinate", field(.latitude), advice: "left-out")
      }
      return nil
    }
    guard let latitude = Self.degrees(north), let longitude = Self.degrees(east) else {
      warn("unreadable-coordinate", field(.latitude), advice: "decimal-degrees")
      return nil
    }
    let stated = cells.datums[field(.latitude)] ?? cells.datums[field(.longitude)]
    guard let datum = word(cells, field(.datum), Words.datum) ?? stated ?? mapping.datum else {
      remarks.addOnce(
        Diagnostic(
          .warning, "datum-not-stated", line: line, field: field(.latitude).name,
          advice: "say-datum-in-mapping"))
      return nil
    }
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      let isSwapped = abs(longitude) <= 90 && abs(latitude) <= 180
      warn(
        isSwapped ? "swapped-coordinates" : "absurd-coordinate", field(.latitude),
        advice: isSwapped ? "swap-columns" : "left-out")
      return nil
    }
    guard latitude != 0 || longitude != 0 else {
      warn("absurd-coordinate", field(.latitude), found: "0,0", advice: "left-out")
      return nil
    }
    return ForeignCoordinate(datum: datum, latitude: latitude, longitude: longitude)
  }

  private static func degrees(_ text: String) -> Double? {
    let plain = Spelling.halfWidth(text).replacing(",", with: ".").replacing("°", with: "")
    guard plain.utf8.count <= 24,
      plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x2B }
      )
    else { return nil }
    return Double(plain)
  }
}
