import FieldModel

extension RulePhrases {
  static let simplifiedChinese = RulePhrases(
    instruction: {
      switch $0 {
      case .windowLegal: "在约定时段内开始和结束"
      case .windowPlan: "在约定时段内开始和结束"
      case .lastStartMargin: "尽早开始"
      case .days: "多数人休息日，尽量简短"
      case .holidays: "可能是节假日或调休日，先核对日历"
      case .daylightOnly: "仅限白天"
      case .visitCap: "已多次走访，仅此一次"
      case .workplace: "工作单位：用语中性，不告知同事"
      case .promiseRunning: "已有约定日期，不催促"
      case .maximumMinutes: "停留从短，少于平常"
      case .capCalls: "已多次去电，尽量简短"
      case .capEffectiveCalls: "已多次沟通，尽量简短"
      case .visitCountsInCap: "本次走访计入联系次数"
      case .priorAttempts: "先问是否收到信函和来电"
      case .noticeBeforeVisit: "上门前先预告"
      case .entryHome: "受邀方可入内"
      case .teamMinimum: "不得单人前往"
      case .staffQualified: "携带有效证件"
      case .thirdParty: "仅可向责任人说明来意"
      case .retention: "交回全部记录"
      case .evidence: "仅按规定录音录像"
      case .cash: "现金仅按规定收取"
      case .holds: "格外留意，先问办公室"
      case .quietBereavement: "格外留意，先问办公室"
      case .quietDisasterOrHospital: "格外留意，先问办公室"
      case .quietComplaintOrDispute: "格外留意，先问办公室"
      case .riskPoints: "留意本站标志"
      case .riskMedium: "中等风险，保持退路"
      case .riskHigh: "高风险，已批准：白天，加一人或加一车"
      case .riskStop: "仅按主管批准执行"
      case .heat: "避开最热时段，带足饮水"
      case .maximumDuty: "按时返回"
      case .maximumDriving: "按时返回"
      case .continuousDriving: "按计划停车休息"
      }
    },
    caseInstruction: {
      switch $0 {
      case .wishHours: "按本人意愿的时段"
      case .wishWeekday: "避开本人不便的星期"
      case .wishLetters: "仅书面联系"
      case .wishAddress: "不来此地址"
      case .wishAppointment: "按约定时间上门"
      case .caseStatus: "先问办公室案件是否未结"
      case .addressStatus: "先核对地址"
      }
    },
    daylightForRisk: "仅限白天，天黑后风险过高",
    reason: {
      switch $0 {
      case .windowLegal: "没有合规时段"
      case .windowPlan: "没有可走访时段"
      case .lastStartMargin: "距当日时段结束过近"
      case .days: "该星期不走访"
      case .holidays: "当天是节假日"
      case .daylightOnly: "无法在白天完成"
      case .visitCap: "走访次数已满"
      case .workplace: "工作单位须经同意方可走访"
      case .promiseRunning: "承诺尚未到期"
      case .maximumMinutes: "走访时间过长"
      case .capCalls: "去电次数已满"
      case .capEffectiveCalls: "当天有效沟通已满"
      case .visitCountsInCap: "当天联系次数已满"
      case .priorAttempts: "须先尝试电话、信函等方式"
      case .noticeBeforeVisit: "来不及预告或未获同意"
      case .entryHome: "不得入户"
      case .teamMinimum: "外勤组人数不足"
      case .staffQualified: "人员培训或证件已过期"
      case .thirdParty: "该处人员没有还款责任或联系已满"
      case .retention: "记录保存不合规"
      case .evidence: "录音录像不合规"
      case .cash: "现金收取不合规"
      case .holds: "已设停访标记"
      case .quietBereavement: "丧亲静默期内"
      case .quietDisasterOrHospital: "灾害或不在家静默期内"
      case .quietComplaintOrDispute: "投诉或争议未结"
      case .riskPoints: "风险未知"
      case .riskMedium: "风险中等"
      case .riskHigh: "风险高"
      case .riskStop: "风险过高"
      case .heat: "高温，不宜户外作业"
      case .maximumDuty: "外勤组当日工时过长"
      case .maximumDriving: "外勤组当日驾驶过长"
      case .continuousDriving: "外勤组连续驾驶过长"
      }
    },
    caseReason: {
      switch $0 {
      case .wishHours: "本人希望其他时段"
      case .wishWeekday: "本人不接受该星期走访"
      case .wishLetters: "本人只接受书面联系"
      case .wishAddress: "本人不接受在该地址走访"
      case .wishAppointment: "本人已约定其他走访时间"
      case .caseStatus: "没有未结案件"
      case .addressStatus: "该地址不能走访"
      }
    },
    unknownReason: "未知规则不允许",
    missingRule: "规则包缺少规则")
}
