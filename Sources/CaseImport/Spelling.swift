/// Small tools for comparing what people typed with what is known.
enum Spelling {
  /// `text` with full-width letters, digits and signs as their narrow twins.
  static func halfWidth(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xC2 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// `text` without white space around it, wide spaces and byte order marks included.
  static func trimmed(_ text: Substring) -> Substring {
    func isBlank(_ character: Character) -> Bool {
      character.isWhitespace || character == "\u{FEFF}" || character == "\u{200B}"
    }
    var result = text
    while let first = result.first, isBlank(first) { result.removeFirst() }
    while let last = result.last, isBlank(last) { result.removeLast() }
    return result
  }

  /// `text` for comparison: narrow, lower case, letters and digits only.
  static func comparable(_ text: String) -> String {
    String(
      halfWidth(text).lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
  }

  /// The known word nearest to `word`: within one edit for up to five letters, two for up to
  /// ten, three beyond; the first in order where several are as near.
  static func nearest(to word: String, among known: [String]) -> String? {
    let letters = Array(word.unicodeScalars.prefix(64))
    guard letters.count >= 2 else { return nil }
    let limit = letters.count <= 5 ? 1 : letters.count <= 10 ? 2 : 3
    var best: (distance: Int, word: String)?
    for candidate in known where abs(candidate.unicodeScalars.count - letters.count) <= limit {
      let distance = editDistance(letters, Array(candidate.unicodeScalars))
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Optimal string alignment: insertions, deletions, changes and swaps of neighbours.
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before = [Int]()
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let change = left[row] == right[column] ? 0 : 1
        var cost = min(
          previous[column + 1] + 1, current[column] + 1, previous[column] + change)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
