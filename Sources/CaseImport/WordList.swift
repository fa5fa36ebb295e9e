import FieldModel
import Quantities

/// The words that a column takes for the values of one type, in English and Chinese.
struct WordList<Value: Sendable>: Sendable {
  private let values: [String: Value]
  /// The known words for comparison, in order.
  let known: [String]
  /// The words as files should write them, by comparison form.
  private let written: [String: String]

  /// Each value with its spellings, the canonical one first.
  init(_ entries: [(Value, [String])]) {
    var values: [String: Value] = [:]
    var written: [String: String] = [:]
    for (value, spellings) in entries {
      for spelling in spellings {
        let key = Spelling.comparable(spelling)
        values[key] = value
        written[key] = spelling
      }
    }
    self.values = values
    self.written = written
    known = values.keys.sorted()
  }

  /// The value that `word` names.
  func find(_ word: some StringProtocol) -> Value? { values[Spelling.comparable(word)] }

  /// The known word nearest to `word` as files should write it; empty when none is near.
  func nearest(to word: some StringProtocol) -> String {
    guard let key = Spelling.nearest(to: Spelling.comparable(word), among: known) else {
      return ""
    }
    return written[key] ?? ""
  }
}

extension WordList where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// The values of `Value` by their own codes and by `others`.
  init(_ type: Value.Type, _ others: KeyValuePairs<Value, [String]>) {
    self.init(
      Value.allCases.map { ($0, [$0.rawValue]) } + others.map { ($0.key, $0.value) })
  }
}

/// All word lists of case files.
enum Words {
  static let borrowerKind = WordList(
    Borrower.Kind.self,
    [
      .person: ["个人", "自然人", "individual", "private"],
      .firm: ["企业", "公司", "单位", "对公", "company", "business"],
    ])

  static let reason = WordList(
    ArrearsReason.self,
    [
      .forgot: ["忘记", "遗忘"], .financesWorsened: ["收入下降", "经济恶化", "财务恶化", "income lost"],
      .tradingTrouble: ["经营困难", "经营不善"], .cashFlow: ["资金周转", "周转困难", "资金链断裂"],
      .unwilling: ["不愿还款", "恶意拖欠", "无还款意愿"], .disputed: ["有争议", "争议"],
      .hardship: ["困难", "生活困难"], .unknown: ["不明", "未知", "原因不明"],
    ])

  static let caseStatus = WordList(
    CaseStatus.self,
    [
      .open: ["在催", "未结清", "逾期", "active", "overdue"],
      .cured: ["已还清", "已结清", "已还款", "结清", "paid", "settled", "closed"],
      .gone: ["已撤案", "已退案", "撤案", "recalled", "withdrawn"],
    ])

  static let addressKind = WordList(
    AddressKind.self,
    [
      .home: ["住址", "家", "家庭", "家庭住址"], .householdRegister: ["户籍", "户籍地", "户籍地址"],
      .work: ["单位", "工作", "单位地址"], .business: ["经营", "店铺", "经营地址"],
      .liableParty: ["担保人", "共同借款人", "担保人地址", "guarantor", "co-borrower"],
      .other: ["其他", "其他地址"],
    ])

  static let addressStatus = WordList(
    AddressStatus.self,
    [
      .unverified: ["未核实", "待核实"], .verified: ["已核实", "属实", "confirmed"],
      .moved: ["已搬离", "已搬走", "搬离"], .wrong: ["地址错误", "错误", "不存在", "无此地址"],
      .refused: ["拒访", "拒绝上门"], .inaccessible: ["拆迁", "空置", "无法进入"],
    ])

  static let partyRole = WordList(
    PartyRole.self,
    [
      .coBorrower: ["共同借款人", "共借人", "joint borrower"],
      .jointGuarantor: ["连带责任保证", "连带保证", "连带担保", "连带责任保证人", "joint"],
      .generalGuarantor: ["一般保证", "一般担保", "一般保证人", "general"],
      .spouseSigned: ["配偶共签", "共签配偶", "已签字配偶", "spouse co-signed"],
      .spouse: ["配偶", "未签字配偶", "husband", "wife"], .heir: ["继承人"],
      .relative: ["亲属", "亲戚", "父亲", "母亲", "父母", "兄弟", "姐妹", "parent", "sibling"],
      .other: ["其他"],
    ])

  static let channel = WordList(
    ContactChannel.self,
    [
      .sms: ["短信", "text"], .call: ["电话", "致电", "phone", "telephone"],
      .letter: ["信函", "函件", "挂号信", "mail"], .visit: ["上门", "外访", "走访"],
      .email: ["邮件", "电子邮件"], .app: ["应用", "微信", "app消息"],
    ])

  static let result = WordList(
    ContactResult.self,
    [
      .noAnswer: ["未接", "无人接听", "无人应门", "无人在家", "无应答"],
      .reached: ["已接通", "接通", "已联系", "见到本人", "spoke"],
      .message: ["留言", "已发送", "已留言", "sent", "left-message"],
      .visitAnnounced: ["上门预告", "已预告", "预告上门", "visit-notice"],
      .refused: ["拒接", "拒绝", "拒绝沟通"], .undeliverable: ["空号", "停机", "退信", "无法送达", "dead"],
    ])

  static let hold = WordList(
    HoldKind.self,
    [
      .dispute: ["争议", "异议", "disputed"], .complaint: ["投诉"],
      .hardship: ["困难", "生活困难"], .bereavement: ["丧事", "亲人去世", "家人去世"],
      .lawyer: ["律师代理", "律师", "solicitor", "attorney"],
      .deceased: ["死亡", "已故", "去世", "本人死亡", "died"],
      .stopContact: ["停止联系", "要求停止联系", "no-contact"],
      .vulnerable: ["特殊脆弱", "弱势", "疾病", "vulnerability"],
      .legal: ["诉讼", "诉讼中", "破产", "执行中", "court", "insolvency"],
      .absent: ["外出", "住院", "羁押", "服役", "出国", "hospital", "abroad"],
      .disaster: ["灾害", "疫情"], .fraud: ["疑似欺诈", "欺诈"],
      .unsettled: ["记录待核"],
      .paymentCheck: ["已还待核", "还款核实", "payment-claimed"],
    ])

  static let risk = WordList(
    RiskFactor.self,
    [
      .assault: ["袭击", "殴打"], .threat: ["威胁"], .weapon: ["武器", "持械"],
      .policeCaution: ["警方提示"], .intoxication: ["醉酒", "酗酒"], .dogLoose: ["散养犬", "恶犬"],
      .dogRestrained: ["拴养犬", "有犬", "dog"], .harassment: ["骚扰"], .infection: ["传染病"],
      .noSignal: ["无信号"], .farFromHelp: ["偏远"], .afterDark: ["天黑后", "夜间"],
      .oneWayOut: ["单一出口", "死胡同"], .unsafeBuilding: ["危房", "危楼"],
      .firstVisit: ["首次上门"], .crowd: ["围观", "聚众"], .cash: ["现金"], .heat: ["高温"],
    ])

  static let consent = WordList(
    Consent.Kind.self,
    [
      .visit: ["上门", "同意上门"], .outsideHours: ["非工作时段", "时段外"],
      .restDay: ["休息日", "节假日"], .workplace: ["单位", "同意单位走访"],
    ])

  static let datum = WordList(
    Datum.self,
    [
      .wgs84: ["WGS-84", "GPS", "EPSG:4326"], .gcj02: ["GCJ-02", "高德", "腾讯", "火星坐标"],
      .bd09: ["BD-09", "bd09ll", "百度"],
    ])

  static let weekday = WordList<Weekday>(
    zip(Weekday.allCases, ["一", "二", "三", "四", "五", "六", "日"]).map { day, sign in
      (day, [day.code, "\(day)", "周\(sign)", "星期\(sign)"])
    } + [(.sunday, ["周天", "星期天"])])

  static let answer = WordList<Bool>([
    (true, ["yes", "y", "true", "1", "是", "有"]), (false, ["no", "n", "false", "0", "否", "无"]),
  ])
}
