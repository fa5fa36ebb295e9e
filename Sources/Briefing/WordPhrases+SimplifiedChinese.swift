import FieldModel
import Quantities

extension WordPhrases {
  static let simplifiedChinese = WordPhrases(
    purpose: {
      switch $0 {
      case .contact: "首次上门联系"
      case .verifyAddress: "核实地址"
      case .repaymentPlan: "商谈还款计划"
      case .deliverLetter: "送达函件"
      case .promiseFollowUp: "跟进未兑现的承诺"
      case .firmVisit: "走访经营场所"
      }
    },
    neutralPurpose: {
      switch $0 {
      case .contact: "联系"
      case .verifyAddress: "核址"
      case .repaymentPlan: "面谈"
      case .deliverLetter: "送件"
      case .promiseFollowUp: "跟进"
      case .firmVisit: "走访"
      }
    },
    outcome: {
      switch $0 {
      case .promised: "见到本人-承诺还款"
      case .promiseBroken: "承诺未兑现"
      case .planAgreed: "见到本人-达成分期/展期"
      case .saysPaid: "见到本人-已还/出示凭证"
      case .paidOnSpot: "现场线上还款"
      case .hardship: "见到本人-无力偿还（困难）"
      case .vulnerable: "特殊脆弱情形"
      case .refused: "见到本人-拒绝还款"
      case .disputed: "争议/否认债务"
      case .stopRequested: "要求停止联系/仅书面/律师代理"
      case .complaint: "提出投诉"
      case .rescheduled: "本人在但改约"
      case .nobodyIn: "无人应门"
      case .otherAdult: "第三人应门-已留中性便条"
      case .minorMet: "未成年人应门"
      case .liablePartyMet: "保证人/共同借款人接待"
      case .residenceChecked: "仅核实居住"
      case .moved: "已搬离"
      case .wrongAddress: "地址错误/不存在"
      case .inaccessible: "拆迁/空置/无法进入"
      case .addressConfirmed: "地址属实"
      case .deceased: "本人已故"
      case .absent: "羁押/住院/服役/出国"
      case .insolvent: "破产/诉讼/执行中"
      case .disaster: "灾害/疫情影响"
      case .threatened: "威胁/暴力/武器"
      case .abortedForSafety: "因风险中止"
      case .abortedForRules: "因合规中止"
      case .hazard: "犬只/环境危险"
      case .ranOutOfTime: "天气/车辆/时间不足"
      case .letterDelivered: "送达函件"
      case .informationUpdated: "信息更新-待审核"
      case .fraudSuspected: "疑似欺诈"
      }
    },
    shortOutcome: {
      switch $0 {
      case .promised: "约定"
      case .promiseBroken: "未兑现"
      case .planAgreed: "分期"
      case .saysPaid: "称已办"
      case .paidOnSpot: "已办"
      case .hardship: "困难"
      case .vulnerable: "停谈"
      case .refused: "拒绝"
      case .disputed: "争议"
      case .stopRequested: "书面"
      case .complaint: "投诉"
      case .rescheduled: "改约"
      case .nobodyIn: "无人"
      case .otherAdult: "他人"
      case .minorMet: "未成年"
      case .liablePartyMet: "相关人"
      case .residenceChecked: "核实"
      case .moved: "搬离"
      case .wrongAddress: "址错"
      case .inaccessible: "难进"
      case .addressConfirmed: "址实"
      case .deceased: "已故"
      case .absent: "不在"
      case .insolvent: "司法"
      case .disaster: "灾害"
      case .threatened: "威胁"
      case .abortedForSafety: "中止"
      case .abortedForRules: "合规"
      case .hazard: "危险"
      case .ranOutOfTime: "未及"
      case .letterDelivered: "送达"
      case .informationUpdated: "更新"
      case .fraudSuspected: "移交"
      }
    },
    met: {
      switch $0 {
      case .borrower: "本人"
      case .liableParty: "相关人"
      case .otherAdult: "其他成年人"
      case .minor: "未成年人"
      case .staff: "工作人员"
      case .nobody: "无人"
      }
    },
    verdict: {
      switch $0 {
      case .confirmed: "属实"
      case .moved: "已搬离"
      case .wrong: "错误"
      case .inaccessible: "无法进入"
      case .unknown: "未知"
      }
    },
    role: {
      switch $0 {
      case .coBorrower: "共同借款人"
      case .jointGuarantor: "连带责任保证人"
      case .generalGuarantor: "一般保证人"
      case .spouseSigned: "共签配偶"
      case .spouse: "配偶"
      case .heir: "继承人"
      case .relative: "亲属"
      case .other: "其他"
      }
    },
    addressKind: {
      switch $0 {
      case .home: "住址"
      case .householdRegister: "户籍地"
      case .work: "工作单位"
      case .business: "经营场所"
      case .liableParty: "相关人地址"
      case .other: "其他地址"
      }
    },
    addressStatus: {
      switch $0 {
      case .unverified: "未核实"
      case .verified: "已核实"
      case .moved: "已搬离"
      case .wrong: "错误"
      case .refused: "拒绝上门"
      case .inaccessible: "无法进入"
      }
    },
    precision: {
      switch $0 {
      case .door: "门口"
      case .house: "门牌"
      case .compound: "小区"
      case .street: "仅到道路"
      case .place: "仅到村/社区"
      case .district: "仅到区镇"
      }
    },
    hold: {
      switch $0 {
      case .dispute: "争议"
      case .complaint: "投诉处理中"
      case .hardship: "困难"
      case .bereavement: "丧事"
      case .lawyer: "律师代理"
      case .deceased: "本人已故"
      case .stopContact: "要求停止联系"
      case .vulnerable: "特殊脆弱情形"
      case .legal: "诉讼/破产/执行"
      case .absent: "羁押/住院/出国"
      case .disaster: "灾害"
      case .fraud: "疑似欺诈"
      case .paymentCheck: "还款核查中"
      case .unsettled: "拜访记录互相矛盾"
      }
    },
    followUp: {
      switch $0 {
      case .remindPromise: "提醒承诺"
      case .checkPromise: "核对承诺是否兑现"
      case .callBorrower: "致电借款人"
      case .sendPlan: "寄送书面计划"
      case .checkPayment: "核查所称还款"
      case .refreshBalance: "更新余额"
      case .hardshipTeam: "转困难帮扶"
      case .specialist: "转专员"
      case .legalReview: "法务评估"
      case .answerDispute: "书面答复争议"
      case .recordStop: "登记停止联系"
      case .registerComplaint: "登记投诉"
      case .bookAppointment: "登记预约"
      case .visitAgain: "换时段再访"
      case .otherChannel: "改用其他方式"
      case .incidentNote: "填写事件记录"
      case .traceAddress: "查找新址"
      case .fixAddress: "更正地址"
      case .estate: "转遗产处理"
      case .reviewAbsence: "复核不在原因"
      case .safetyIncident: "处理安全事件"
      case .updateRisk: "更新风险记录"
      case .replan: "重新排期"
      case .reviewProposals: "审核更新信息"
      case .antiFraud: "转反欺诈"
      case .settleReview: "裁定相互矛盾的记录"
      }
    },
    risk: {
      switch $0 {
      case .low: "低"
      case .medium: "中"
      case .high: "高"
      case .stop: "禁访"
      }
    },
    riskFactor: {
      switch $0 {
      case .assault: "袭击"
      case .threat: "威胁"
      case .weapon: "武器"
      case .policeCaution: "警方提示"
      case .intoxication: "醉酒"
      case .dogLoose: "散放犬只"
      case .dogRestrained: "拴养犬只"
      case .harassment: "骚扰"
      case .infection: "传染病"
      case .noSignal: "无信号"
      case .farFromHelp: "远离救援"
      case .afterDark: "天黑后"
      case .oneWayOut: "单一出口"
      case .unsafeBuilding: "危房险段"
      case .firstVisit: "首次上门"
      case .crowd: "聚众"
      case .cash: "现金"
      case .heat: "高温"
      }
    },
    section: {
      switch $0 {
      case .planGate: "出行前审核（前一日）"
      case .beforeLeaving: "出发前"
      case .vehicle: "车辆与行驶"
      case .doorstep: "到达与门前"
      case .talking: "沟通与降温"
      case .after: "离开与收工"
      case .emergency: "应急卡"
      }
    },
    channel: {
      switch $0 {
      case .sms: "短信"
      case .call: "电话"
      case .letter: "信函"
      case .visit: "上门"
      case .email: "邮件"
      case .app: "应用内"
      }
    },
    contactResult: {
      switch $0 {
      case .noAnswer: "无应答"
      case .reached: "已联系上"
      case .message: "已留言"
      case .visitAnnounced: "已预告上门"
      case .refused: "拒绝沟通"
      case .undeliverable: "无法送达"
      }
    },
    arrearsReason: {
      switch $0 {
      case .forgot: "遗忘"
      case .financesWorsened: "经济恶化"
      case .tradingTrouble: "经营困难"
      case .cashFlow: "周转困难"
      case .unwilling: "还款意愿弱"
      case .disputed: "有争议"
      case .hardship: "困难"
      case .unknown: "不明"
      }
    },
    caseStatus: {
      switch $0 {
      case .open: "在办"
      case .cured: "已结清"
      case .gone: "已移出"
      }
    },
    stage: {
      switch $0 {
      case .m1: "1–30天"
      case .m2: "31–60天"
      case .m3: "61–90天"
      case .m4Plus: "90天以上"
      }
    },
    tier: {
      switch $0 {
      case .small: "小额"
      case .medium: "中额"
      case .large: "大额"
      }
    },
    mode: {
      switch $0 {
      case .car: "汽车"
      case .motorcycle: "摩托车"
      case .eBike: "电动自行车"
      case .bicycle: "自行车"
      case .foot: "步行"
      }
    },
    consent: {
      switch $0 {
      case .visit: "接受上门"
      case .outsideHours: "时段外上门"
      case .restDay: "休息日上门"
      case .workplace: "到单位上门"
      }
    },
    severity: {
      switch $0 {
      case .note: "提示"
      case .warning: "警告"
      case .error: "错误"
      }
    })
}
