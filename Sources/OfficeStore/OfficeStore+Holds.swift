public import FieldModel
import GRDB
public import Quantities

/// Which holds of a case the office may lift.
public struct HoldSearch: Hashable, Sendable {
  /// On which case.
  public var loanCase: Identifier<LoanCase>
  /// Of which kind.
  public var kind: HoldKind
  /// Beginning on which day; `nil` for any.
  public var from: ServiceDate?

  /// Holds of a kind on a case.
  public init(of loanCase: Identifier<LoanCase>, kind: HoldKind, from: ServiceDate? = nil) {
    self.loanCase = loanCase
    self.kind = kind
    self.from = from
  }
}

extension OfficeStore {
  /// The holds of the office and of visits that stand on `day` or later and nobody has lifted.
  ///
  /// Those of a lender's file end with the file, and contested records by being settled.
  public func listLiftable(_ search: HoldSearch, on day: ServiceDate) throws -> [Hold] {
    try read { try Self.rows(search, on: day, in: $0).map(\.hold) }
  }

  /// Lifts what ``listLiftable(_:on:)`` finds on the day from which on the case is free.
  ///
  /// The holds stay in the database, with who lifted them when and why.
  ///
  /// - Returns: the holds as they were lifted.
  public func lift(
    _ search: HoldSearch, _ lifting: HoldLifting, at moment: Instant
  ) throws -> [Hold] {
    try write { database in
      let found = try Self.rows(search, on: lifting.free, in: database)
      for row in found {
        try database.insert(
          into: "hold_lifting",
          [
            "case_number": search.loanCase.text, "hold_id": row.isOffice ? row.id : nil,
            "kind": row.hold.kind.rawValue, "first_day": row.hold.from.description,
            "free_day": lifting.free.description, "lifter": lifting.by, "reason": lifting.reason,
            "is_mistake": lifting.isMistake, "lifted_at": moment.description,
          ])
      }
      return found.map { row in
        var hold = row.hold
        hold.lifting = lifting
        return hold
      }
    }
  }

  private struct HoldRow {
    let id: Int64
    let isOffice: Bool
    let hold: Hold
  }

  private static func rows(
    _ search: HoldSearch, on day: ServiceDate, in database: Database
  ) throws -> [HoldRow] {
    guard search.kind != .unsettled else { return [] }
    let liftings = try HoldLiftings(of: search.loanCase, in: database)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM hold WHERE case_number = ? AND kind = ? AND origin <> 'file'
        ORDER BY first_day, origin, id
        """, arguments: [search.loanCase.text, search.kind.rawValue])
    return try rows.compactMap { row in
      let hold = try liftings.hold(row)
      guard hold.lifting == nil, search.from == nil || search.from == hold.from,
        hold.until.map({ day <= $0 }) ?? true
      else { return nil }
      return HoldRow(
        id: try row.value("id"), isOffice: try row.text("origin") == RowOrigin.office.rawValue,
        hold: hold)
    }
  }
}

/// Who lifted which hold, to be joined with the rows of holds.
struct HoldLiftings {
  private var ofRow: [Int64: HoldLifting] = [:]
  private var ofVisits: [String: HoldLifting] = [:]

  /// All liftings, or those of one case.
  init(of loanCase: Identifier<LoanCase>?, in database: Database) throws {
    let filter = loanCase == nil ? "" : "WHERE case_number = ?"
    let arguments: StatementArguments = loanCase.map { [$0.text] } ?? []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM hold_lifting \(filter) ORDER BY id", arguments: arguments)
    while let row = try rows.next() {
      let lifting = HoldLifting(
        free: try row.date("free_day"), by: try row.text("lifter"),
        reason: try row.text("reason"), isMistake: try row.value("is_mistake"))
      let id: Int64? = try row.value("hold_id")
      if let id { ofRow[id] = lifting } else { ofVisits[try Self.key(row)] = lifting }
    }
  }

  /// The hold in a row of the table `hold`.
  func hold(_ row: Row) throws -> Hold {
    var hold = Hold(
      kind: try row.code("kind"), from: try row.date("first_day"),
      until: try row.findDate("last_day"))
    switch RowOrigin(rawValue: try row.text("origin")) {
    case .office: hold.lifting = ofRow[try row.value("id")]
    case .visit: hold.lifting = ofVisits[try Self.key(row)]
    case .file, nil: break
    }
    return hold
  }

  private static func key(_ row: Row) throws -> String {
    [try row.text("case_number"), try row.text("kind"), try row.text("first_day")]
      .joined(separator: "\u{1F}")
  }
}
