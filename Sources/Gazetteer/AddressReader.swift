/// Reads an address as written into its parts, in either script.
///
/// Names that the map knows are found first, as the best cover of the text by whole names; numbers
/// are read from what is left by the rules of each script; what then remains is cut at the words
/// that end names (路, 小区, `Street`) and looked up by resemblance.
struct AddressReader {
  let lookup: NameLookup
  let tokens: [NameToken]
  private(set) var parts: [AddressQuery.Part] = []
  /// Whether a token belongs to a name that was found whole.
  private(set) var isCovered: [Bool]

  static let longestName = 16
  private static let mostParts = 24

  static func read(_ text: String, in file: PlaceFile) -> AddressQuery {
    let scalars = Array(text.unicodeScalars.prefix(NameToken.longestText))
    let tokens = NameToken.tokens(of: scalars)
    var reader = AddressReader(lookup: NameLookup(file: file), tokens: tokens)
    reader.coverNames()
    reader.readRest()
    reader.parts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    reader.parts = Array(reader.parts.prefix(mostParts))
    reader.attachNumbers()
    return AddressQuery(scalars: scalars, tokens: tokens, parts: reader.parts)
  }

  private init(lookup: NameLookup, tokens: [NameToken]) {
    self.lookup = lookup
    self.tokens = tokens
    isCovered = Array(repeating: false, count: tokens.count)
  }

  mutating func append(
    _ kind: AddressPart.Kind, _ range: Range<Int>, _ meaning: AddressQuery.Meaning
  ) {
    parts.append(AddressQuery.Part(kind: kind, tokens: range, meaning: meaning))
  }

  // MARK: Whole names

  private struct Choice {
    var value = 0.0
    var end: Int?
    var hits: [AddressQuery.Hit] = []
  }

  /// Covers the tokens with whole names of the map so that the sum of squared lengths is greatest.
  private mutating func coverNames() {
    var best = [Choice](repeating: Choice(), count: tokens.count + 1)
    for start in tokens.indices.reversed() {
      best[start].value = best[start + 1].value
      for window in windows(from: start) {
        let after = best[window.end]
        if after.end == nil, isContinued(start..<window.end) || isCutShort(window) { continue }
        let value = after.value + window.value
        if value > best[start].value {
          best[start] = Choice(value: value, end: window.end, hits: window.hits)
        }
      }
    }
    var start = 0
    while start < tokens.count {
      guard let end = best[start].end else {
        start += 1
        continue
      }
      let hits = best[start].hits
      append(kind(of: hits), start..<end, .name(hits))
      for index in start..<end { isCovered[index] = true }
      start = end
    }
  }

  private struct Window {
    var end: Int
    var value: Double
    var hits: [AddressQuery.Hit]
  }

  private func windows(from start: Int) -> [Window] {
    var windows: [Window] = []
    var plain = NameKey()
    var canonical = NameKey()
    var length = 0.0
    for end in (start + 1)...min(tokens.count, start + Self.longestName)
    where end == start + 1 || !tokens[start..<end].dropFirst().contains(where: \.breakBefore) {
      let token = tokens[end - 1]
      plain.add(token.text)
      canonical.add(token.canonical)
      length += token.kind == .word ? 2 : 1
      guard isLongEnough(start..<end) else { continue }
      var hits = lookup.holders(hash: plain.hash)
      if hits.isEmpty, canonical.hash != plain.hash {
        hits = lookup.holders(hash: canonical.hash)
      }
      if tokens[start..<end].allSatisfy({ $0.kind == .number }) {
        hits = isPostcodeNumber(start..<end) ? hits.filter { isPostcode($0) } : []
      }
      guard let best = hits.map(\.similarity).max() else { continue }
      let isLandmark = hits.allSatisfy { lookup.file.kind(of: $0.holder) == .landmark }
      let value = length * length * best * (isLandmark ? 0.8 : 1)
      windows.append(Window(end: end, value: value, hits: hits))
    }
    return windows
  }

  private func isPostcode(_ hit: AddressQuery.Hit) -> Bool {
    lookup.file.kind(of: hit.holder) == .postcode
  }

  private func isPostcodeNumber(_ range: Range<Int>) -> Bool {
    let digits = tokens[range].reduce(0) { $0 + $1.text.utf8.count }
    return digits >= 5 || (digits == 4 && range.lowerBound > 0)
  }

  private func isLongEnough(_ range: Range<Int>) -> Bool {
    if range.count == 1, tokens[range.lowerBound].kind == .ideograph { return false }
    return tokens[range].reduce(0) { $0 + $1.text.unicodeScalars.count } >= 2
  }

  /// Whether the word after `range` makes it part of a longer name that the map does not know:
  /// 建设路 in 建设路小区, `Ryde` in `Ryde Road`.
  private func isContinued(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    guard next < tokens.count, !tokens[next].breakBefore else { return false }
    if tokens[next].kind == .word {
      let word = tokens[next].canonical
      let isSuffix = Vocabulary.streetWords.contains(word) || Vocabulary.placeWords[word] != nil
      let last = tokens[next - 1].canonical
      let isClosed =
        Vocabulary.streetWords.contains(last) || Vocabulary.placeWords[last] != nil
      return tokens[next - 1].kind == .word && isSuffix && !isClosed
    }
    guard let suffix = Vocabulary.suffix(startingAt: next, in: tokens) else { return false }
    let own = Vocabulary.suffix(endingAt: next, in: tokens, from: range.lowerBound)
    return own == nil || suffix.kind == .compound || suffix.kind == .landmark
  }

  /// Whether a shortened name (桂花 for 桂花小区) is followed by characters that no name explains, as
  /// in the misspelt 桂花花圆: the whole is then looked up by resemblance.
  private func isCutShort(_ window: Window) -> Bool {
    let next = window.end
    guard window.hits.allSatisfy({ $0.similarity < 0.95 }), next < tokens.count,
      !tokens[next].breakBefore, tokens[next].kind == .ideograph,
      tokens[next - 1].kind == .ideograph, tokens[next].text != "第"
    else { return false }
    return HouseNumber.chineseNumeral(in: tokens, at: next) == nil
  }

  /// What a name is taken for: the most telling kind among the places that carry it.
  func kind(of hits: [AddressQuery.Hit]) -> AddressPart.Kind {
    let kinds = Set(hits.map { lookup.file.kind(of: $0.holder).part })
    let order: [AddressPart.Kind] = [
      .street, .compound, .district, .village, .postcode, .landmark,
    ]
    return order.first { kinds.contains($0) } ?? .other
  }

  // MARK: Numbers and names

  /// Tells each number which name it belongs to.
  private mutating func attachNumbers() {
    for index in parts.indices {
      guard case .number(let number, _) = parts[index].meaning else { continue }
      parts[index].meaning = .number(number, of: owner(of: index))
    }
  }

  /// Chinese numbers follow their name, Latin ones stand on either side of it.
  private func owner(of number: Int) -> Int? {
    let range = parts[number].tokens
    let before = parts[..<number].lastIndex { isNumbered($0) }
    let after = parts[(number + 1)...].firstIndex { isNumbered($0) }
    let isChinese =
      tokens[range].contains { $0.kind == .ideograph }
      || before.map { tokens[parts[$0].tokens].contains { $0.kind == .ideograph } } == true
    if isChinese, let before { return before }
    let isAfterBroken = after.map { hasBreak(range.upperBound..<parts[$0].tokens.lowerBound + 1) }
    let isBeforeBroken = before.map { hasBreak(parts[$0].tokens.upperBound..<range.upperBound) }
    if let after, let before, isAfterBroken == false, isBeforeBroken == false {
      return isTelling(parts[before]) && !isTelling(parts[after]) ? before : after
    }
    if let after, isAfterBroken == false { return after }
    if let before, isBeforeBroken == false { return before }
    return after ?? before
  }

  private func hasBreak(_ range: Range<Int>) -> Bool {
    tokens[range].contains(where: \.breakBefore)
  }

  private func isNumbered(_ part: AddressQuery.Part) -> Bool {
    if case .name = part.meaning { part.kind != .region } else { false }
  }

  private func isTelling(_ part: AddressQuery.Part) -> Bool {
    part.kind == .street || part.kind == .compound
  }
}
