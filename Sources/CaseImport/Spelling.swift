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
    var result = text.unicodeScalars
    while let first = result.first, isBlank(first) { result.removeFirst() }
    while let last = result.last, isBlank(last) { result.removeLast() }
    return Substring(result)
  }

  /// `text` cut wherever `isSeparator` says, without white space around the parts and without
  /// empty parts.
  static func split(
    _ text: some StringProtocol, where isSeparator: (Unicode.Scalar) -> Bool
  ) -> [Substring] {
    Substring(text).unicodeScalars.split(whereSeparator: isSeparator).map {
      trimmed(Substring($0))
    }.filter { !$0.isEmpty }
  }

  /// Whether `scalar` is white space or has no width.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// `text` cut to at most `count` scalars.
  static func prefix(_ text: String, _ count: Int) -> String {
    text.utf8.count <= count ? text : String(text.unicodeScalars.prefix(count))
  }

  /// `text` for comparison: narrow, lower case, letters and digits only.
  static func comparable(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x20000...0x3FFFF:
        result.append(scalar)
      case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(scalar.value + 32)))
      case 0...0x7F, 0x3000...0x303F: continue
      case 0xFF01...0xFF5E:
        let narrow = Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
        if narrow.properties.isAlphabetic || (0x30...0x39).contains(narrow.value) {
          result.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
        }
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
      }
    }
    return String(result)
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
    var before: [Int] = []
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
