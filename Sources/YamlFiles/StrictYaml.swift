package import FieldModel
package import Quantities
package import Yams

/// Reads a YAML file of ours strictly: everything known is asked for by name, and everything else
/// is remarked on with its key, what was found and what would do.
package struct StrictYaml {
  /// The remarks so far, in order of the file as far as it goes.
  package private(set) var diagnostics: [Diagnostic] = []

  /// A reader that has not read anything yet.
  package init() {}

  /// The largest file that is read, in bytes.
  package static let largestFile = 1 << 20
  /// The deepest nesting that is read.
  package static let deepest = 16

  /// The top of the file; `nil` with a remark when it cannot be read.
  package mutating func top(_ bytes: [UInt8], format: String) -> Table? {
    guard bytes.count <= Self.largestFile else {
      return refuse("file-too-large", found: String(bytes.count), advice: "1 MiB")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return refuse("not-utf-8")
    }
    guard Self.isShallow(bytes) else { return refuse("nested-too-deeply") }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      let yaml = error as? YamlError
      return refuse("not-yaml", line: yaml?.line, found: yaml?.problem ?? "")
    }
    guard let node else { return refuse("not-a-mapping") }
    guard let table = table(node, at: "") else { return nil }
    guard let found = word(table, "format"), found == format else {
      return refuse("wrong-format", found: word(table, "format") ?? "", advice: format)
    }
    guard let version = number(table, "version", in: 0...9999), version == 1 else {
      return refuse("unknown-version", advice: "1")
    }
    return table
  }

  private mutating func refuse<T>(
    _ code: String, line: Int? = nil, found: String = "", advice: String = ""
  ) -> T? {
    diagnostics.append(Diagnostic(.error, code, line: line, found: found, advice: advice))
    return nil
  }

  /// Whether nesting stays within ``deepest`` levels, before a parser that recurses sees it.
  ///
  /// Brackets are counted wherever they stand, and leading spaces, dashes and question marks of a
  /// line; both can only overstate the depth.
  private static func isShallow(_ bytes: [UInt8]) -> Bool {
    var brackets = 0
    var lead = 0
    var isLeading = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"):
        lead = 0
        isLeading = true
        continue
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        if isLeading { lead += 1 }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        isLeading = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        isLeading = false
      default:
        isLeading = false
      }
      if brackets > deepest || lead > 4 * deepest { return false }
    }
    return true
  }

  /// A mapping with where it stands.
  package struct Table {
    package let path: String
    package let fields: [(key: String, node: Node)]
    package let line: Int?

    package init(path: String, fields: [(key: String, node: Node)], line: Int?) {
      self.path = path
      self.fields = fields
      self.line = line
    }

    package func find(_ key: String) -> Node? { fields.first { $0.key == key }?.node }
    package func path(_ key: String) -> String { path.isEmpty ? key : path + "." + key }
  }

  // MARK: Remarks

  package mutating func remark(
    _ code: String, _ node: Node?, _ field: String, found: String = "", advice: String = "",
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(
        severity, code, line: node?.mark?.line, field: field, found: found, advice: advice))
  }

  /// Remarks on every key of `table` that is not among `known`.
  package mutating func expectOnly(_ known: [String], in table: Table) {
    for (key, node) in table.fields where !known.contains(key) {
      remark(
        "unknown-key", node, table.path(key), found: key,
        advice: known.joined(separator: " "))
    }
  }

  // MARK: Shapes

  package mutating func table(_ node: Node, at path: String) -> Table? {
    guard let mapping = node.mapping, mapping.count <= 1000 else {
      remark("not-a-mapping", node, path)
      return nil
    }
    let fields = mapping.compactMap { key, value in key.string.map { (key: $0, node: value) } }
    if fields.count < mapping.count { remark("unknown-key", node, path) }
    return Table(path: path, fields: fields, line: node.mark?.line)
  }

  package mutating func table(_ parent: Table, _ key: String) -> Table? {
    guard let node = parent.find(key) else { return missing(parent, key) }
    return table(node, at: parent.path(key))
  }

  package mutating func list(_ table: Table, _ key: String, atMost: Int = 1000) -> [Node] {
    guard let node = table.find(key) else {
      let nothing: [Node]? = missing(table, key)
      return nothing ?? []
    }
    guard let sequence = node.sequence, sequence.count <= atMost else {
      remark("not-a-list", node, table.path(key), advice: "≤ \(atMost)")
      return []
    }
    return Array(sequence)
  }

  package mutating func text(_ table: Table, _ key: String, atMost: Int = 2000) -> String? {
    guard let node = table.find(key) else { return missing(table, key) }
    guard let text = node.scalar?.string, !text.isEmpty, text.utf8.count <= atMost else {
      remark("not-a-text", node, table.path(key), advice: "1…\(atMost)")
      return nil
    }
    return text
  }

  package mutating func number(_ table: Table, _ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(table, key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      remark(
        "not-a-number", table.find(key), table.path(key), found: text,
        advice: "\(range.lowerBound)…\(range.upperBound)")
      return nil
    }
    return number
  }

  package mutating func date(_ table: Table, _ key: String) -> ServiceDate? {
    read(table, key, "not-a-date", advice: "YYYY-MM-DD") { ServiceDate($0) }
  }

  package mutating func window(_ table: Table, _ key: String) -> TimeWindow? {
    read(table, key, "not-a-window", advice: "HH:MM-HH:MM") { TimeWindow($0) }
  }

  package mutating func flag(_ table: Table, _ key: String) -> Bool? {
    read(table, key, "not-a-flag", advice: "true false") { Bool($0) }
  }

  package mutating func word<Word: RawRepresentable & CaseIterable>(_ table: Table, _ key: String)
    -> Word?
  where Word.RawValue == String {
    let known = Word.allCases.map(\.rawValue).joined(separator: " ")
    return read(table, key, "unknown-value", advice: known) { Word(rawValue: $0) }
  }

  /// A value that `parse` makes of a text; `nil` with the remark `code` where it makes none.
  package mutating func read<Value>(
    _ table: Table, _ key: String, _ code: String, advice: String, _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = text(table, key) else { return nil }
    guard let value = parse(text) else {
      remark(code, table.find(key), table.path(key), found: text, advice: advice)
      return nil
    }
    return value
  }

  private mutating func missing<Value>(_ table: Table, _ key: String) -> Value? {
    diagnostics.append(
      Diagnostic(.error, "missing-key", line: table.line, field: table.path(key)))
    return nil
  }

  private func word(_ table: Table, _ key: String) -> String? { table.find(key)?.scalar?.string }
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }

  fileprivate var problem: String? {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping: "duplicate keys"
    default: nil
    }
  }
}
