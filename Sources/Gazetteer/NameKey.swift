/// The hash under which a whole name is looked up: FNV-1a of its folded tokens without spaces, so
/// that `Wang Jia Cun` and `Wangjiacun` are one.
struct NameKey: Sendable {
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  static func of(_ tokens: some Sequence<NameToken>, canonical: Bool) -> UInt64 {
    var key = NameKey()
    for token in tokens { key.add(canonical ? token.canonical : token.text) }
    return key.hash
  }
}

/// The keys of a name, each with how surely it means the name, in percent.
struct NameKeys {
  private(set) var entries: [(hash: UInt64, quality: UInt32)] = []

  /// The keys under which a thing of `kind` named `tokens` is found.
  init(tokens: [NameToken], kind: PlaceKind) {
    add(tokens[...], quality: 100)
    for part in Self.scripts(of: tokens) where part.count < tokens.count {
      add(part, quality: 95)
      addShortened(part, kind: kind)
    }
    addShortened(tokens[...], kind: kind)
  }

  /// The stretches of one script in a name such as `彌敦道 Nathan Road`.
  private static func scripts(of tokens: [NameToken]) -> [ArraySlice<NameToken>] {
    let isMixed =
      tokens.contains { $0.kind == .ideograph } && tokens.contains { $0.kind == .word }
    guard isMixed else { return [] }
    var parts: [ArraySlice<NameToken>] = []
    var start = 0
    for index in tokens.indices {
      let isEnd =
        index + 1 == tokens.count
        || (tokens[index].kind == .ideograph) != (tokens[index + 1].kind == .ideograph)
      guard isEnd else { continue }
      if index - start >= 1 { parts.append(tokens[start...index]) }
      start = index + 1
    }
    return parts
  }

  /// Names as people shorten them: 清溪 for 清溪县, `Wangjia` for `Wangjia Village`.
  private mutating func addShortened(_ tokens: ArraySlice<NameToken>, kind: PlaceKind) {
    if tokens.first?.text == "the", tokens.count > 1 { add(tokens.dropFirst(), quality: 95) }
    guard kind != .street, kind != .postcode, let last = tokens.last else { return }
    if last.kind == .word {
      if tokens.count > 1, Vocabulary.placeWords[last.canonical] != nil {
        add(tokens.dropLast(), quality: 85)
      }
      return
    }
    let all = Array(tokens)
    guard let suffix = Vocabulary.suffix(endingAt: all.count, in: all, from: 0) else { return }
    let isOptional =
      suffix.isOptional || Vocabulary.compoundSuffixes.contains(suffix.text.joined())
    if isOptional, all.count - suffix.text.count >= 2 {
      add(all.dropLast(suffix.text.count), quality: 85)
    }
  }

  private mutating func add(_ tokens: ArraySlice<NameToken>, quality: UInt32) {
    for canonical in [false, true] {
      let hash = NameKey.of(tokens, canonical: canonical)
      if !entries.contains(where: { $0.hash == hash }) { entries.append((hash, quality)) }
    }
  }
}
