import Testing

@testable import VisitSync

@Suite("Base64url")
struct Base64URLTests {
  @Test("writes the vectors of RFC 4648 without padding and reads them back")
  func vectors() {
    let vectors = [
      ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
      ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
    ]
    for (plain, letters) in vectors {
      #expect(Base64URL.text(Array(plain.utf8)) == letters)
      #expect(Base64URL.decode(Array(letters.utf8)) == Array(plain.utf8))
    }
  }

  @Test("refuses padding, other letters, impossible lengths and unused bits that are set")
  func refused() {
    for letters in ["Zg==", "Zm+v", "Z", "Zh", "Zm9", "Zm9v\n"] {
      #expect(Base64URL.decode(Array(letters.utf8)) == nil, "\(letters)")
    }
  }
}
