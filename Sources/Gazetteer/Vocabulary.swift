/// The words of which addresses are made, in both scripts.
enum Vocabulary {
  /// `word` in its one spelling: `road` and `rd`, `saint`, `street` and `st`, pinyin `lu` and `rd`.
  static func canonical(_ word: String) -> String { abbreviations[word] ?? word }

  private static let abbreviations: [String: String] = {
    let groups = [
      "rd road lu", "st street saint jie str", "ave avenue av", "ln lane", "cl close clo",
      "dr drive drv", "cres crescent cr", "ct court crt", "gdns gardens gdn", "gr grove grv",
      "pl place", "sq square", "ter terrace terr", "pk park", "pde parade", "hwy highway",
      "blvd boulevard bd dadao", "mt mount", "hts heights", "bldg building", "est estate",
      "rte route", "wy way", "wk walk", "and &", "cun village vill", "zhen township", "xian county",
      "qu district", "shi city", "xiaoqu compound", "n north", "s south", "e east", "w west",
      "gt great", "lwr lower", "upr upper",
    ]
    var table: [String: String] = [:]
    for group in groups {
      let words = group.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()

  /// Canonical words that end the name of a street.
  static let streetWords: Set<String> = [
    "rd", "st", "ave", "ln", "cl", "dr", "cres", "ct", "gdns", "gr", "pl", "sq", "ter", "pde",
    "hwy", "blvd", "mews", "rise", "row", "wy", "wk", "rte", "hill", "esplanade", "xiang",
  ]

  /// Canonical words that end the name of a settlement or district, and what it then is.
  static let placeWords: [String: AddressPart.Kind] = [
    "cun": .village, "zhen": .district, "xian": .district, "qu": .district, "shi": .district,
    "xiaoqu": .compound, "est": .compound,
  ]

  /// Words that say that a flat, a floor or a room follows.
  static let unitWords: Set<String> = [
    "flat", "flt", "unit", "apartment", "apt", "room", "rm", "suite", "ste", "floor", "level",
    "danyuan",
  ]

  /// Words that say that a building number follows.
  static let buildingWords: Set<String> = ["bldg", "block", "blk", "tower", "dong"]

  /// Countries, and words that say nothing about where.
  static let silentPhrases: Set<String> = [
    "uk", "gb", "unitedkingdom", "greatbritain", "england", "scotland", "wales", "china", "prc",
    "中国", "中华人民共和国", "no", "number", "附近", "对面", "旁", "旁边", "隔壁", "路口", "交叉口",
    "near", "opposite", "behind", "corner", "the", "at", "in", "hao",
  ]

  /// A suffix of Chinese names and what a name that ends so is taken for.
  struct Suffix: Sendable {
    var text: [String]
    var kind: AddressPart.Kind
    /// Whether people leave it out (清溪 for 清溪县).
    var isOptional: Bool
  }

  /// The longest first, so that 大街 is read before 街.
  static let suffixes: [Suffix] = {
    func list(_ words: String, _ kind: AddressPart.Kind, optional: Bool) -> [Suffix] {
      words.split(separator: " ").map {
        Suffix(text: $0.map(String.init), kind: kind, isOptional: optional)
      }
    }
    let all =
      list("自治区 特别行政区 省", .region, optional: true)
      + list("自治州 自治县 地区 街道 市 县 区 镇 乡 旗 州", .district, optional: true)
      + list("自然村 行政村 村委会 社区 居委会 村 屯 庄 寨", .village, optional: true)
      + list("大道 大街 胡同 公路 国道 省道 县道 环路 路 街 巷 弄 道 里弄", .street, optional: false)
      + list("住宅小区 小区 花园 家园 公寓 新村 苑 公馆 山庄 名城 广场 大厦", .compound, optional: false)
      + list("开发区 工业园 园区 学校 医院 商场 市场 车站", .landmark, optional: false)
    return all.sorted { $0.text.count > $1.text.count }
  }()

  /// Suffixes that may be left out of a compound's name as well.
  static let compoundSuffixes: Set<String> = ["住宅小区", "小区"]

  /// The suffix that ends at `end` in `tokens`, not reaching before `start`; at least one
  /// character must stand before it.
  static func suffix(endingAt end: Int, in tokens: [NameToken], from start: Int) -> Suffix? {
    suffixes.first { suffix in
      let begin = end - suffix.text.count
      guard begin > start else { return false }
      return matches(suffix, at: begin, in: tokens)
    }
  }

  /// The suffix that begins at `start` in `tokens`.
  static func suffix(startingAt start: Int, in tokens: [NameToken]) -> Suffix? {
    guard start < tokens.count, tokens[start].kind == .ideograph else { return nil }
    return suffixes.first { matches($0, at: start, in: tokens) }
  }

  private static func matches(_ suffix: Suffix, at start: Int, in tokens: [NameToken]) -> Bool {
    guard start + suffix.text.count <= tokens.count else { return false }
    for offset in suffix.text.indices where tokens[start + offset].text != suffix.text[offset] {
      return false
    }
    return true
  }
}
