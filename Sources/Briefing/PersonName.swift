/// A person's name as far as a level lets it be seen.
enum PersonName {
  /// Initials: `J. S.` of Latin names; of Chinese names the surname and a circle a character, so
  /// that 欧阳娜娜 shows as 欧阳〇〇.
  static func initials(of name: String) -> String {
    let words = name.split { $0 == " " || $0 == "·" || $0 == "•" }
    guard let first = name.first(where: { $0 != " " }) else { return "" }
    if isHan(first), words.count == 1 {
      let surname = doubleSurnames.contains(String(name.prefix(2))) && name.count > 2 ? 2 : 1
      return name.prefix(surname) + String(repeating: "〇", count: max(1, name.count - surname))
    }
    return words.prefix(4).compactMap { $0.first.map { "\($0.uppercased())." } }
      .joined(separator: " ")
  }

  /// A telephone number with its middle digits masked: `138****5678`.
  static func maskedPhone(_ phone: String) -> String {
    let digits = phone.filter { $0.isNumber }
    guard digits.count >= 7 else {
      return digits.isEmpty ? "" : String(repeating: "*", count: digits.count)
    }
    let tail = digits.count >= 10 ? 4 : 2
    let head = digits.count >= 10 ? 3 : 2
    let middle = String(repeating: "*", count: digits.count - head - tail)
    return digits.prefix(head) + middle + digits.suffix(tail)
  }

  private static func isHan(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return (0x3400...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }

  private static let doubleSurnames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒",
    "夏侯", "长孙", "宇文", "轩辕", "端木", "南宫", "独孤",
  ]
}
