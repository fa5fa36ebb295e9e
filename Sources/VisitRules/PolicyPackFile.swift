public import FieldModel
import Quantities
import YamlFiles
import Yams

/// The YAML file of a policy pack, format `rounds-policy-pack`, version 1.
///
/// A file states `pack`, `name`, `notice` and `entries`, and `lender` where it is a lender's. The
/// reader is strict: unknown keys and words are remarked on, and an entry with an error is left
/// out, so that the rule falls back to `GENERIC-STRICT`.
public enum PolicyPackFile {
  static let format = "rounds-policy-pack"

  /// Reads a pack from the bytes of its file, UTF-8, at most 1 MiB.
  ///
  /// - Returns: the pack, or `nil` when the file is none at all, with what there is to remark.
  public static func read(_ bytes: [UInt8]) -> (pack: PolicyPack?, diagnostics: [Diagnostic]) {
    var reader = StrictYaml()
    guard let top = reader.top(bytes, format: format) else { return (nil, reader.diagnostics) }
    reader.expectOnly(
      ["format", "version", "pack", "name", "notice", "lender", "entries"], in: top)
    let lender = top.find("lender") == nil ? nil : reader.text(top, "lender", atMost: 64)
    guard let code = reader.text(top, "pack", atMost: 64), let name = reader.both(top, "name"),
      let notice = reader.both(top, "notice")
    else { return (nil, reader.diagnostics) }
    var entries: [PolicyEntry] = []
    for (index, node) in reader.list(top, "entries").enumerated() {
      guard let entry = entry(node, at: "entries[\(index + 1)]", &reader) else { continue }
      if entries.contains(where: { $0.key == entry.key }) {
        reader.remark("duplicate-entry", node, entry.key.rawValue)
      } else {
        entries.append(entry)
      }
    }
    if lender == nil {
      for key in PolicyKey.allCases where !entries.contains(where: { $0.key == key }) {
        reader.remark(
          "missing-entry", nil, key.rawValue, advice: PolicyPack.strictCode, severity: .warning)
      }
    }
    let pack = PolicyPack(
      code: code, name: name, notice: notice, lender: lender.map { Identifier($0) },
      entries: entries)
    return (pack, reader.diagnostics)
  }

  private static func entry(
    _ node: Node, at path: String, _ reader: inout StrictYaml
  ) -> PolicyEntry? {
    guard let named = reader.table(node, at: path), let key: PolicyKey = reader.word(named, "key")
    else { return nil }
    let table = StrictYaml.Table(path: key.rawValue, fields: named.fields, line: named.line)
    let remarks = reader.diagnostics.count
    reader.expectOnly(
      [
        "key", "value", "effect", "override", "source", "status", "confidence", "checked_on",
        "note",
      ], in: table)
    let value = value(key, table, &reader)
    let effect: RuleEffect? = reader.word(table, "effect")
    let override = override(table, &reader)
    let source = reader.text(table, "source", atMost: 400)
    let status: PolicyStatus? = reader.word(table, "status")
    let confidence: PolicyConfidence? = reader.word(table, "confidence")
    let checkedOn = reader.date(table, "checked_on")
    let note = table.find("note") == nil ? "" : reader.text(table, "note", atMost: 1000) ?? ""
    guard reader.diagnostics.count == remarks, let value, let effect, let source, let status,
      let confidence, let checkedOn
    else { return nil }
    return PolicyEntry(
      key: key, value: value, effect: effect, override: override, source: source, status: status,
      confidence: confidence, checkedOn: checkedOn, note: note)
  }

  private static func override(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyOverride? {
    guard entry.find("override") != nil, let table = reader.table(entry, "override") else {
      return nil
    }
    reader.expectOnly(["by", "evidence", "expires_days"], in: table)
    let by: PolicyOverride.Authority? = reader.word(table, "by")
    let evidence: EvidenceNeed? = reader.word(table, "evidence")
    let days =
      table.find("expires_days") == nil ? nil : reader.number(table, "expires_days", in: 1...3660)
    guard let by, let evidence else { return nil }
    return PolicyOverride(
      by: by, needsEvidence: evidence == .required, expiresAfterDays: days)
  }

  private enum EvidenceNeed: String, CaseIterable {
    case required
    case optional
  }
}
