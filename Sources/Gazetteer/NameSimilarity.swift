/// How alike two names are: words weighed by what they tell, slips of the pen forgiven.
struct NameSimilarity {
  private let wanted: [NameToken]
  private let isIdeographic: Bool
  private let joined: [UInt8]

  init(to tokens: [NameToken]) {
    wanted = tokens
    isIdeographic = tokens.contains { $0.kind == .ideograph }
    joined = Array(tokens.map(\.text).joined().utf8)
  }

  /// 0 for nothing in common, 1 for the same.
  mutating func score(_ name: [NameToken]) -> Double {
    guard name.contains(where: { $0.kind == .ideograph }) == isIdeographic else { return 0 }
    return isIdeographic ? ideographs(name) : words(name)
  }

  /// The mean of the Dice coefficients of characters and of pairs.
  private func ideographs(_ name: [NameToken]) -> Double {
    let mine = wanted.map(\.text)
    let other = name.map(\.text)
    let characters = Self.dice(mine, other)
    let pairs = Self.dice(Self.pairs(mine), Self.pairs(other))
    return (characters + pairs) / 2
  }

  private static func pairs(_ texts: [String]) -> [String] {
    zip(texts, texts.dropFirst()).map { $0 + $1 }
  }

  private static func dice(_ left: [String], _ right: [String]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var rest = right
    var shared = 0
    for text in left {
      guard let index = rest.firstIndex(of: text) else { continue }
      rest.remove(at: index)
      shared += 1
    }
    return Double(2 * shared) / Double(left.count + right.count)
  }

  private func words(_ name: [NameToken]) -> Double {
    var rest = name
    var shared = 0.0
    for token in wanted {
      var best: (likeness: Double, index: Int)?
      for (index, other) in rest.enumerated() {
        let likeness = Self.likeness(token, other)
        if likeness > best?.likeness ?? 0 { best = (likeness, index) }
      }
      guard let best else { continue }
      shared += best.likeness * (Self.weight(token) + Self.weight(rest[best.index]))
      rest.remove(at: best.index)
    }
    let total = (wanted + name).reduce(0) { $0 + Self.weight($1) }
    let other = Array(name.map(\.text).joined().utf8)
    let slips = EditDistance.between(joined, other, limit: 2)
    let whole = joined.count >= 5 && slips <= (joined.count >= 8 ? 2 : 1) ? 0.85 : 0
    return max(whole, shared / total)
  }

  private static func weight(_ token: NameToken) -> Double {
    let isGeneric =
      Vocabulary.streetWords.contains(token.canonical)
      || Vocabulary.placeWords[token.canonical] != nil || token.text == "the"
    return isGeneric ? 0.3 : 1
  }

  private static func likeness(_ left: NameToken, _ right: NameToken) -> Double {
    if left.canonical == right.canonical { return 1 }
    guard left.kind == .word, right.kind == .word, left.text.utf8.count >= 4 else { return 0 }
    let slips = EditDistance.between(Array(left.text.utf8), Array(right.text.utf8), limit: 2)
    if slips == 1 { return 0.85 }
    return slips == 2 && left.text.utf8.count >= 8 ? 0.7 : 0
  }
}

/// Slips of the pen between two words: letters left out, put in, changed or swapped with their
/// neighbour (optimal string alignment).
enum EditDistance {
  /// The number of slips, or something above `limit` if there are more.
  static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit, left.count <= 64, right.count <= 64 else {
      return limit + 1
    }
    if left == right { return 0 }
    var older: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var least = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, older[column - 1] + 1)
        }
        next.append(least)
      }
      if (next.min() ?? 0) > limit { return limit + 1 }
      older = last
      last = next
    }
    return last[right.count]
  }
}
