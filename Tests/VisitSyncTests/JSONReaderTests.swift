import Testing

@testable import VisitSync

@Suite("JSON within bounds")
struct JSONReaderTests {
  @Test("reads every kind of value and writes it back the same")
  func roundTrip() throws {
    let text =
      #"{"a":[1,-9223372036854775808,null,true,false],"b":{"c":"é\"\\\n\u0001😀"},"d":[],"e":{}}"#
    #expect(try JSONReader.value(Array(text.utf8)).text == Array(text.utf8))
  }

  @Test("understands escapes, surrogate pairs and space between tokens")
  func escapes() throws {
    let value = try JSONReader.value(Array(#" [ "\u4e2d\ud83d\ude00\/\t" , 0 ] "#.utf8))
    #expect(value == .array([.string("中😀/\t"), .integer(0)]))
  }

  @Test(
    "refuses what the format does not have",
    arguments: [
      ("1.5", JSONFault.Kind.notAnInteger), ("1e3", .notAnInteger),
      ("9223372036854775808", .notAnInteger), ("01", .syntax), ("-", .syntax), ("", .syntax),
      (#"{"a":1,"a":2}"#, .duplicateKey), (#"{"a":1,"\u0061":2}"#, .duplicateKey),
      (#""\ud800""#, .badString), (#""\x""#, .badString), ("\"a\nb\"", .badString),
      ("\"a", .badString), ("[1,]", .syntax), ("{} x", .trailingText), ("[1", .syntax),
      (#"{"a" 1}"#, .syntax), ("nul", .syntax), ("NaN", .syntax),
    ])
  func refused(text: String, kind: JSONFault.Kind) {
    let fault = #expect(throws: JSONFault.self) { try JSONReader.value(Array(text.utf8)) }
    #expect(fault?.kind == kind)
  }

  @Test("refuses text that is not UTF-8")
  func notUTF8() {
    #expect(throws: JSONFault.self) { try JSONReader.value([0x22, 0xC3, 0x28, 0x22]) }
  }

  @Test("takes sixteen levels and refuses seventeen and four thousand")
  func depth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONReader.value(nested(16))
    for depth in [17, 4000] {
      #expect(throws: JSONFault(kind: .tooDeep, offset: 16)) {
        try JSONReader.value(nested(depth))
      }
    }
  }

  @Test("refuses more values than a record may hold")
  func count() {
    let text = "[" + String(repeating: "0,", count: SyncLimits.jsonValues) + "0]"
    let fault = #expect(throws: JSONFault.self) { try JSONReader.value(Array(text.utf8)) }
    #expect(fault?.kind == .tooManyValues)
  }
}
