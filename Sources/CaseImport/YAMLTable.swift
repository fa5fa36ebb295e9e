import FieldModel
import Quantities
import Yams

/// A mapping of a YAML file, read key by key; what nobody asked for is remarked on in the end.
struct YAMLTable {
  /// Where the mapping begins, from 1.
  let line: Int
  /// The name under which remarks speak of it, such as `crews[2]`.
  let path: String
  private let entries: [(key: String, line: Int, value: Node)]
  private var asked: Set<String> = []

  private static let mostBytes = 1 << 20
  private static let mostDepth = 64
  private static let mostEntries = 10_000

  /// The mapping that a whole file is.
  init(_ bytes: [UInt8]) throws(ConfigurationError) {
    guard bytes.count <= Self.mostBytes, Self.isFlat(bytes) else { throw .tooLarge }
    guard var text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw .notYAML(line: Self.line(of: error), problem: Self.problem(of: error))
    } catch {
      throw .notYAML(line: 1, problem: "unreadable")
    }
    guard let root, let table = YAMLTable(root, path: "") else { throw .notAMapping }
    self = table
  }

  /// The mapping that `node` is; `nil` for anything else.
  init?(_ node: Node, path: String) {
    guard case .mapping(let mapping) = node, mapping.count <= Self.mostEntries else { return nil }
    line = node.mark?.line ?? 1
    self.path = path
    entries = mapping.compactMap { key, value in
      key.scalar.map { ($0.string, key.mark?.line ?? 1, value) }
    }
  }

  /// Keys in order of the file.
  var keys: [String] { entries.map(\.key) }

  /// The line of `key`, or of the mapping.
  func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

  /// What remarks call `key`.
  func name(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of `key`.
  mutating func node(_ key: String) -> Node? {
    asked.insert(key)
    return entries.first { $0.key == key }?.value
  }

  /// The text of `key`; `nil` when it is missing or not a single value.
  mutating func text(_ key: String) -> String? { node(key)?.scalar?.string }

  /// The texts of a list, or of a single value.
  mutating func texts(_ key: String) -> [String]? {
    guard let node = node(key) else { return nil }
    if let single = node.scalar { return [single.string] }
    return node.sequence?.prefix(1_000).compactMap(\.scalar?.string)
  }

  /// The mapping under `key`.
  mutating func table(_ key: String) -> YAMLTable? {
    node(key).flatMap { YAMLTable($0, path: name(key)) }
  }

  /// The mappings of a list.
  mutating func tables(_ key: String) -> [YAMLTable] {
    guard let list = node(key)?.sequence else { return [] }
    return list.prefix(1_000).enumerated().compactMap { index, node in
      YAMLTable(node, path: "\(name(key))[\(index + 1)]")
    }
  }

  /// A remark on `key`.
  func remark(
    _ severity: Diagnostic.Severity, _ code: String, _ key: String, found: String = "",
    advice: String = ""
  ) -> Diagnostic {
    Diagnostic(
      severity, code, line: line(of: key), field: name(key), found: found, advice: advice)
  }

  /// Remarks on keys that nobody asked for, with the nearest that somebody did.
  func unknownKeys() -> [Diagnostic] {
    let known = asked.sorted()
    return entries.filter { !asked.contains($0.key) }.map { entry in
      Diagnostic(
        .warning, "unknown-key", line: entry.line, field: name(entry.key), found: entry.key,
        advice: Spelling.nearest(to: entry.key, among: known) ?? "")
    }
  }

  /// Whether no line can open more levels than the parser should be given.
  private static func isFlat(_ bytes: [UInt8]) -> Bool {
    var brackets = 0
    var leading = 0
    var isLeading = true
    for byte in bytes {
      switch byte {
      case 0x0A:
        (leading, isLeading) = (0, true)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        isLeading = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        isLeading = false
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0x20, 0x09:
        if isLeading { leading += 1 }
      default: isLeading = false
      }
      if brackets > mostDepth || leading > 4 * mostDepth { return false }
    }
    return true
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
    }
  }

  private static func problem(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping: "the same key twice"
    default: "unreadable"
    }
  }
}

extension YAMLTable {
  /// The value that a word list knows under `key`; a remark for one that it does not know.
  mutating func word<Value>(_ key: String, _ list: WordList<Value>, _ remarks: inout [Diagnostic])
    -> Value?
  {
    guard let text = text(key) else { return nil }
    if let value = list.find(text) { return value }
    remarks.append(
      remark(
        .error, "unknown-value", key, found: Masking.word(text, known: list.known),
        advice: list.nearest(to: text)))
    return nil
  }

  /// A whole number within `range`; a remark for anything else.
  mutating func integer(
    _ key: String, in range: ClosedRange<Int>, _ remarks: inout [Diagnostic]
  ) -> Int? {
    guard let text = text(key) else { return nil }
    if let value = Int(text), range.contains(value) { return value }
    remarks.append(
      remark(
        .error, "out-of-range", key, found: Masking.figures(text),
        advice: "\(range.lowerBound)-\(range.upperBound)"))
    return nil
  }

  /// A length of time written `H:MM`; a remark for anything else.
  mutating func duration(_ key: String, _ remarks: inout [Diagnostic]) -> Seconds? {
    guard let text = text(key) else { return nil }
    if let time = TimeOfDay(text) { return time - .midnight }
    remarks.append(
      remark(.error, "unreadable-duration", key, found: Masking.figures(text), advice: "H:MM"))
    return nil
  }

  /// A date; a remark for anything else.
  mutating func date(_ key: String, _ remarks: inout [Diagnostic]) -> ServiceDate? {
    guard let text = text(key) else { return nil }
    if let date = ServiceDate(text) { return date }
    remarks.append(
      remark(.error, "unreadable-date", key, found: Masking.figures(text), advice: "YYYY-MM-DD"))
    return nil
  }
}
