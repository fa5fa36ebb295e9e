import FieldModel
import Quantities

/// Numbers of addresses and parties that stay the same from one import to the next, so that pins,
/// outcomes and wishes keep their place: the kind and a checksum of the text without white space,
/// signs, width and case.
enum StableNumber {
  static func address(_ kind: AddressKind, _ text: String, party: Identifier<Party>?)
    -> Identifier<Address>
  {
    Identifier("\(kind.rawValue)-\(code(text + (party?.text ?? "")))")
  }

  static func party(_ role: PartyRole, _ name: String) -> Identifier<Party> {
    Identifier("\(role.rawValue)-\(code(name))")
  }

  private static func code(_ text: String) -> String {
    var checksum = Checksum()
    let bytes = Array(Spelling.comparable(text).utf8)
    // SAFETY: The buffer is only read, while `bytes` lives.
    unsafe bytes.withUnsafeBytes { unsafe checksum.add($0) }
    let digits = String(checksum.value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
