public import FieldModel
import GRDB
public import Quantities

/// One print of a sheet: what left the printer, when and how much of people it showed.
public struct LoggedPrint: Hashable, Sendable {
  /// The plan's code.
  public var plan: String
  /// Whose sheet it was.
  public var crew: Identifier<Crew>
  /// Of which day.
  public var date: ServiceDate
  /// How many pages it had.
  public var pages: Int
  /// The privacy level of the print, 1 … 3.
  public var privacy: Int
  /// When it was printed.
  public var printedAt: Instant
}

extension OfficeStore {
  /// Notes that a sheet was printed.
  ///
  /// - Parameters:
  ///   - plan: the plan's code.
  ///   - crew: whose sheet it is.
  ///   - date: of which day.
  ///   - pages: how many pages it has, at least one.
  ///   - privacy: the privacy level of the print, 1 … 3.
  ///   - moment: when it was printed.
  /// - Throws: ``OfficeStoreError``, also where pages or privacy are out of range.
  public func logPrint(
    plan: String, crew: Identifier<Crew>, date: ServiceDate, pages: Int, privacy: Int,
    at moment: Instant
  ) throws {
    try write {
      try $0.insert(
        into: "print_log",
        [
          "plan_code": plan, "crew": crew.text, "date": date.description, "pages": pages,
          "privacy": privacy, "printed_at": moment.description,
        ])
    }
  }

  /// Every print, in order of logging.
  public func listPrints() throws -> [LoggedPrint] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM print_log ORDER BY id").map {
        LoggedPrint(
          plan: try $0.text("plan_code"), crew: try $0.identifier("crew"),
          date: try $0.date("date"), pages: try $0.value("pages"),
          privacy: try $0.value("privacy"), printedAt: try $0.instant("printed_at"))
      }
    }
  }
}
