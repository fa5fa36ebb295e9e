/// The two indices over names: whole names by hash, and pieces of names with posting lists.
struct NameIndex {
  struct Key {
    var hash: UInt64
    var holder: UInt32
    var quality: UInt32
  }

  private(set) var keys: [Key] = []
  /// Terms in the order of their bytes, each with the holders that carry it, ascending.
  private(set) var terms: [(text: String, holders: [UInt32])] = []

  init(_ holders: [HolderDraft]) {
    var postings: [String: [UInt32]] = [:]
    for (position, holder) in holders.enumerated() {
      let id = UInt32(position)
      for name in holder.names {
        let tokens = NameToken.tokens(of: name.text)
        guard !tokens.isEmpty, !Self.isBareNumber(tokens, kind: holder.kind) else { continue }
        for entry in NameKeys(tokens: tokens, kind: holder.kind).entries {
          keys.append(Key(hash: entry.hash, holder: id, quality: entry.quality))
        }
        guard holder.kind != .postcode else { continue }
        for term in Self.terms(of: tokens[...]) where postings[term]?.last != id {
          postings[term, default: []].append(id)
        }
      }
    }
    keys = Self.unique(keys)
    terms = postings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { ($0.key, $0.value) }
  }

  /// The pieces under which a name is found in part: words, numbers, Latin names run together,
  /// single ideographs and pairs of them.
  static func terms(of tokens: ArraySlice<NameToken>) -> [String] {
    var terms: [String] = []
    for index in tokens.indices {
      let token = tokens[index]
      terms.append(token.canonical)
      let next = index + 1
      if token.kind == .ideograph, next < tokens.endIndex, tokens[next].kind == .ideograph {
        terms.append(token.text + tokens[next].text)
      }
    }
    let words = tokens.filter { $0.kind == .word }
    if words.count > 1 { terms.append(words.map(\.text).joined()) }
    return terms
  }

  /// Whether a landmark is called `3号楼` or the like: a number in a compound, not a name.
  private static func isBareNumber(_ tokens: [NameToken], kind: PlaceKind) -> Bool {
    guard kind == .landmark || kind == .compound else { return false }
    return tokens.allSatisfy { token in
      token.kind == .number || "栋幢号楼座单元室层院".contains(token.text)
    }
  }

  private static func unique(_ keys: [Key]) -> [Key] {
    let sorted = keys.sorted { left, right in
      (left.hash, left.holder, right.quality) < (right.hash, right.holder, left.quality)
    }
    var unique: [Key] = []
    for key in sorted where unique.last?.hash != key.hash || unique.last?.holder != key.holder {
      unique.append(key)
    }
    return unique
  }
}
