extension ReasonPhrases {
  static let simplifiedChinese = ReasonPhrases(
    forbidden: { "\($0)（\($1)，\($2)），\($3.map { "\($0)起可走访" } ?? "计划期内均不可走访")。" },
    needsApproval: { "\($0)（\($1)，\($2)），须先经主管审批。" },
    onHold: { "停访：\($0)\($1.map { "，至\($0)" } ?? "，解除前有效")。" },
    closed: "案件已结清或移出。",
    promiseRunning: { "承诺有效至\($0)。" },
    notLocated: "地址均未定位，见定位待办。",
    locationDoubtful: "定位存疑，请确认位置。",
    noVisitableAddress: "所有地址均错误、已搬离、拒绝或无法进入。",
    unreachable: "地图上道路不通。",
    noCrew: "所属片区没有外勤组。",
    missingSkill: { "没有外勤组具备能力 \($0)。" },
    windowTooTight: { "合规时段与外勤班次不符\($0.map { "；再多\($0)分钟即可" } ?? "")。" },
    daysFull: "日程已满，优先级更高的走访占用了时间。",
    notWorthTheWay: "路程成本高于走访价值。")
}
