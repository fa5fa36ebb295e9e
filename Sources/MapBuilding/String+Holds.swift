extension String {
  /// Whether `part` stands somewhere in the text, byte for byte.
  func holds(_ part: String) -> Bool {
    let haystack = Array(utf8)
    let needle = Array(part.utf8)
    guard !needle.isEmpty, haystack.count >= needle.count else { return false }
    return (0...haystack.count - needle.count).contains { start in
      haystack[start] == needle[0] && haystack[start..<start + needle.count].elementsEqual(needle)
    }
  }

  /// The text without blanks at its ends.
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
    var slice = drop(while: isBlank)
    while let last = slice.last, isBlank(last) { slice.removeLast() }
    return String(slice)
  }
}
