/// One word, number or ideograph of a name or an address, folded for comparison.
struct NameToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// One Han, kana or hangul character.
    case ideograph
    /// A word of any other script, or letters mixed with digits.
    case word
    /// Digits, with at most one letter behind and further numbers after hyphens: `12a`, `3-2-501`.
    case number
  }

  var kind: Kind
  /// The folded text.
  var text: String
  /// ``text`` with the usual abbreviations made one (`street` and `st` are both `st`).
  var canonical: String
  /// Where it stands in the scalars that were read.
  var range: Range<Int>
  /// Whether a comma, a line end or the like stands before it.
  var breakBefore: Bool

  /// The most scalars that are read of any text.
  static let longestText = 500

  /// The tokens of `scalars`.
  static func tokens(of scalars: [Unicode.Scalar]) -> [NameToken] {
    var reader = Reader(scalars: scalars)
    return reader.read()
  }

  /// The tokens of `text`, of its first 500 scalars.
  static func tokens(of text: String) -> [NameToken] {
    tokens(of: Array(text.unicodeScalars.prefix(longestText)))
  }
}

extension NameToken {
  private struct Reader {
    let scalars: [Unicode.Scalar]
    var position = 0
    var breakPending = false
    var tokens: [NameToken] = []

    mutating func read() -> [NameToken] {
      while position < scalars.count {
        let scalar = halfWidth(position)
        if LetterFolding.isIdeographic(scalar) {
          add(.ideograph, position..<(position + 1))
        } else if isDigit(scalar) {
          readNumber()
        } else if isLetter(scalar) {
          let end = endOfWord(from: position)
          add(.word, position..<end)
        } else if scalar == "#", let last = tokens.last, last.kind == .number,
          last.range.upperBound == position
        {
          addBuildingSign()
        } else {
          if isBreak(scalar) { breakPending = true }
          position += 1
        }
      }
      return tokens
    }

    private func halfWidth(_ index: Int) -> Unicode.Scalar {
      LetterFolding.halfWidth(scalars[index].value) ?? scalars[index]
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
      return scalar.properties.isAlphabetic && !LetterFolding.isIdeographic(scalar)
    }

    private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
      [",", ";", "\n", "\r", "(", ")", "[", "]", "、", "。", "|", "【", "】"].contains(scalar)
    }

    private func endOfWord(from start: Int) -> Int {
      var end = start
      while end < scalars.count {
        let scalar = halfWidth(end)
        let goesOn =
          isLetter(scalar) || isDigit(scalar) || (end > start && LetterFolding.isDropped(scalar))
        guard goesOn else { break }
        end += 1
      }
      return end
    }

    /// A number with what hangs on it, or a word such as `2QT` that begins with a digit.
    private mutating func readNumber() {
      var end = endOfWord(from: position)
      let digits = scalars[position..<end].indices.prefix { isDigit(halfWidth($0)) }.count
      guard end - position - digits <= 1 else { return add(.word, position..<end) }
      while end + 1 < scalars.count, isJoint(halfWidth(end)), isDigit(halfWidth(end + 1)) {
        let next = endOfWord(from: end + 1)
        let tail = (end + 1..<next).prefix { isDigit(halfWidth($0)) }.count
        guard next - end - 1 - tail <= 1 else { break }
        end = next
      }
      add(.number, position..<end)
    }

    private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
      ["-", "/", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "~"].contains(scalar)
    }

    private mutating func add(_ kind: Kind, _ range: Range<Int>) {
      var text = ""
      for index in range {
        if kind == .number, isJoint(halfWidth(index)) {
          text += "-"
        } else {
          LetterFolding.append(scalars[index], to: &text)
        }
      }
      append(kind, text, range)
    }

    /// `12#` is how `12栋` is often typed.
    private mutating func addBuildingSign() { append(.ideograph, "栋", position..<(position + 1)) }

    private mutating func append(_ kind: Kind, _ text: String, _ range: Range<Int>) {
      let canonical = kind == .word ? Vocabulary.canonical(text) : text
      tokens.append(
        NameToken(
          kind: kind, text: text, canonical: canonical, range: range, breakBefore: breakPending))
      breakPending = false
      position = range.upperBound
    }
  }
}
