import FieldModel
import Quantities

/// The loan and the borrower of a row.
extension RowReader {
  /// The most that can be overdue on one loan, in major units.
  private static let mostOverdue: Int64 = 100_000_000_000

  mutating func loan(_ cells: Cells, _ caseNumber: String) -> Loan? {
    var currency = mapping.currency
    if let text = cells[.plain(.currency)] {
      let code = text == "人民币" || text.uppercased() == "RMB" ? "CNY" : text
      guard let stated = Currency(code: code) else {
        return refuse(
          "unknown-currency", .plain(.currency), found: Masking.shorteningDigits(text))
      }
      currency = stated
    }
    guard let read = money(cells, .overdueAmount, currency) else { return nil }
    guard let overdue = read else { return refuse("missing-value", .plain(.overdueAmount)) }
    let most = Self.mostOverdue * Self.minorUnits(of: overdue.currency)
    guard (0...most).contains(overdue.minorUnits) else {
      return refuse(
        "absurd-amount", .plain(.overdueAmount),
        found: Masking.shorteningDigits(overdue.plainAmount),
        advice: overdue.minorUnits < 0 ? "negative" : "too-large")
    }
    guard let since = overdueSince(cells, isPaid: overdue.minorUnits == 0) else { return nil }
    let number = identifier(cells, .loanNumber)
    if number == nil, cells[.plain(.loanNumber)] != nil { return nil }
    var loan = Loan(
      id: Identifier(number ?? caseNumber),
      product: Spelling.prefix(cells[.plain(.product)] ?? "", 120),
      overdue: overdue, overdueSince: since)
    loan.balance = balance(cells, overdue)
    return loan
  }

  private mutating func balance(_ cells: Cells, _ overdue: Money) -> Money? {
    guard let read = money(cells, .balance, overdue.currency), let balance = read else {
      return nil
    }
    guard balance.minorUnits >= 0 else {
      warn("absurd-amount", .plain(.balance), found: balance.plainAmount, advice: "negative")
      return nil
    }
    if balance.minorUnits < overdue.minorUnits {
      warn("balance-below-overdue", .plain(.balance), advice: "check-columns")
    }
    return balance
  }

  /// The day since when the loan is overdue, stated or counted back from the day of the file.
  private mutating func overdueSince(_ cells: Cells, isPaid: Bool) -> ServiceDate? {
    let field = CaseField.plain(.overdueSince)
    guard let stated = date(cells, field) else { return nil }
    if let stated {
      guard stated <= asOf || isPaid else {
        return refuse(
          "absurd-date", field, found: stated.description, advice: "after-file-date")
      }
      return stated
    }
    guard let text = cells[.plain(.daysPastDue)] else {
      return isPaid ? asOf : refuse("missing-value", field)
    }
    guard let days = Int(Spelling.halfWidth(text).replacing("天", with: "")),
      (0...20_000).contains(days)
    else {
      return refuse(
        "absurd-date", .plain(.daysPastDue), found: Masking.figures(text), advice: "days-0-20000")
    }
    return asOf.adding(days: -days)
  }

  /// The borrower of a row.
  ///
  /// Numbers count within one lender: the same number at two lenders is two people, who must never
  /// learn of each other's debts.
  mutating func borrower(
    _ cells: Cells, _ caseNumber: String, _ name: String, lender: String
  ) -> Borrower {
    let number = identifier(cells, .borrowerNumber)
    if number == nil {
      remarks.addOnce(
        Diagnostic(
          .note, "no-borrower-number", line: line, field: PlainField.borrowerNumber.rawValue,
          advice: "cases-of-one-borrower-stay-apart"))
    }
    let scoped = number.map { Self.borrowerNumber($0, of: lender) } ?? caseNumber
    var borrower = Borrower(id: Identifier(scoped), name: Spelling.prefix(name, 120))
    borrower.kind = word(cells, .plain(.borrowerKind), Words.borrowerKind) ?? .person
    borrower.phone = Spelling.prefix(cells[.plain(.borrowerPhone)] ?? "", 40)
    borrower.language = Spelling.prefix(cells[.plain(.language)] ?? "", 35)
    borrower.accessNeeds = Spelling.prefix(cells[.plain(.accessNeeds)] ?? "", 200)
    return borrower
  }

  /// `lender/number`; a slash in the lender's code is escaped, so that no two pairs read alike.
  private static func borrowerNumber(_ number: String, of lender: String) -> String {
    guard !lender.isEmpty else { return number }
    let scope = lender.replacing("~", with: "~0").replacing("/", with: "~1")
    return "\(scope)/\(number)"
  }

  private static func minorUnits(of currency: Currency) -> Int64 {
    (0..<currency.decimals).reduce(1) { units, _ in units * 10 }
  }
}
