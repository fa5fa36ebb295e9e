import FieldModel

extension CommandPhrases {
  static let simplifiedChinese = CommandPhrases(
    noWorkspace: { "\($0)：这里没有工作区；请先运行 rounds init \($0)" },
    workspaceExists: { "\($0)：已有工作区，未作任何改动。" },
    crewsTemplate: """
      # 谁外出、从哪里出发、什么时间。时间均为当地时间。
      bases: []
      # - code: B1
      #   name: 总部
      #   address: ""
      #   latitude: 0.0                # WGS-84
      #   longitude: 0.0
      crews: []
      # - code: C1
      #   name: 一组
      #   base: B1
      #   mode: car                    # car, motorcycle, e-bike, bicycle, foot
      #   plate: ""
      #   members:
      #     - { number: S001, name: "", trained_until: 2027-06-30, authorised_until: 2027-06-30 }
      #     - { number: S002, name: "", trained_until: 2027-06-30, authorised_until: 2027-06-30 }
      #   shifts: { mon-fri: "08:30-17:30" }
      #   breaks: [{ window: "12:00-13:30", minutes: 45 }]
      #   skills: []

      """,
    noMap: "工作区还没有地图；请先运行 rounds map build 文件.osm.pbf",
    badMapFile: { "\($0)：此地图文件不能使用（\($1)）；请用 rounds map build 重新生成。" },
    databaseDamaged: { "\($0)：数据库已损坏（\($1)）。请恢复工作区的最新备份；同步文件可以重新导入。" },
    databaseNewer: { "\($0)：由更新版本的 rounds 写成；请使用该版本，未作任何改动。" },
    diskFull: { "\($0)：磁盘已满，未作任何改动。请腾出空间后重试。" },
    fileTooLarge: { "\($0)：文件太大；请拆分后再试。" },
    fileUnreadable: { "\($0)：无法使用；请修正，或改用 rounds init 生成的文件。" },
    profileUnreadable: {
      "\($0)：此出行配置有误；请修正，或用 rounds map profiles --write 文件夹 --force 写出自带的配置。"
    },
    profileLine: { "\($0)：\($1)\($2 ? "（自带）" : "")" },
    fileExists: { "\($0)：文件已存在；要替换请加 --force。" },
    modeLine: { "\($0)：\($1) 条有向道路，另有 \($2) 条不连通而未收入" },
    placesLine: { "\($0) 个地名，\($1) 条街道，\($2) 个门牌" },
    boundsLine: { "范围 \($0)" },
    dataOf: { "数据日期 \($0)" },
    drivingSide: { $0 ? "靠左行驶" : "靠右行驶" },
    caseFileError: { code, found in
      let meaning =
        switch code {
        case "empty-file": "文件为空；请重新导出"
        case "wrong-encoding": "文件既不是 UTF-8 也不是 GB 18030 文本；请另存为 UTF-8 的 CSV"
        case "missing-columns": "缺少列；请补上，或在列映射中写明"
        case "repeated-column": "两列含义相同；请删去一列"
        case "too-many-columns": "列数过多；分隔符是否正确？"
        case "too-many-rows": "行数过多；请拆分文件"
        case "header-too-long": "首行过长；这是表格吗？"
        default: code
        }
      return found.isEmpty ? meaning : "\(meaning)（\(found)）"
    },
    moreRemarks: { "……另有 \($0) 条提示；--json 可列出全部。" },
    caseConflict: { "\($0)：已属于其他机构或借款人，保持不变。" },
    unknownCase: { "没有案件 \($0)。" },
    noHours: "不得上门",
    holdPlaced: { "已对 \($0) 设置停访标记；下一次计划不再安排。" },
    holdsLifted: { "已解除 \($0) 个停访标记，自 \($1) 起；案件保留记录。" },
    holdsWouldBeLifted: { "试运行：将解除 \($0) 个停访标记，自 \($1) 起。" },
    liftedBy: { "自 \($0) 起由 \($1) 解除：\($2)" },
    noHoldToLift: { "\($0) 在该日没有“\($1)”停访标记；可用 rounds case show 查看。" },
    holdOfOthers: { "\($0) 的“\($1)”停访标记来自委托方文件，文件中不再列出时才结束。" },
    holdIsContested: { "\($0) 的走访记录互相矛盾；标记到最后一天或不再矛盾时结束。" },
    approvalRecorded: { "已记录对 \($0) 的批准。" },
    territoryName: { "片区\($0)" },
    outsideTerritories: { "\($0) 位借款人不在任何片区内；各组均可前往。" },
    unknownTerritory: { "没有片区 \($0)。" },
    unknownCrew: { "crews.yaml 中没有外访组 \($0)。" },
    lockedTerritories: { "已锁定：\($0)" },
    lockedMark: "  （已锁定）",
    nothingLocated: "还没有已定位的未结案件；请先运行 rounds locate。",
    tooManyBorrowers: { "共有 \($0) 位借款人，超过一次可划分的 \($1) 位。" },
    territoryLine: {
      "\($0) 位借款人，\($1)（\($2 < 0 ? "" : "+")\($2)‰），距中心平均 \($3)，形状 \($4)‰，"
        + ($5 == 1 ? "连成一片" : "分为 \($5) 块")
    },
    notGeoJSON: { "\($0)：不是含多边形的 GeoJSON 要素集。" },
    repeatedTerritory: { "\($0)：片区 \($1) 出现了两次。" },
    notAPolygon: { "\($0)：片区 \($1) 没有闭合的多边形。" },
    plannedAt: { "\($0) \($1)，外访组 \($2)，拜访 \($3)" },
    noPlan: "还没有计划；请先运行 rounds plan --from 日期 --days 天数",
    unknownPlan: { "没有计划 \($0)。" },
    unknownAddress: { "该案件没有地址 \($0)。" },
    outsideMap: { "\($0) 在地图范围之外。" },
    locatingDoubt: { doubt in
      switch doubt {
      case .nothingGiven: "既无文字也无坐标"
      case .notFound: "地图上没有相似地点"
      case .partlyFound: "只找到一部分"
      case .severalPlaces: "有几处同样符合"
      case .onlyDistrict: "只能定位到乡镇或区县"
      case .outsideMap: "坐标在地图范围之外"
      case .swapped: "经度与纬度似乎颠倒"
      case .otherDatum: "坐标似乎属于另一坐标系"
      case .farFromText: "坐标与地址相距较远"
      case .pinOutsideMap: "手动标记在地图范围之外"
      }
    },
    noFollowUps: "没有待跟进事项。",
    packedAlready: { "外访组 \($0) 已有此计划的行程包；--again 可另做一个。" },
    wrongDayKey: "这不是当日密钥：应为 27 个字符，且末位校验相符。",
    askDayKey: "请输入路线单上的当日密钥：",
    packUnreadable: { "\($0)：无法打开（\($1)）。文件与密钥是否正确？" },
    scriptFault: { "\($0)：第 \($1) 行：不是可以记录的拜访（\($2)）。" },
    headCode: { "本日志校验码：\($0)" },
    askStop: "站点序号（留空结束当天）：",
    askOutcome: "结果代码（留空返回）：",
    askMet: "见到何人：",
    askAddress: "地址情况：",
    askPromise: "承诺，如 1200.00 CNY 2026-12-01 转账：",
    askPayment: "当场付款，如 1200.00 CNY 手机银行 回单号（留空则无）：",
    askNextPayment: "另一笔付款（留空则无）：",
    askItemsDone: "已做的项目，如 1-4,7（* 为必做；留空则无）：",
    askItemsNotApplicable: "不适用的项目，如 5,6（留空则无）：",
    askItemsNotDone: "未做的项目，如 8（留空则无）：",
    askItemReason: { "\($0) 未做的原因（留空则不作答）：" },
    itemsUnanswered: { "\($0) 项未作答，其中必做 \($1) 项。" },
    notUnderstood: { "无法识别：\($0)" },
    askAppointment: "改约时间，如 2026-12-03 14:30：",
    askNote: "备注（留空则无）：",
    visitSealed: { "拜访 \($0) 已加密保存。" },
    noOfficeKey: "工作区还没有办公室密钥；rounds pack 会生成。",
    logLine: { trips, records, isComplete, gaps, forks in
      "\(trips)：\(records) 条记录，" + (isComplete ? "完整" : "尚未结束")
        + (gaps.isEmpty ? "" : "，缺少 \(gaps)") + (forks == 0 ? "" : "，\(forks) 处分叉")
    },
    statusLine: { "\($0) 次拜访，\($1) 项待处理，隔离 \($2) 行" },
    nothingToPrint: { "当前计划在 \($0) 没有该组的路线。" },
    planStale: { "计划 \($0) 已不再合规或属实：案件、人员、规则或地图有变动。请用 rounds plan 重新安排。" },
    emergencyNumbers: { isMainland in
      isMainland
        ? [("报警", "110"), ("急救", "120"), ("火警", "119"), ("交通事故", "122")]
        : [("紧急求助", "112")]
    },
    reportBroken: "失约",
    reportIncidents: "安全事件",
    reportComplaints: "投诉",
    stage: { code in
      let names = [
        "map.read": "读取地图数据", "map.roads": "整理道路", "map.places": "建立地名索引",
        "map.invent": "生成城镇", "import.read": "读取案件", "locate": "定位地址",
        "territories.build": "划分片区", "territories.roads": "计算路程", "plan.solve": "安排路线",
        "plan.check": "核验计划", "print": "打印路线单", "roads.cut": "切分道路",
        "roads.file": "写入道路文件", "roads.graph": "连接道路", "roads.contract": "道路分级",
        "roads.scenery": "整理地物",
        "roads.table": "计算行程", "roads.snap": "查找道路", "matrix.fetch": "询问矩阵服务器",
        "solve.search": "搜索方案",
        "sync.import": "读取日志", "sync.rebuild": "核验记录",
      ]
      return names[code] ?? names[code.split(separator: ".").prefix(2).joined(separator: ".")]
        ?? "处理中"
    },
    verdict: chineseVerdict)

  private static let chineseVerdict: @Sendable (VerdictCode, VerdictValues) -> String = {
    code, values in
    switch code {
    case .met: "符合"
    case .hours: "可在 \(values[0]) 开始上门"
    case .noHoursLeft: "没有可用时段（\(values[0])）"
    case .hoursAgreed: "经本人同意的其他时段：\(values[0])"
    case .barredWeekday: "此星期几不得上门（\(values[0])）"
    case .warnedWeekday: "此星期几应慎重（\(values[0])）"
    case .holiday: "节假日：\(values[2])"
    case .makeUpWorkday: "调休上班日，对借款人而言仍是周末"
    case .calendarMissing: "缺少 \(values[1]) 年的节假日历 \(values[0])；请加入 rules/"
    case .consented: "本人已同意，至 \(values[0])"
    case .approved: "主管已批准，至 \(values[0])"
    case .daylightOnly: "仅限白天，\(values[0])–\(values[1])"
    case .noDaylight: "当天没有日照"
    case .daylightUnknown: "地点未知，日照亦未知"
    case .capReached:
      "上门次数已满：每天 \(values[0]) 次，间隔 \(values[1]) 整天，7 天 \(values[2]) 次，"
        + "30 天 \(values[3]) 次；已计 \(values[4]) 次"
    case .callsReached: "当天有效沟通已达 \(values[0]) 次（上限 \(values[1])）"
    case .attemptsMissing: "已有 \(values[0]) 次其他联系；需在 \(values[2]) 天内满 \(values[1]) 次"
    case .announce: "须提前 \(values[0]) 小时预告，最迟 \(values[1])"
    case .announced: "已预告：\(values[0])"
    case .noticeTooShort: "已来不及提前 \(values[0]) 小时预告"
    case .consentMissing: "缺少本人对上门的同意"
    case .entry: "入室：\(values[0])"
    case .persons: "至少 \(values[0]) 人"
    case .stay: "最多 \(values[0]) 分钟"
    case .cash: "现金：\(values[0])"
    case .evidence: "录音录像：\(values[0])"
    case .notLiable: "该处居住者没有还款责任"
    case .thirdPartyReached: "对该人联系已达 \(values[0]) 次（上限 \(values[1])）"
    case .generalGuarantor: "一般保证人在强制执行无效前可以拒绝"
    case .workplace: "工作单位：前台用语中性，不对同事说明事由"
    case .hold: "停访：\(values[0])"
    case .promiseRunning: "承诺期至 \(values[0])"
    case .risk: "风险 \(values[0]) 分，\(values[1])"
    case .highRisk: "高风险（\(values[0]) 分），已批准：白天，加一人或加一车"
    case .darkTooRisky: "仅限白天，天黑后风险过高（日落 \(values[0])）"
    case .tooHot: "高温，不得户外作业：\(values[0])℃"
    case .hottestHours: "避开最热时段：\(values[1])"
    case .wishHours: "本人只接受 \(values.all) 上门"
    case .wishWeekday: "本人不接受此星期几上门（\(values[0])）"
    case .wishLetters: "本人只接受书面联系"
    case .wishAddress: "本人不接受在此地址上门"
    case .addressStatus: "此地址不能上门：\(values[0])"
    case .caseClosed: "没有未结案件"
    case .ruleMissing: "规则包缺少 \(values[0])，因此一律不允许"
    case .unqualified: "\(values[0])：\(values[1])已过期"
    case .tooFewPersons: "现有 \(values[0]) 人，需要 \(values[1]) 人"
    case .crewLimit: "最多 \(values[0]) 分钟"
    }
  }
}
