/// Brings letters to the form in which names are compared: lower case, without diacritics, half
/// width, and with the traditional characters of address words simplified.
enum LetterFolding {
  /// Appends the folded form of `scalar` to `text`; nothing for combining marks and apostrophes.
  static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    let value = scalar.value
    if value < 0x80 {
      let isUpper = value >= 0x41 && value <= 0x5A
      text.unicodeScalars.append(isUpper ? Unicode.Scalar(UInt8(value + 0x20)) : scalar)
    } else if let base = latin[value] {
      text += base
    } else if isDropped(scalar) {
      return
    } else if let wide = halfWidth(value) {
      append(wide, to: &text)
    } else if let simple = simplified[scalar] {
      text.unicodeScalars.append(simple)
    } else if value < 0x3000 {
      text += scalar.properties.lowercaseMapping
    } else {
      text.unicodeScalars.append(scalar)
    }
  }

  /// Whether `scalar` is written without spaces between words and is indexed character by
  /// character: Han, kana and hangul.
  static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0x20000...0x323AF:
      true
    default: false
    }
  }

  /// Marks and apostrophes that vanish inside a word (`St John's` → `st johns`).
  static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xB7, 0x2B9...0x2BC, 0x300...0x36F, 0x2018, 0x2019, 0x200B...0x200F, 0xFEFF:
      true
    default: false
    }
  }

  /// The ordinary form of a full-width digit, letter or sign, or of the ideographic space.
  static func halfWidth(_ value: UInt32) -> Unicode.Scalar? {
    if value == 0x3000 { return " " }
    guard (0xFF01...0xFF5E).contains(value) else { return nil }
    return Unicode.Scalar(value - 0xFEE0)
  }

  /// Letters with diacritics and ligatures, from their Unicode names
  /// (`LATIN SMALL LETTER A WITH MACRON` → `a`).
  private static let latin: [UInt32: String] = {
    var table: [UInt32: String] = [
      0xDF: "ss", 0x1E9E: "ss", 0xC6: "ae", 0xE6: "ae", 0x152: "oe", 0x153: "oe",
      0xDE: "th", 0xFE: "th", 0xD0: "d", 0xF0: "d", 0x131: "i",
    ]
    for value in Array(UInt32(0xC0)...0x24F) + Array(UInt32(0x1E00)...0x1EFF) {
      guard table[value] == nil, let name = Unicode.Scalar(value)?.properties.name else { continue }
      let words = name.split(separator: " ")
      guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
        words[3].count == 1
      else { continue }
      table[value] = words[3].lowercased()
    }
    return table
  }()

  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
    let traditional =
      "號樓棟單縣區鎮鄉園廣場東門橋龍灣馬長興國華陽莊廠屬層衛術圖書館醫學鐵車電農業開發經濟"
      + "義烏無為寧蘇浙贛滬遼雲貴劉張陳楊趙黃吳孫鄭羅蕭韓馮葉蔣閻錢湯萬豐慶聖賢鳳鶴雞魚鳥頭軍紅綠藍銀錦麗"
      + "達運進遠連邊過還這閘閣關闊階際陸陰隊雙離難雜雨順順須預領頂頁風飛飯館駐騰驛驗體高鹽麥齊齡彌敦臺灘漢"
      + "濱澤濟灤爾獅瑪環瑤畢當療盤礦種積穩競筆節築簡糧紀約級細組結統絲經維網緣線總練繁績織繞繼續罷羅聯聲職"
      + "腦腳舊艦藝蘭處蝦裝複見規視親覺觀訊記設許詩話誠語請論謝證譜護讀變讓豬財貢貨貴買費資賽質趕輕輝輪轉"
    let simple =
      "号楼栋单县区镇乡园广场东门桥龙湾马长兴国华阳庄厂属层卫术图书馆医学铁车电农业开发经济"
      + "义乌无为宁苏浙赣沪辽云贵刘张陈杨赵黄吴孙郑罗萧韩冯叶蒋阎钱汤万丰庆圣贤凤鹤鸡鱼鸟头军红绿蓝银锦丽"
      + "达运进远连边过还这闸阁关阔阶际陆阴队双离难杂雨顺顺须预领顶页风飞饭馆驻腾驿验体高盐麦齐龄弥敦台滩汉"
      + "滨泽济滦尔狮玛环瑶毕当疗盘矿种积稳竞笔节筑简粮纪约级细组结统丝经维网缘线总练繁绩织绕继续罢罗联声职"
      + "脑脚旧舰艺兰处虾装复见规视亲觉观讯记设许诗话诚语请论谢证谱护读变让猪财贡货贵买费资赛质赶轻辉轮转"
    let pairs = zip(traditional.unicodeScalars, simple.unicodeScalars).filter { $0 != $1 }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()
}
