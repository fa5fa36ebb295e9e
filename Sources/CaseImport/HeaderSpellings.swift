import FieldModel
import Quantities

/// The headers that are understood without a mapping, in English and Chinese.
///
/// The first spelling of each list is the canonical one in its language. Case, spaces, dashes,
/// underscores and brackets in a header mean nothing.
enum HeaderSpellings {
  /// The field that `header` names, and the datum that it states in its end, as in
  /// `home_latitude_gcj02` or `住址纬度（百度）`.
  static func find(_ header: String) -> (field: CaseField, datum: Datum?)? {
    let key = plain(header)
    if let field = bySpelling[key] { return (field, nil) }
    for (ending, datum) in datumEndings where key.hasSuffix(ending) {
      if let field = bySpelling[String(key.dropLast(ending.count))] { return (field, datum) }
    }
    return nil
  }

  /// The canonical header nearest to `header`, if one is near.
  static func nearest(to header: String) -> String? {
    let key = plain(header)
    guard let spelling = Spelling.nearest(to: key, among: sortedSpellings) else { return nil }
    return bySpelling[spelling]?.name
  }

  /// `header` without what means nothing.
  static func plain(_ header: String) -> String {
    Spelling.comparable(header)
  }

  static let byCanonicalName: [String: CaseField] = {
    var names: [String: CaseField] = [:]
    for (field, _) in allSpellings { names[field.name] = field }
    return names
  }()

  /// The canonical Chinese header of a field, where it has one.
  static let chineseNames: [CaseField: String] = {
    var names: [CaseField: String] = [:]
    for (field, spellings) in allSpellings where names[field] == nil {
      names[field] = spellings.first { !$0.utf8.allSatisfy { $0 < 128 } }
    }
    return names
  }()

  private static let bySpelling: [String: CaseField] = {
    var fields: [String: CaseField] = [:]
    for (field, spellings) in allSpellings {
      for spelling in [field.name] + spellings where fields[plain(spelling)] == nil {
        fields[plain(spelling)] = field
      }
    }
    return fields
  }()

  private static let sortedSpellings = bySpelling.keys.sorted()

  private static let datumEndings: [(String, Datum)] = [
    ("gcj02", .gcj02), ("gcj", .gcj02), ("高德", .gcj02), ("腾讯", .gcj02), ("bd09", .bd09),
    ("bd", .bd09), ("百度", .bd09), ("wgs84", .wgs84), ("wgs", .wgs84), ("gps", .wgs84),
  ]

  private static let allSpellings: [(CaseField, [String])] =
    PlainField.allCases.map { (.plain($0), plainSpellings[$0] ?? []) }
    + AddressKind.allCases.filter { $0 != .liableParty }.flatMap { kind in
      PlaceField.allCases.map { field in
        (.place(kind, field), combine(ownSpellings[kind] ?? [], field, CaseField.prefix(kind)))
      }
    }
    + PartySlot.allCases.flatMap { slot in partySpellings(slot) }

  private static func partySpellings(_ slot: PartySlot) -> [(CaseField, [String])] {
    let names = slotSpellings[slot] ?? []
    func with(_ endings: [String]) -> [String] {
      names.flatMap { name in endings.map { name + $0 } }
    }
    let addresses = with(["地址", "住址", "家庭住址", "address"])
    return [
      (.party(slot, .name), with(["姓名", "名字", "名称", "name", ""])),
      (.party(slot, .role), with(["身份", "类型", "方式", "role", "type"])),
      (.party(slot, .phone), with(["电话", "手机", "手机号", "联系电话", "phone", "mobile"])),
      (.party(slot, .consented), with(["同意联系", "已同意", "consent", "consented"])),
    ]
      + PlaceField.allCases.map { field in
        (.party(slot, .place(field)), combine(addresses + names, field, slot.rawValue))
      }
  }

  /// Spellings of an address column: each spelling of the address with each of the attribute.
  private static func combine(_ addresses: [String], _ field: PlaceField, _ prefix: String)
    -> [String]
  {
    guard field != .address else { return addresses.filter { !bare.contains($0) } }
    let endings = placeSpellings[field] ?? []
    return addresses.flatMap { address in endings.map { address + $0 } }
      + endings.filter { $0.utf8.allSatisfy { $0 < 128 } }.flatMap { ending in
        ["\(prefix)_\(ending)", "\(prefix)_address_\(ending)"]
      }
  }

  /// Party names alone mean the name, not the address.
  private static let bare = Set(slotSpellings.values.joined())

  private static let slotSpellings: [PartySlot: [String]] = [
    .coBorrower: ["共同借款人", "共借人", "coborrower"],
    .guarantor: ["担保人", "保证人", "guarantor"],
    .spouse: ["配偶", "spouse"],
    .relative: ["亲属", "亲戚", "relative"],
  ]

  private static let ownSpellings: [AddressKind: [String]] = [
    .home: ["住址", "家庭住址", "家庭地址", "居住地址", "现住址", "住宅地址", "地址", "address"],
    .householdRegister: ["户籍地址", "户籍地", "户口地址", "户口所在地", "registered_address"],
    .work: ["单位地址", "工作地址", "公司地址", "工作单位地址", "employer_address"],
    .business: ["经营地址", "店铺地址", "营业地址", "经营场所", "shop_address"],
    .other: ["其他地址", "其它地址", "备用地址"],
  ]

  private static let placeSpellings: [PlaceField: [String]] = [
    .latitude: ["纬度", "latitude", "lat"],
    .longitude: ["经度", "longitude", "lon", "lng"],
    .datum: ["坐标系", "坐标系统", "datum"],
    .presence: ["在家时段", "可访时段", "在岗时段", "presence", "hours"],
    .directions: ["指引", "怎么找", "备注", "directions"],
    .status: ["状态", "status"],
    .verified: ["核实日期", "核实时间", "verified", "verified_on"],
    .source: ["来源", "source"],
    .rural: ["偏远", "rural", "remote"],
  ]

  private static let plainSpellings: [PlainField: [String]] = [
    .caseNumber: ["案件编号", "案件号", "案号", "case no", "case id", "case"],
    .lender: ["委托方", "贷款机构", "出借人", "委托机构", "client", "creditor"],
    .borrowerNumber: [
      "客户编号", "客户号", "借款人编号", "customer number", "customer id", "borrower id",
    ],
    .borrowerName: [
      "借款人姓名", "借款人", "客户姓名", "姓名", "客户名称", "customer name", "name", "borrower",
    ],
    .borrowerKind: ["客户类型", "借款人类型", "customer type", "borrower type"],
    .borrowerPhone: [
      "借款人电话", "本人电话", "手机号", "手机号码", "手机", "电话", "联系电话", "phone", "mobile",
    ],
    .language: ["语言", "沟通语言"],
    .accessNeeds: ["便利需求", "无障碍需求", "accessibility needs"],
    .loanNumber: ["合同编号", "合同号", "借据号", "贷款编号", "contract number", "loan id", "loan"],
    .product: ["产品", "贷款产品", "产品名称", "loan product"],
    .currency: ["币种", "货币"],
    .overdueAmount: ["逾期金额", "逾期本息", "逾期总额", "amount overdue", "arrears", "overdue"],
    .overdueSince: [
      "逾期日期", "逾期起始日", "逾期开始日期", "逾期日", "overdue date", "due date", "arrears since",
    ],
    .daysPastDue: ["逾期天数", "dpd", "days overdue", "days late"],
    .balance: ["余额", "贷款余额", "剩余本息", "欠款余额", "outstanding", "outstanding balance"],
    .arrearsReason: ["逾期原因", "reason"],
    .caseStatus: ["案件状态", "状态", "status"],
    .jurisdiction: ["适用规则", "法域"],
    .contacts: ["联系记录", "催收记录", "contact history"],
    .holds: ["停催事项", "停催标记", "暂停事项", "stop flags"],
    .riskFlags: ["风险标记", "风险提示", "risks"],
    .wishes: ["联系意愿", "客户意愿", "contact wishes"],
    .consents: ["同意事项", "书面同意"],
    .approvals: ["审批", "审批记录"],
    .skills: ["所需技能", "技能要求", "required skills"],
  ]
}
