public import FieldModel
public import Quantities

/// What an import would change, shown before anything is written.
public struct CaseChanges: Hashable, Sendable {
  /// A known case that the file tells something new of.
  public struct Change: Hashable, Sendable {
    /// The case as it would be stored.
    public var loanCase: LoanCase
    /// What differs, as canonical column names in order.
    public var fields: [String]

    /// A case that differs in `fields`.
    public init(loanCase: LoanCase, fields: [String]) {
      self.loanCase = loanCase
      self.fields = fields
    }
  }

  /// Cases that were not known, in order of id.
  public var new: [LoanCase] = []
  /// Known cases of which something differs, in order of id.
  public var changed: [Change] = []
  /// Known open cases whose arrears the file says are paid, in order of id.
  public var cured: [LoanCase] = []
  /// Known open cases that the file no longer has or calls recalled, as they would be stored, in
  /// order of id.
  public var gone: [LoanCase] = []
  /// Known cases of which nothing differs, in order of id.
  public var unchanged: [Identifier<LoanCase>] = []
  /// Case numbers that belong to another lender's or borrower's case, in order; never written.
  public var conflicts: [Identifier<LoanCase>] = []

  /// No change at all.
  public init() {}

  /// All cases as they would be stored, in order of id: the new, changed, cured and gone ones.
  public var written: [LoanCase] {
    if changed.isEmpty, cured.isEmpty, gone.isEmpty { return new }
    return (new + changed.map(\.loanCase) + cured + gone).sorted { $0.id < $1.id }
  }

  /// Whether nothing would be written.
  public var isEmpty: Bool { new.isEmpty && changed.isEmpty && cured.isEmpty && gone.isEmpty }

  /// Compares what is stored with what a file says.
  ///
  /// What the office has learnt is kept: pins, address verdicts, contacts, and stop flags that the
  /// file does not end. Cases of which a row was left out are never gone and lose no loan.
  ///
  /// - Parameters:
  ///   - old: the stored cases, of any lender.
  ///   - batch: what was read.
  ///   - lender: whose file it is; other lenders' cases cannot be gone. `nil` for the lenders
  ///     that the file names.
  /// - Returns: the changes; empty when the file says nothing new.
  public static func between(
    old: [LoanCase], new batch: CaseBatch, lender: Identifier<Lender>? = nil
  ) -> CaseChanges {
    var changes = CaseChanges()
    let known = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let incomplete = Set(batch.incompleteCases)
    // In order of id already: sorting would hold a large file's cases once more.
    for loanCase in batch.cases {
      guard let before = known[loanCase.id] else {
        changes.new.append(loanCase)
        continue
      }
      guard before.lender == loanCase.lender, before.borrower.id == loanCase.borrower.id else {
        changes.conflicts.append(loanCase.id)
        continue
      }
      changes.add(
        loanCase.keeping(whatIsKnownFrom: before, isWhole: !incomplete.contains(loanCase.id)),
        after: before)
    }
    changes.addGone(old: old, batch: batch, lender: lender)
    return changes
  }

  private mutating func add(_ loanCase: LoanCase, after before: LoanCase) {
    let fields = before.differences(to: loanCase)
    if fields.isEmpty {
      unchanged.append(loanCase.id)
    } else if loanCase.status == .cured, before.status == .open {
      cured.append(loanCase)
    } else if loanCase.status == .gone, before.status == .open {
      gone.append(loanCase)
    } else {
      changed.append(Change(loanCase: loanCase, fields: fields))
    }
  }

  private mutating func addGone(
    old: [LoanCase], batch: CaseBatch, lender: Identifier<Lender>?
  ) {
    let present = Set(batch.cases.map(\.id)).union(batch.incompleteCases)
    let lenders = lender.map { [$0] } ?? Set(batch.cases.map(\.lender))
    for before in old.sorted(by: { $0.id < $1.id })
    where before.status == .open && lenders.contains(before.lender) && !present.contains(before.id)
    {
      var closed = before
      closed.status = .gone
      gone.append(closed)
    }
    gone.sort { $0.id < $1.id }
  }
}
