public import FieldModel
public import Quantities

/// What an office has settled for all its work: the contents of `settings.yaml`.
public struct WorkspaceSettings: Hashable, Sendable {
  /// The language that sheets and messages are written in.
  public enum Language: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case simplifiedChinese = "zh-Hans"
  }

  /// The application that the QR code beside a stop opens.
  public enum NavigationApp: String, Hashable, Sendable, CaseIterable {
    case geo, amap, baidu, tencent, petal, google, apple, waze
  }

  /// What the office is called on sheets.
  public var name: String
  /// The language of sheets and messages.
  public var language: Language
  /// How far local clocks are ahead of UTC, in minutes.
  public var offsetMinutes: Int16
  /// The rules that hold where an address does not say otherwise.
  public var jurisdiction: Identifier<Jurisdiction>
  /// The currency of amounts that do not name one.
  public var currency: Currency
  /// The least overdue amount of the tier `medium`.
  public var mediumAmount: Money
  /// The least overdue amount of the tier `large`.
  public var largeAmount: Money
  /// Weights of a visit's value by code, such as `amount` or `stage`; 0 … 1,000.
  public var valueWeights: [String: Int]
  /// The application for directions.
  public var navigationApp: NavigationApp
  /// The number to call in need, printed on sheets; empty when not stated.
  public var controllerPhone: String
  /// Who tells the planner travel times in the map's stead; `nil` for the map itself.
  public var matrixServer: MatrixServer?

  /// An office with customary settings.
  public init(name: String, jurisdiction: Identifier<Jurisdiction>, currency: Currency) {
    self.name = name
    self.jurisdiction = jurisdiction
    self.currency = currency
    language = .english
    offsetMinutes = 0
    mediumAmount = Money(minorUnits: 1_000_000, currency: currency)
    largeAmount = Money(minorUnits: 5_000_000, currency: currency)
    valueWeights = [:]
    navigationApp = .geo
    controllerPhone = ""
  }

  /// How large `amount` is; `nil` in another currency than the office's.
  public func tier(of amount: Money) -> AmountTier? {
    guard amount.currency == currency else { return nil }
    if amount.minorUnits >= largeAmount.minorUnits { return .large }
    return amount.minorUnits >= mediumAmount.minorUnits ? .medium : .small
  }
}
