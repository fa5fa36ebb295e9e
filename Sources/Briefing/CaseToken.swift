public import FieldModel
public import Quantities

/// The name of a case on paper: eight characters that mean nothing outside the office.
///
/// Seven characters of Crockford's base 32 from a hash of the case number and the workspace's
/// salt, and a check character by the Luhn algorithm modulo 32, which finds every single wrong
/// character. Without the salt a token cannot be turned back by trying case numbers.
public struct CaseToken: Hashable, Sendable, CustomStringConvertible {
  /// The eight characters.
  public let text: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The token of a case in a workspace with a secret `salt`.
  public init(of loanCase: Identifier<LoanCase>, salt: String) {
    var hash = Self.mixed(salt + "\u{0}" + loanCase.text + "\u{0}" + salt)
    var digits: [Int] = []
    for _ in 0..<7 {
      digits.append(Int(hash & 31))
      hash >>= 5
    }
    digits.append(Self.check(digits))
    text = String(digits.map { Self.alphabet[$0] })
  }

  /// The token of the first case that may be talked about at the stop's door.
  ///
  /// It is the visit's own if none may. `cases` are those of the stop or more.
  public init(of stop: PlannedStop, among cases: [LoanCase], salt: String) {
    let told = stop.casesToTell(cases).first?.id
    self.init(of: told ?? Identifier(stop.visit.text), salt: salt)
  }

  /// The token written `text`, with or without a hyphen, `O`, `I` and `L` read as digits; `nil`
  /// when its check character does not fit.
  public init?(_ text: String) {
    let digits = text.uppercased().filter { $0 != "-" && $0 != " " }.map { character in
      switch character {
      case "O": 0
      case "I", "L": 1
      default: Self.alphabet.firstIndex(of: character) ?? -1
      }
    }
    guard digits.count == 8, digits.allSatisfy({ $0 >= 0 }),
      Self.check(Array(digits.dropLast())) == digits[7]
    else { return nil }
    self.text = String(digits.map { Self.alphabet[$0] })
  }

  /// The token in two groups of four, as sheets print it.
  public var grouped: String { "\(text.prefix(4))-\(text.suffix(4))" }

  /// The eight characters without a hyphen.
  public var description: String { text }

  /// FNV-1a (64 bit) followed by the SplitMix64 finaliser, which spreads it over all bits.
  private static func mixed(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  /// Luhn modulo 32 over digits 0 ..< 32.
  private static func check(_ digits: [Int]) -> Int {
    var sum = 0
    for (position, digit) in digits.reversed().enumerated() {
      let weighted = position % 2 == 0 ? digit * 2 : digit
      sum += weighted / 32 + weighted % 32
    }
    return (32 - sum % 32) % 32
  }
}
