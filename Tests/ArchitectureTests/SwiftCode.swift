/// Swift source with comments and text literals blanked, so that only code is searched.
///
/// Lines keep their numbers. Interpolations inside literals stay code. Good enough for a tidy
/// test; it is no parser.
struct SwiftCode {
  let lines: [String]

  init(_ text: String) {
    var scanner = Scanner(text: Array(text.unicodeScalars))
    lines = scanner.code().split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The lines, from 1, on which `pattern` is found.
  func lines(matching pattern: some RegexComponent) -> [Int] {
    lines.indices.filter { lines[$0].firstMatch(of: pattern) != nil }.map { $0 + 1 }
  }

  private struct Scanner {
    let text: [Unicode.Scalar]
    var position = 0
    var output = String.UnicodeScalarView()

    mutating func code() -> String {
      scanCode(until: nil)
      return String(output)
    }

    private func starts(with mark: String) -> Bool {
      var next = position
      for scalar in mark.unicodeScalars {
        guard next < text.count, text[next] == scalar else { return false }
        next += 1
      }
      return true
    }

    private mutating func skip(_ count: Int = 1) {
      for _ in 0..<count where position < text.count {
        if text[position] == "\n" { output.append("\n") }
        position += 1
      }
    }

    private mutating func scanCode(until end: Unicode.Scalar?) {
      var depth = 0
      while position < text.count {
        if starts(with: "//") {
          while position < text.count, text[position] != "\n" { position += 1 }
        } else if starts(with: "/*") {
          while position < text.count, !starts(with: "*/") { skip() }
          skip(2)
        } else if let hashes = literalHashes() {
          scanLiteral(hashes: hashes)
        } else {
          if text[position] == "(" { depth += 1 }
          if text[position] == ")" {
            if depth == 0, end != nil { return }
            depth -= 1
          }
          output.append(text[position])
          position += 1
        }
      }
    }

    /// How many `#` open a text literal here; `nil` where none begins.
    private func literalHashes() -> Int? {
      var next = position
      while next < text.count, text[next] == "#" { next += 1 }
      return next < text.count && text[next] == "\"" ? next - position : nil
    }

    private mutating func scanLiteral(hashes: Int) {
      position += hashes
      let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
      position += quote.count
      let marks = String(repeating: "#", count: hashes)
      output.append(contentsOf: "\"\"".unicodeScalars)
      while position < text.count, !starts(with: quote + marks) {
        if starts(with: "\\" + marks + "(") {
          position += 2 + hashes
          output.append("(")
          scanCode(until: ")")
          output.append(")")
          skip()
        } else if starts(with: "\\" + marks) {
          skip(2 + hashes)
        } else {
          skip()
        }
      }
      skip(quote.count + hashes)
    }
  }
}

/// A search pattern that reads words and characters as a compiler does: `a.b` is two words.
func codePattern(_ text: String) throws -> Regex<AnyRegexOutput> {
  try Regex(text).wordBoundaryKind(.simple).matchingSemantics(.unicodeScalar)
}
