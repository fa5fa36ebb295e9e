/// A Chinese building's number given as its name: `3栋`, `12号楼`, `5幢`, `7座`, `8#`.
struct BuildingNumber: Hashable, Sendable {
  /// The number with its word, without blanks.
  let text: String

  /// The number that `name` is; `nil` when it is a proper name.
  init?(_ name: String) {
    let text = name.filter { $0 != " " && $0 != "\u{3000}" }
    let head = text.prefix { ($0.isASCII && ($0.isNumber || $0.isUppercase)) || $0 == "-" }
    guard (1...6).contains(head.count), head.contains(where: \.isNumber),
      Self.words.contains(String(text.dropFirst(head.count)))
    else { return nil }
    self.text = text
  }

  private static let words: Set<String> = ["栋", "幢", "号", "号楼", "楼", "座", "#", "#楼", "号院"]
}
