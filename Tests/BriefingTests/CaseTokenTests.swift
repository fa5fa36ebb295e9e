import Briefing
import FieldModel
import Quantities
import Testing

@Suite("Case tokens")
struct CaseTokenTests {
  @Test("are eight characters that repeat and depend on the salt")
  func form() {
    let token = CaseToken(of: "QX-1001", salt: "pepper")
    #expect(token.text.count == 8)
    #expect(token == CaseToken(of: "QX-1001", salt: "pepper"))
    #expect(token != CaseToken(of: "QX-1001", salt: "salt"))
    #expect(token != CaseToken(of: "QX-1002", salt: "pepper"))
  }

  @Test("are read back in any spelling")
  func reading() {
    let token = CaseToken(of: "QX-1001", salt: "pepper")
    #expect(CaseToken(token.grouped.lowercased()) == token)
    #expect(CaseToken("") == nil)
    #expect(CaseToken("UUUU-UUUU") == nil)
  }

  @Test("refuse every single wrong character")
  func wrongCharacter() {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let right = Array(CaseToken(of: "QX-1001", salt: "pepper").text)
    for position in right.indices {
      for character in alphabet where character != right[position] {
        var wrong = right
        wrong[position] = character
        #expect(CaseToken(String(wrong)) == nil)
      }
    }
  }

  @Test("do not meet among ten thousand cases")
  func collisions() {
    let tokens = Set((0..<10_000).map { CaseToken(of: Identifier("case-\($0)"), salt: "s") })
    #expect(tokens.count == 10_000)
  }
}
