import FieldModel

/// Remarks as they are made: the first ones kept, all counted.
struct Remarks {
  private(set) var kept: [Diagnostic] = []
  private(set) var counts: [Diagnostic.Severity: Int] = [:]
  private var saidOnce: Set<String> = []

  mutating func add(_ diagnostic: Diagnostic) {
    counts[diagnostic.severity, default: 0] += 1
    if kept.count < CaseFileLimits.diagnostics { kept.append(diagnostic) }
  }

  /// Adds a remark unless the same was made on the same field before, on whatever line.
  mutating func addOnce(_ diagnostic: Diagnostic) {
    guard saidOnce.insert("\(diagnostic.code) \(diagnostic.field)").inserted else { return }
    add(diagnostic)
  }
}
