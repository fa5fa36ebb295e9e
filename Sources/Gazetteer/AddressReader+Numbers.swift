// Numbers, postcodes, flats and silent words: what can be read without knowing the map.
extension AddressReader {
  /// Reads every token that no whole name covers.
  mutating func readRest() {
    var phraseStart: Int?
    var index = 0
    while index < tokens.count {
      if let start = phraseStart, isCovered[index] || tokens[index].breakBefore {
        readPhrase(start..<index)
        phraseStart = nil
      }
      if isCovered[index] {
        index += 1
      } else if let read = readNumbered(at: index) {
        if let start = phraseStart { readPhrase(start..<index) }
        phraseStart = nil
        append(read.kind, index..<read.end, read.meaning)
        index = read.end
      } else {
        phraseStart = phraseStart ?? index
        index += 1
      }
    }
    if let start = phraseStart { readPhrase(start..<tokens.count) }
  }

  struct Reading {
    var kind: AddressPart.Kind
    var end: Int
    var meaning: AddressQuery.Meaning
  }

  private func readNumbered(at index: Int) -> Reading? {
    postcode(at: index) ?? latinUnit(at: index) ?? chineseNumber(at: index)
      ?? bareNumber(at: index) ?? silentWord(at: index)
  }

  private func isFree(_ index: Int) -> Bool {
    index < tokens.count && !isCovered[index] && !tokens[index].breakBefore
  }

  /// A British postcode, or six digits in a Chinese address, that the map does not know.
  private func postcode(at index: Int) -> Reading? {
    let text = tokens[index].text
    if tokens[index].kind == .number, text.utf8.count >= 5, text.utf8.allSatisfy(Self.isDigit) {
      return Reading(kind: .postcode, end: index + 1, meaning: .name([]))
    }
    guard tokens[index].kind == .word, (2...4).contains(text.utf8.count), isFree(index + 1) else {
      return nil
    }
    let outward = Array(text.utf8)
    let letters = outward.prefix { !Self.isDigit($0) }.count
    let inward = Array(tokens[index + 1].text.utf8)
    guard (1...2).contains(letters), letters < outward.count, inward.count == 3,
      Self.isDigit(inward[0]), !Self.isDigit(inward[1]), !Self.isDigit(inward[2])
    else { return nil }
    return Reading(kind: .postcode, end: index + 2, meaning: .name([]))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isLabel(_ token: NameToken) -> Bool {
    token.kind == .number || (token.kind == .word && token.text.utf8.count <= 2)
  }

  /// `Flat 2`, `Apt B`, `Block C`, `3 dong`.
  private func latinUnit(at index: Int) -> Reading? {
    let word = tokens[index].canonical
    if tokens[index].kind == .number, isFree(index + 1),
      ["bldg", "dong", "danyuan"].contains(tokens[index + 1].canonical)
    {
      let number = HouseNumber(numberToken: tokens[index].text)
      return tokens[index + 1].canonical == "danyuan"
        ? Reading(kind: .unit, end: index + 2, meaning: .silent)
        : Reading(kind: .building, end: index + 2, meaning: .number(number, of: nil))
    }
    guard tokens[index].kind == .word, isFree(index + 1), isLabel(tokens[index + 1]) else {
      return nil
    }
    let end = index + 2
    if Vocabulary.unitWords.contains(tokens[index].text) {
      return Reading(kind: .unit, end: end, meaning: .silent)
    }
    guard Vocabulary.buildingWords.contains(word) else { return nil }
    let label = tokens[index + 1]
    let number =
      label.kind == .number
      ? HouseNumber(numberToken: label.text)
      : HouseNumber(base: HouseNumber.named, suffix: label.text)
    return Reading(kind: .building, end: end, meaning: .number(number, of: nil))
  }

  /// `128号`, `十二栋`, `A座`, `2单元`, `501室`, `3号楼`.
  private func chineseNumber(at index: Int) -> Reading? {
    var number: HouseNumber
    var end = index
    if tokens[end].text == "第", isFree(end + 1) { end += 1 }
    let token = tokens[end]
    if token.kind == .number {
      number = HouseNumber(numberToken: token.text)
      end += 1
    } else if token.kind == .word, token.text.utf8.count == 1 {
      number = HouseNumber(base: HouseNumber.named, suffix: token.text)
      end += 1
    } else if let (value, count) = HouseNumber.chineseNumeral(in: tokens, at: end) {
      number = HouseNumber(base: value, suffix: "")
      end += count
    } else {
      return nil
    }
    guard end < tokens.count, tokens[end].kind == .ideograph, isFree(end) else { return nil }
    for (suffix, kind) in Self.numberSuffixes {
      let stop = end + suffix.count
      guard stop <= tokens.count, tokens[end..<stop].map(\.text) == suffix else { continue }
      let meaning: AddressQuery.Meaning = kind == .unit ? .silent : .number(number, of: nil)
      return Reading(kind: kind, end: stop, meaning: meaning)
    }
    return nil
  }

  private static let numberSuffixes: [(suffix: [String], kind: AddressPart.Kind)] = [
    (["号", "楼"], .building), (["号", "院"], .building), (["号", "栋"], .building),
    (["号", "房"], .unit), (["号", "室"], .unit), (["单", "元"], .unit),
    (["栋"], .building), (["幢"], .building), (["座"], .building), (["号"], .houseNumber),
    (["弄"], .houseNumber), (["室"], .unit), (["房"], .unit), (["层"], .unit), (["楼"], .unit),
    (["户"], .unit), (["门"], .unit), (["组"], .unit), (["队"], .unit), (["社"], .unit),
  ]

  /// A number without a word that says what it counts.
  private func bareNumber(at index: Int) -> Reading? {
    guard tokens[index].kind == .number else { return nil }
    let text = tokens[index].text
    let pieces = text.split(separator: "-")
    let earlier = parts.filter { $0.tokens.upperBound <= index }
    let before = earlier.max { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let follows = earlier.first { $0.tokens.upperBound == index }?.kind
    if follows == .building || follows == .unit && tokens[index - 1].kind == .ideograph {
      return Reading(kind: .unit, end: index + 1, meaning: .silent)
    }
    let isInCompound = before?.kind == .compound
    let hasRoom = pieces.count == 2 && isInCompound && (UInt32(pieces[1]) ?? 0) >= 100
    if pieces.count >= 3 || hasRoom {
      let building = HouseNumber(numberToken: String(pieces[0]))
      return Reading(kind: .building, end: index + 1, meaning: .number(building, of: nil))
    }
    var number = HouseNumber(numberToken: text)
    var end = index + 1
    if number.suffix.isEmpty, isFree(end), tokens[end].kind == .word,
      tokens[end].text.utf8.count == 1 || HouseNumber.repeats.contains(tokens[end].text)
    {
      number.suffix = tokens[end].text
      end += 1
    }
    let kind: AddressPart.Kind = isInCompound ? .building : .houseNumber
    return Reading(kind: kind, end: end, meaning: .number(number, of: nil))
  }

  private func silentWord(at index: Int) -> Reading? {
    for length in [7, 3, 2, 1] {
      let end = index + length
      guard end <= tokens.count, (index..<end).dropFirst().allSatisfy({ isFree($0) }) else {
        continue
      }
      if Vocabulary.silentPhrases.contains(tokens[index..<end].map(\.text).joined()) {
        return Reading(kind: .other, end: end, meaning: .silent)
      }
    }
    return nil
  }
}
