import RoadNetwork
import YamlFiles
import Yams

/// The values of travel profiles: words, tag keys, and numbers with their units.
extension StrictYaml {
  /// A list of words, none empty.
  mutating func words(_ table: Table, _ key: String) -> [String] {
    listed(table, key, known: ["…"]) { $0.isEmpty || $0.utf8.count > 100 ? nil : $0 }
  }

  /// A list of keys that the map reader keeps.
  mutating func tagKeys(_ table: Table, _ key: String) -> [TagKey] {
    let known = TagKey.allCases.map(\.text)
    return listed(table, key, known: known) { TagKey(text: $0) }
  }

  /// A list of words that all mean something; what does not is remarked on with what is known.
  mutating func listed<Value>(
    _ table: Table, _ key: String, known: [String], _ parse: (String) -> Value?
  ) -> [Value] {
    list(table, key, atMost: 200).compactMap { node in
      if let value = node.scalar.flatMap({ parse($0.string) }) { return value }
      remark(
        "unknown-value", node, table.path(key), found: node.scalar?.string ?? "",
        advice: known.joined(separator: " "))
      return nil
    }
  }

  /// `90 km/h` in tenths of a km/h: 1 … 200 km/h.
  mutating func speed(_ table: Table, _ key: String) -> Int? {
    quantity(table, key, unit: "km/h", scale: 10, in: 10...2000)
  }

  /// `7.5 s` in hundredths of a second: at most an hour.
  mutating func cost(_ table: Table, _ key: String) -> UInt32? {
    quantity(table, key, unit: "s", scale: 100, in: 0...Int(TurnCosts.most)).map { UInt32($0) }
  }

  /// `80 %` in hundredths: 10 … 150 %.
  mutating func share(_ table: Table, _ key: String) -> Int? {
    quantity(table, key, unit: "%", scale: 1, in: 10...150)
  }

  /// `1.075` in thousandths.
  mutating func bias(_ table: Table, _ key: String) -> UInt32? {
    let range = Int(TurnCosts.biases.lowerBound)...Int(TurnCosts.biases.upperBound)
    return quantity(table, key, unit: "", scale: 1000, in: range).map { UInt32($0) }
  }

  /// A decimal number with its unit, as a whole number of 1/`scale`.
  private mutating func quantity(
    _ table: Table, _ key: String, unit: String, scale: Int, in range: ClosedRange<Int>
  ) -> Int? {
    guard let text = text(table, key, atMost: 40) else { return nil }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let unitFound = String(text.dropFirst(digits.count)).trimmed
    let bounds = [range.lowerBound, range.upperBound].map { Self.decimal($0, scale) }
    let span = "\(bounds[0])…\(bounds[1])\(unit.isEmpty ? "" : " " + unit)"
    func refuse(_ code: String) -> Int? {
      remark(code, table.find(key), table.path(key), found: text, advice: span)
      return nil
    }
    guard let number = Double(digits) else { return refuse("not-a-number") }
    guard unitFound == unit else { return refuse("wrong-unit") }
    guard abs(number) < 1e9 else { return refuse("out-of-range") }
    let whole = Int((number * Double(scale)).rounded())
    guard range.contains(whole) else { return refuse("out-of-range") }
    return whole
  }

  private static func decimal(_ number: Int, _ scale: Int) -> String {
    number % scale == 0 ? "\(number / scale)" : "\(Double(number) / Double(scale))"
  }
}
