/// Columns that are never read, because nobody may keep what they hold.
///
/// Phone books and call logs, children and their schools, relatives who "could pay instead",
/// labels and profiles of a person's character, identity and card numbers: a visit needs none of
/// them, and data protection law forbids collecting what is not needed (PIPL of the PRC,
/// art. 5, 6, 28 and 31).
enum BlockedColumn {
  /// Why a header is blocked, as a hint code; `nil` when it is not.
  static func reason(_ header: String) -> String? {
    let key = HeaderSpellings.plain(header)
    for (reason, parts) in parts where parts.contains(where: key.contains) { return reason }
    return nil
  }

  private static let parts: KeyValuePairs<String, [String]> = [
    "phone-book": [
      "phonebook", "contactlist", "addressbook", "emergencycontact", "phonecontacts", "referee",
      "friend", "colleague", "neighbour", "neighbor", "classmate", "通讯录", "紧急联系人", "联系人",
      "同事", "朋友", "邻居", "同学",
    ],
    "call-log": ["calllog", "callrecords", "calldetail", "smslog", "通话记录", "通话详单", "话单"],
    "children": [
      "child", "school", "teacher", "kindergarten", "daughter", "子女", "孩子", "小孩", "学校",
      "老师", "班主任", "幼儿园", "儿子", "女儿",
    ],
    "relatives-not-liable": ["payinstead", "otherpayer", "代偿", "代还", "可还款亲属"],
    "profile": [
      "temper", "personality", "character", "schooling", "weakspot", "weakness", "blacklist",
      "deadbeat", "religion", "ethnic", "health", "diagnosis", "性格", "脾气", "弱点", "软肋",
      "黑名单", "老赖", "民族", "宗教", "病史", "诊断",
    ],
    "identity-number": [
      "idnumber", "idcard", "passport", "nationalinsurance", "socialsecurity", "ssn", "身份证",
      "证件号", "护照",
    ],
    "card-number": [
      "cardnumber", "bankaccount", "accountnumber", "iban", "银行卡", "卡号", "银行账号",
    ],
    "social-media": ["facebook", "wechatid", "instagram", "socialmedia", "微信号", "朋友圈", "抖音"],
  ]
}
