public import FieldModel
import Quantities
import YamlFiles

/// The YAML file of a checklist, format `rounds-checklist`, version 1.
public enum ChecklistFile {
  static let format = "rounds-checklist"

  /// Reads a checklist from the bytes of its file, UTF-8, at most 1 MiB.
  ///
  /// - Returns: the items that could be read, or `nil` when the file is none at all, with what
  ///   there is to remark.
  public static func read(
    _ bytes: [UInt8]
  ) -> (checklist: Checklist?, diagnostics: [Diagnostic]) {
    var reader = StrictYaml()
    guard let top = reader.top(bytes, format: format) else { return (nil, reader.diagnostics) }
    reader.expectOnly(["format", "version", "items"], in: top)
    var items: [ChecklistItem] = []
    for (index, node) in reader.list(top, "items").enumerated() {
      guard let table = reader.table(node, at: "items[\(index + 1)]"),
        let item = item(table, &reader)
      else { continue }
      if items.contains(where: { $0.id == item.id }) {
        reader.remark("duplicate-item", node, table.path("id"), found: item.id.text)
      } else {
        items.append(item)
      }
    }
    return (Checklist(items: items), reader.diagnostics)
  }

  private static func item(
    _ table: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> ChecklistItem? {
    reader.expectOnly(["id", "section", "trigger", "mandatory", "zh", "en"], in: table)
    let section: ChecklistSection? = reader.word(table, "section")
    let trigger: ChecklistTrigger? = reader.word(table, "trigger")
    guard let id = reader.text(table, "id", atMost: 16), let section, let trigger,
      let isMandatory = reader.flag(table, "mandatory"),
      let chinese = reader.text(table, "zh", atMost: 400),
      let english = reader.text(table, "en", atMost: 400)
    else { return nil }
    return ChecklistItem(
      id: Identifier(id), section: section, chinese: chinese, english: english, trigger: trigger,
      isMandatory: isMandatory)
  }
}
