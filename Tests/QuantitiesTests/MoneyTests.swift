import Quantities
import Testing

@Suite("Money")
struct MoneyTests {
  @Test(
    "writes plain amounts with the currency's decimals",
    arguments: [
      (123_450, "CNY", "1234.50"), (5, "CNY", "0.05"), (-5, "GBP", "-0.05"), (0, "GBP", "0.00"),
      (1_234, "JPY", "1234"), (1_234, "KWD", "1.234"),
      (Int64.min, "CNY", "-92233720368547758.08"),
    ] as [(Int64, String, String)])
  func plain(units: Int64, code: String, text: String) throws {
    let currency = try #require(Currency(code: code))
    #expect(Money(minorUnits: units, currency: currency).plainAmount == text)
  }

  @Test("adds only what can be added")
  func adding() {
    let one = Money(minorUnits: 150, currency: .cny)
    #expect(one.adding(one) == Money(minorUnits: 300, currency: .cny))
    #expect(one.adding(Money(minorUnits: 1, currency: .gbp)) == nil)
    #expect(one.adding(Money(minorUnits: .max, currency: .cny)) == nil)
  }

  @Test("knows currencies by three letters in either case")
  func currencies() {
    #expect(Currency(code: "cny") == .cny)
    for code in ["", "CN", "CNYX", "C1Y", "元"] { #expect(Currency(code: code) == nil, "\(code)") }
  }
}
