/// The names of a thing, in every language the map has.
enum NameTags {
  typealias Name = (language: String, text: String)

  private static let mostNames = 24
  private static let mostCharacters = 200

  /// The name as signposted first, then by language; each text once per language.
  static func names(_ tags: Tags) -> [Name] {
    var names: [Name] = []
    func add(_ language: String, _ text: String?) {
      guard let text = text.map(clean), !text.isEmpty, names.count < mostNames,
        !names.contains(where: { $0.language == language && $0.text == text })
      else { return }
      names.append((language, text))
    }
    add("", tags[.name])
    let named = tags.pairs.compactMap { key, value in
      key.hasPrefix("name:") ? language(String(key.dropFirst(5))).map { ($0, value) } : nil
    }
    for (language, text) in named.sorted(by: { $0 < $1 }) { add(language, text) }
    if !names.contains(where: { $0.language == "en" }) { add("en", tags[.int_name]) }
    if names.first?.language != "", let first = names.first {
      names.insert(("", first.text), at: 0)
    }
    return names
  }

  /// Names and also the short, old, official and local ones that people may search by.
  static func searchNames(_ tags: Tags) -> [Name] {
    var names = names(tags)
    let others: [TagKey] = [.alt_name, .official_name, .short_name, .loc_name, .old_name]
    for key in others {
      for part in (tags[key] ?? "").split(separator: ";").prefix(6) {
        let text = clean(String(part))
        if !text.isEmpty, !names.contains(where: { $0.text == text }), names.count < mostNames {
          names.append(("", text))
        }
      }
    }
    return names
  }

  /// A road's number, several joined as the map has them.
  static func reference(_ tags: Tags) -> String { clean(tags[.ref] ?? "") }

  /// The BCP 47 tag for what follows `name:`; `nil` for what is no language (`name:left`).
  static func language(_ suffix: String) -> String? {
    switch suffix {
    case "zh_pinyin", "zh-pinyin", "zh_py", "zh-Latn-pinyin", "zh-Latn": return "zh-Latn-pinyin"
    case "zh_simplified", "zh_cn", "zh-CN": return "zh-Hans"
    case "zh_traditional", "zh_tw", "zh-TW": return "zh-Hant"
    default: break
    }
    let parts = suffix.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let first = parts.first, (2...3).contains(first.utf8.count), suffix.utf8.count <= 24,
      first.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }),
      suffix.utf8.allSatisfy({ $0 < 128 && $0 != UInt8(ascii: ":") })
    else { return nil }
    return parts.joined(separator: "-")
  }

  /// The text on one line, without blanks at its ends, and not endless.
  private static func clean(_ text: String) -> String {
    let line =
      text.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
      ? String(
        String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
      : text
    return String(line.trimmed.prefix(mostCharacters))
  }
}
