/// Text in columns on a terminal, where a Chinese character takes two places.
enum TableText {
  /// `text` with spaces up to `width` places.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - places(text)))
  }

  private static func places(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ((0x1100...0xFFDC).contains($1.value) ? 2 : 1) }
  }
}
