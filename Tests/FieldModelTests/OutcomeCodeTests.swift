import FieldModel
import Testing

@Suite("OutcomeCode")
struct OutcomeCodeTests {
  /// The outcome table, written down a second time: code, counts against the cap, is a contact.
  static let table: [(codes: [String], counts: Bool, contact: Bool)] = [
    ((1...12).map { code($0) }, true, true),
    ([code(20), code(21), code(22)], true, false),
    ([code(23)], true, true),
    ([code(24)], false, false),
    ((30...33).map { code($0) }, false, false),
    ((40...43).map { code($0) }, false, false),
    ((50...54).map { code($0) }, false, false),
    ([code(60)], true, false),
    ([code(61), code(62)], false, false),
  ]

  private static func code(_ number: Int) -> String { number < 10 ? "O0\(number)" : "O\(number)" }

  @Test("counts against the cap, and as a contact, as the table says", arguments: table.indices)
  func flags(_ line: Int) throws {
    let row = Self.table[line]
    for text in row.codes {
      let outcome = try #require(OutcomeCode(rawValue: text), "\(text)")
      #expect(outcome.countsAgainstCap == row.counts, "\(text)")
      #expect(outcome.isContact == row.contact, "\(text)")
    }
  }

  @Test("has every outcome of the table and no other")
  func complete() {
    let listed = Self.table.flatMap(\.codes)
    #expect(OutcomeCode.allCases.map(\.rawValue).sorted() == listed.sorted())
  }

  @Test("whoever is met uses up part of the cap")
  func contactsCount() {
    for outcome in OutcomeCode.allCases where outcome.isContact {
      #expect(outcome.countsAgainstCap, "\(outcome)")
    }
  }

  @Test("a verdict gives the address the status that stops or allows the next visit")
  func verdicts() {
    #expect(AddressVerdict.confirmed.status == .verified)
    #expect(AddressVerdict.unknown.status == nil)
    for verdict in [AddressVerdict.moved, .wrong, .inaccessible] {
      #expect(verdict.status?.isVisitable == false)
    }
  }
}
