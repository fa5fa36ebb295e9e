public import FieldModel
public import Quantities

/// Names visits so that the field can report on them: `V` and nine Crockford characters.
///
/// The same borrower, crew and day give the same number in every plan, so a visit that a newer plan
/// kept is still the same visit to a crew that left with the older one.
public enum VisitNumber {
  /// The number of a visit.
  public static func make(
    borrower: Identifier<Borrower>, crew: Identifier<Crew>, date: ServiceDate
  ) -> Identifier<PlannedVisit> {
    // FNV-1a, 64 bits (Fowler, Noll and Vo), folded to the 45 bits that nine characters hold.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(date)|\(crew)|\(borrower)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    var bits = (hash >> 45) ^ (hash & (1 << 45 - 1))
    var characters: [Character] = []
    for _ in 0..<9 {
      characters.append(alphabet[Int(bits & 31)])
      bits >>= 5
    }
    return Identifier("V" + String(characters.reversed()))
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
}
