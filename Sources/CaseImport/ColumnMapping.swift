public import FieldModel
public import Quantities

/// The order of day, month and year in dates such as 22/11/2026.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  case yearMonthDay = "year-month-day"
  case dayMonthYear = "day-month-year"
  case monthDayYear = "month-day-year"
}

/// What stands before the decimals of an amount.
public enum DecimalMark: String, Hashable, Sendable, CaseIterable {
  case point
  case comma
}

/// How one lender writes its case files: what the headers cannot say, saved once.
public struct ColumnMapping: Hashable, Sendable {
  /// Whose cases they are; a lender column goes before it.
  public var lender: Identifier<Lender>?
  /// The currency of amounts that do not name one.
  public var currency: Currency?
  /// How dates with the year last are to be read; `nil` when there are none.
  public var dateOrder: DateOrder?
  /// What stands before decimals; `nil` to tell from each amount.
  public var decimalMark: DecimalMark?
  /// How the file is written; `nil` to find out.
  public var encoding: TextEncoding?
  /// The datum of coordinates; a datum in ``datums`` or in the row goes before it.
  public var datum: Datum?
  /// What headers of this lender mean, beside the spellings that are always known.
  public var columns: [String: CaseField]
  /// The datum of single coordinate columns, by header.
  public var datums: [String: Datum]
  /// Headers to pass over without remark.
  public var ignored: Set<String>

  /// A mapping that knows only the common headers.
  public init(lender: Identifier<Lender>? = nil, currency: Currency? = nil) {
    self.lender = lender
    self.currency = currency
    columns = [:]
    datums = [:]
    ignored = []
  }
}
