import FieldModel
import Quantities

/// The compact lists of a row.
extension RowReader {
  mutating func addLists(_ cells: Cells, to loanCase: inout LoanCase) {
    loanCase.contacts = list(cells, .contacts) { list, entry throws(CompactList.Problem) in
      try list.contact(entry)
    }
    loanCase.holds = list(cells, .holds) { list, entry throws(CompactList.Problem) in
      try list.hold(entry)
    }
    loanCase.riskFlags = list(cells, .riskFlags) { list, entry throws(CompactList.Problem) in
      try list.riskFlag(entry)
    }
    loanCase.wishes = list(cells, .wishes) { list, entry throws(CompactList.Problem) in
      try list.wish(entry)
    }
    loanCase.consents = list(cells, .consents) { list, entry throws(CompactList.Problem) in
      try list.consent(entry)
    }
    loanCase.approvals = list(cells, .approvals) { list, entry throws(CompactList.Problem) in
      try list.approval(entry)
    }
    for skill in CompactList.entries(cells[.plain(.skills)] ?? "").prefix(20) {
      loanCase.skills.insert(Identifier(String(skill.prefix(40)).lowercased()))
    }
  }

  /// The entries of a compact column.
  ///
  /// A stop flag that cannot be read stops the case until somebody has read it.
  private mutating func list<Entry>(
    _ cells: Cells, _ field: PlainField,
    _ read: (CompactList, Substring) throws(CompactList.Problem) -> Entry
  ) -> [Entry] {
    guard let text = cells[.plain(field)] else { return [] }
    let entries = CompactList.entries(text)
    if entries.count > CaseFileLimits.listEntries {
      warn("too-many-entries", .plain(field), found: "\(entries.count)", advice: "left-out")
    }
    var result: [Entry] = []
    for (number, entry) in entries.prefix(CaseFileLimits.listEntries).enumerated() {
      do throws(CompactList.Problem) {
        result.append(try read(lists, entry))
      } catch {
        let place = "entry \(number + 1)"
        warn(
          "unreadable-entry", .plain(field),
          found: error.found.isEmpty ? place : "\(place): \(error.found)", advice: error.advice)
        if let stop = Hold(kind: .stopContact, from: asOf) as? Entry { result.append(stop) }
      }
    }
    return result
  }
}
