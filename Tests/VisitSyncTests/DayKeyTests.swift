import Quantities
import Testing

@testable import VisitSync

@Suite("Day key")
struct DayKeyTests {
  @Test("is typed in any case, with or without hyphens, with O, I and L for 0 and 1")
  func forgiving() throws {
    let key = try #require(DayKey(bytes: Array(0..<16)))
    #expect(key.code.count == 33)
    #expect(DayKey(code: key.code) == key)
    let sloppy = key.code.lowercased().replacing("-", with: "  ")
      .replacing("0", with: "o").replacing("1", with: "l")
    #expect(DayKey(code: sloppy) == key)
  }

  @Test("finds every single wrong digit and every swap of neighbours that differ")
  func checkDigit() {
    var chance = SeededGenerator(seed: 4)
    for _ in 0..<20 {
      let digits = Array(DayKey(using: &chance).code.filter { $0 != "-" })
      for position in 0..<26 {
        for digit in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where digit != digits[position] {
          var wrong = digits
          wrong[position] = digit
          #expect(DayKey(code: String(wrong)) == nil)
        }
        var swapped = digits
        swapped.swapAt(position, position + 1)
        if swapped != digits { #expect(DayKey(code: String(swapped)) == nil) }
      }
    }
  }

  @Test("refuses codes of other lengths, letters or numbers beyond 128 bits")
  func refused() {
    for code in ["", "ABC", String(repeating: "Z", count: 27), String(repeating: "?", count: 27)] {
      #expect(DayKey(code: code) == nil)
    }
    #expect(DayKey(bytes: [1]) == nil)
  }

  @Test("turns the largest and the smallest number into text and back")
  func extremes() throws {
    for byte: UInt8 in [0, 0xFF] {
      let key = try #require(DayKey(bytes: Array(repeating: byte, count: 16)))
      #expect(DayKey(code: key.code) == key)
    }
  }

  @Test("head codes are the first forty bits")
  func headCode() throws {
    let identity = try #require(
      RecordIdentity(
        Base64URL.text([0xFF, 0xFF, 0xFF, 0xFF, 0xFF] + Array(repeating: 0, count: 27))))
    #expect(identity.headCode == "ZZZZ-ZZZZ")
  }
}
