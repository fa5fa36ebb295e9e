// Names that are not on the map as written.
extension AddressReader {
  /// Cuts `range` where names end and looks each piece up by resemblance.
  mutating func readPhrase(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end =
        tokens[start].kind == .ideograph
        ? endOfChineseName(from: start, before: range.upperBound)
        : endOfLatinName(from: start, before: range.upperBound)
      readName(start..<end)
      start = end
    }
  }

  /// After the first suffix that is not itself followed by another one.
  private func endOfChineseName(from start: Int, before limit: Int) -> Int {
    var limit = limit
    if let word = tokens[start..<limit].firstIndex(where: { $0.kind == .word }) { limit = word }
    var end = start + 2
    while end < limit {
      if Vocabulary.suffix(endingAt: end, in: tokens, from: start) != nil {
        guard let next = Vocabulary.suffix(startingAt: end, in: tokens),
          end + next.text.count <= limit
        else { return end }
        end += next.text.count
        continue
      }
      end += 1
    }
    return limit
  }

  private func endOfLatinName(from start: Int, before limit: Int) -> Int {
    for index in start..<limit {
      if index > start, tokens[index].kind == .ideograph { return index }
      let word = tokens[index].canonical
      let ends = Vocabulary.streetWords.contains(word) || Vocabulary.placeWords[word] != nil
      let next = index + 1
      if ends, index > start,
        next >= limit || !Vocabulary.streetWords.contains(tokens[next].canonical)
      {
        return next
      }
    }
    return limit
  }

  private mutating func readName(_ range: Range<Int>) {
    let name = tokens[range]
    var kind = kindByEnding(range)
    var hits = lookup.holders(named: name)
    if hits.isEmpty, let short = shortened(range) {
      hits = lookup.holders(named: short)
        .filter { fits(lookup.file.kind(of: $0.holder).part, kind) }
        .map { AddressQuery.Hit(holder: $0.holder, similarity: $0.similarity * 0.9) }
    }
    if hits.isEmpty, kind != .region, range.count <= Self.longestName {
      hits = lookup.holders(like: name, atLeast: kind == .other ? 0.6 : 0.55)
        .filter { fits(lookup.file.kind(of: $0.holder).part, kind) }
    }
    if !hits.isEmpty { kind = self.kind(of: hits) }
    append(kind, range, .name(hits))
  }

  /// A settlement is never taken for a street because their names are alike.
  private func fits(_ found: AddressPart.Kind, _ wanted: AddressPart.Kind) -> Bool {
    switch wanted {
    case .street: found == .street
    case .district, .village, .region: found == .district || found == .village
    case .compound, .landmark: found == .compound || found == .landmark
    default: found != .postcode
    }
  }

  private func kindByEnding(_ range: Range<Int>) -> AddressPart.Kind {
    if tokens[range.upperBound - 1].kind == .ideograph {
      return Vocabulary.suffix(endingAt: range.upperBound, in: tokens, from: range.lowerBound)?
        .kind ?? .other
    }
    let last = tokens[range.upperBound - 1].canonical
    guard range.count > 1 else { return .other }
    return Vocabulary.streetWords.contains(last) ? .street : Vocabulary.placeWords[last] ?? .other
  }

  /// The name without the suffix that people add or leave out.
  private func shortened(_ range: Range<Int>) -> ArraySlice<NameToken>? {
    if tokens[range.upperBound - 1].kind == .ideograph {
      guard
        let suffix = Vocabulary.suffix(
          endingAt: range.upperBound, in: tokens, from: range.lowerBound),
        suffix.isOptional || Vocabulary.compoundSuffixes.contains(suffix.text.joined()),
        range.count - suffix.text.count >= 2
      else { return nil }
      return tokens[range].dropLast(suffix.text.count)
    }
    let last = tokens[range.upperBound - 1].canonical
    return range.count > 1 && Vocabulary.placeWords[last] != nil ? tokens[range].dropLast() : nil
  }
}
