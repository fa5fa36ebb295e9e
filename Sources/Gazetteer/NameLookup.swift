/// Finds holders by whole names and by pieces of names.
struct NameLookup {
  let file: PlaceFile

  private static let mostHits = 256
  private static let mostPostings = 6000
  private static let mostCompared = 40

  /// The holders with a name of this hash.
  func holders(hash: UInt64) -> [AddressQuery.Hit] {
    var low = 0
    var high = file.count(.keys)
    while low < high {
      let middle = (low + high) / 2
      if file.key(middle) < hash { low = middle + 1 } else { high = middle }
    }
    var hits: [AddressQuery.Hit] = []
    while low < file.count(.keys), file.key(low) == hash, hits.count < Self.mostHits {
      let quality = Double(file.word(.keyTargets, low * 2 + 1)) / 100
      hits.append(.init(holder: file.word(.keyTargets, low * 2), similarity: quality))
      low += 1
    }
    return hits
  }

  /// The holders whose whole name is `tokens`.
  func holders(named tokens: ArraySlice<NameToken>) -> [AddressQuery.Hit] {
    let plain = holders(hash: NameKey.of(tokens, canonical: false))
    return plain.isEmpty ? holders(hash: NameKey.of(tokens, canonical: true)) : plain
  }

  /// The holders whose names resemble `tokens`, the likest first.
  func holders(like tokens: ArraySlice<NameToken>, atLeast least: Double) -> [AddressQuery.Hit] {
    let candidates = candidates(sharing: tokens)
    var similarity = NameSimilarity(to: Array(tokens))
    let hits = candidates.compactMap { holder -> AddressQuery.Hit? in
      let names = file.holder(holder).names
      let best = names.reduce(0.0) { best, name in
        max(best, similarity.score(NameToken.tokens(of: file.string(nameText(name)))))
      }
      return best >= least ? .init(holder: holder, similarity: best) : nil
    }
    let best = hits.reduce(0) { max($0, $1.similarity) }
    return hits.filter { $0.similarity >= best - 0.15 }.sorted {
      ($1.similarity, $0.holder) < ($0.similarity, $1.holder)
    }
  }

  private func nameText(_ name: Int) -> UInt32 { file.word(.names, name * 2 + 1) }

  /// The holders that share the rarest pieces with `tokens`.
  private func candidates(sharing tokens: ArraySlice<NameToken>) -> [UInt32] {
    var terms = Set<Int>()
    for text in NameIndex.terms(of: tokens.prefix(24)) {
      if let term = term(text) {
        terms.insert(term)
      } else if text.utf8.count >= 4, text.utf8.allSatisfy({ $0 < 0x80 }) {
        terms.formUnion(self.terms(like: text))
      }
    }
    let byRarity = terms.sorted {
      (file.word(.terms, $0 * 3 + 2), $0) < (file.word(.terms, $1 * 3 + 2), $1)
    }
    var weights: [UInt32: Double] = [:]
    var budget = Self.mostPostings
    for term in byRarity {
      let start = Int(file.word(.terms, term * 3 + 1))
      let count = Int(file.word(.terms, term * 3 + 2))
      guard budget > 0 else { break }
      let weight = 1 / Double(count + 1).squareRoot()
      for index in 0..<min(count, budget) {
        weights[file.word(.postings, start + index), default: 0] += weight
      }
      budget -= count
    }
    let best = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return best.prefix(Self.mostCompared).map(\.key)
  }

  /// The position of `text` among the terms.
  private func term(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    let index = firstTerm(notBefore: bytes)
    guard index < file.count(.terms),
      file.compareString(file.word(.terms, index * 3), with: bytes) == 0
    else { return nil }
    return index
  }

  private func firstTerm(notBefore bytes: [UInt8]) -> Int {
    var low = 0
    var high = file.count(.terms)
    while low < high {
      let middle = (low + high) / 2
      if file.compareString(file.word(.terms, middle * 3), with: bytes) < 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Up to six terms that begin with the same letter and differ by a slip of the pen.
  private func terms(like text: String) -> [Int] {
    let bytes = Array(text.utf8)
    let start = firstTerm(notBefore: [bytes[0]])
    let end = min(firstTerm(notBefore: [bytes[0] + 1]), start + 20_000)
    var found: [(distance: Int, index: Int)] = []
    for index in start..<end {
      let id = file.word(.terms, index * 3)
      let length = Int(
        file.word(.stringStarts, Int(id) + 1) - file.word(.stringStarts, Int(id)))
      guard abs(length - bytes.count) <= 2 else { continue }
      let distance = EditDistance.between(bytes, file.stringBytes(of: id), limit: 2)
      if distance <= (bytes.count >= 8 ? 2 : 1) { found.append((distance, index)) }
    }
    return found.sorted { $0 < $1 }.prefix(6).map(\.index)
  }
}
