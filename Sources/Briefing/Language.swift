/// A language in which people are spoken to.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case simplifiedChinese = "zh-Hans"

  /// The language of a BCP 47 tag or of a POSIX locale such as `zh_CN.UTF-8`; `nil` for others.
  public init?(tag: String) {
    let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" && $0 != "." }
    switch primary {
    case "en": self = .english
    case "zh": self = .simplifiedChinese
    default: return nil
    }
  }

  /// Every sentence in this language.
  public var phrasebook: Phrasebook {
    switch self {
    case .english: .english
    case .simplifiedChinese: .simplifiedChinese
    }
  }
}
