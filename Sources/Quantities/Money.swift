/// A currency of ISO 4217.
public struct Currency: Hashable, Sendable {
  /// Three capital letters, such as `CNY`.
  public let code: String
  /// How many decimals its minor unit has.
  public let decimals: Int

  /// The currency with an ISO 4217 code; `nil` unless it is three letters.
  ///
  /// Letters are taken in either case. Decimals are two but for the currencies the standard lists
  /// with none or three.
  public init?(code: String) {
    let capitals = code.uppercased()
    guard capitals.utf8.count == 3, capitals.utf8.allSatisfy({ (65...90).contains($0) }) else {
      return nil
    }
    self.code = capitals
    self.decimals = Self.unusualDecimals[capitals] ?? 2
  }

  private init(_ code: String) {
    self.code = code
    self.decimals = 2
  }

  /// Renminbi.
  public static let cny = Currency("CNY")
  /// Pound sterling.
  public static let gbp = Currency("GBP")

  private static let unusualDecimals: [String: Int] = [
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
    "RWF": 0, "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
  ]
}

/// An amount of money in whole minor units (fen, pence, cents); never floating point.
public struct Money: Hashable, Sendable {
  /// The amount in minor units of ``currency``.
  public var minorUnits: Int64
  /// The currency.
  public var currency: Currency

  /// An amount of `minorUnits` of `currency`.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The sum; `nil` when the currencies differ or it does not fit.
  public func adding(_ other: Money) -> Money? {
    guard currency == other.currency else { return nil }
    let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
    return overflow ? nil : Money(minorUnits: sum, currency: currency)
  }

  /// The amount in major units with the currency's decimals, a point and no grouping: `1234.50`.
  public var plainAmount: String {
    guard currency.decimals > 0 else { return String(minorUnits) }
    let digits = String(minorUnits.magnitude)
    let missing = max(0, currency.decimals + 1 - digits.count)
    let padded = String(repeating: "0", count: missing) + digits
    return (minorUnits < 0 ? "-" : "") + padded.dropLast(currency.decimals) + "."
      + padded.suffix(currency.decimals)
  }
}

extension Money: CustomStringConvertible {
  /// Currency code, a space and ``plainAmount``: `GBP 250.00`.
  public var description: String { "\(currency.code) \(plainAmount)" }
}
