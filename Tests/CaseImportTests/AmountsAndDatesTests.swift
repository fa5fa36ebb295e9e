import Quantities
import Testing

@testable import CaseImport

@Suite("Amounts and dates as people write them")
struct AmountsAndDatesTests {
  @Test(
    "amounts",
    arguments: [
      ("1234", 123_400), ("1,234.50", 123_450), ("￥1,234.5", 123_450), ("1.234,50", 123_450),
      ("1 234,50", 123_450), ("1234元", 123_400), ("1.2万元", 1_200_000), ("１２３４．５", 123_450),
      ("CNY 12", 1_200), ("12 cny", 1_200), ("1,234", 123_400), ("1,234,567", 123_456_700),
      ("1.234.567", 123_456_700), ("12,5", 1_250), ("0.05", 5), (".5", 50), ("1'234.50", 123_450),
      ("1234.500", 123_450), ("(12.00)", -1_200), ("-3", -300), ("人民币5元", 500), ("+7", 700),
    ])
  func amounts(text: String, minor: Int64) throws {
    // The sign for yuan stands before and after only once; both together are not an amount.
    guard text != "人民币5元" else {
      #expect(throws: AmountText.Problem.self) {
        try AmountText.read(text, currency: .cny, mark: nil)
      }
      return
    }
    let money = try AmountText.read(text, currency: .cny, mark: nil)
    #expect(money == Money(minorUnits: minor, currency: .cny))
  }

  @Test("a stated decimal mark settles what one amount cannot tell")
  func marks() throws {
    #expect(try AmountText.read("1.234", currency: .cny, mark: .comma).minorUnits == 123_400)
    #expect(try AmountText.read("1,5", currency: .cny, mark: .comma).minorUnits == 150)
    #expect(throws: AmountText.Problem.self) {
      try AmountText.read("1,5", currency: .cny, mark: .point)
    }
    #expect(
      try AmountText.read("¥500", currency: Currency(code: "JPY"), mark: nil).minorUnits == 500)
  }

  @Test(
    "dates",
    arguments: [
      "2026-11-22", "2026/11/22", "2026.11.22", "20261122", "2026年11月22日", "2026-11-22 10:30",
      "2026-11-22T10:30:00", "２０２６－１１－２２", "22/11/2026", "22.11.2026", "11/22/2026",
      "46348", "20261122 0930",
    ])
  func dates(text: String) throws {
    #expect(try DateText.read(text, order: nil).date == ServiceDate("2026-11-22"))
  }

  @Test("the order of day and month comes from the mapping")
  func order() throws {
    #expect(
      try DateText.read("03/04/2026", order: .dayMonthYear).date == ServiceDate("2026-04-03"))
    #expect(
      try DateText.read("03/04/2026", order: .monthDayYear).date == ServiceDate("2026-03-04"))
    #expect(throws: DateText.Problem.self) { try DateText.read("22/11/2026", order: .monthDayYear) }
  }

  @Test("the day number of a spreadsheet is said to be one")
  func serial() throws {
    #expect(try DateText.read("46348", order: nil).isSerial)
    #expect(throws: DateText.Problem.self) { try DateText.read("99999", order: nil) }
  }

  @Test(
    "what is no date is refused",
    arguments: ["", "soon", "2026-11", "2026-11-22-01", "-", "2026", "123456789", "2026-13-01"])
  func noDates(text: String) {
    #expect(throws: DateText.Problem.self) { try DateText.read(text, order: nil) }
  }

  @Test("each canonical header is unique and understood, in English and in Chinese")
  func headers() {
    #expect(HeaderSpellings.byCanonicalName.count == 131)
    for (name, field) in HeaderSpellings.byCanonicalName {
      #expect(HeaderSpellings.find(name)?.field == field, "\(name)")
      #expect(HeaderSpellings.find(name.uppercased())?.field == field, "\(name)")
    }
    for (field, name) in HeaderSpellings.chineseNames {
      #expect(HeaderSpellings.find(name)?.field == field, "\(name)")
      #expect(BlockedColumn.reason(name) == nil, "\(name)")
    }
    #expect(HeaderSpellings.chineseNames.count == HeaderSpellings.byCanonicalName.count)
  }
}
