extension SyncPhrases {
  /// The sentences in Simplified Chinese.
  static let simplifiedChinese = SyncPhrases(
    notASyncFile: { file, isEmpty in
      "\(file)：" + (isEmpty ? "文件为空；请换用另一副本。" : "不是行程包、走访日志或回执，或开头已损坏。文件是否正确？")
    },
    kind: { code in
      switch code {
      case "trip": "行程包"
      case "visits": "走访日志"
      case "receipt": "回执"
      default: code
      }
    },
    passedOver: { file, code in
      "\(file)：这是发给外访组的\(code == "trip" ? "行程包" : "回执")，不带回内容；已略过。"
    },
    noLogs: { "\($0)：文件夹中没有 *.visits 文件。" },
    watching: { "正在监看 \($0)；按 Ctrl-C 结束。" },
    watchEnded: "已结束；收到的内容均已存储。",
    rolledBack: { "\($0)：其中的日志 \($1) 比已知的旧；未删除任何内容。" },
    fileContent: { "\($0)：\($1) 条记录，\($2) 个事件，\($3) 字节" },
    onlyOutside: "此处没有可以打开它的密钥；只检查了外层。",
    packContent: { "行程 \($0)，外访组 \($1)，\($2)，\($3) 站" },
    receiptLine: { log, contiguous, code, held, want in
      (contiguous < 0 ? "\(log)：缺少开头" : "\(log)：记录 0–\(contiguous)，校验码 \(code)")
        + "，附件完整 \(held) 个，需补 \(want) 个"
    },
    faultLine: { statement, offset, isTornTail in
      "\(statement) 第 \(offset) 字节。" + (isTornTail ? "最后一行未写完；此前的内容均有效。" : "")
    },
    soundness: { isSound, isOpened in
      isSound ? isOpened ? "完好。" : "外层完好。" : "不完好。"
    },
    rollbackLine: { "日志 \($0) 交来时只到记录 \($1)，而已知记录 \($2)。" },
    quarantineLine: { file, line, offset, statement in
      "文件 \(file.prefix(12))…，第 \(line) 行，第 \(offset) 字节：\(statement)"
    },
    attachments: { "附件：完整 \($0) 个，不全 \($1) 个，损坏 \($2) 个" },
    wanted: { digest, isDamaged, parts in
      "\(digest)：" + (isDamaged ? "已损坏，需重传" : "需补传")
        + (parts.isEmpty ? "" : "，缺第 \(parts) 部分")
    },
    review: { code in
      let names = [
        "contested-outcome": "各日志的结果不一致",
        "contested-address-verdict": "各日志对地址的判断不一致",
        "contested-phone-verdict": "各日志对电话的判断不一致",
        "contested-answer": "各日志对清单项目的回答不一致",
        "contested-amendment": "各日志对同一内容的更正不一致",
        "ineffective-correction": "更正的对象不存在或不可更正",
        "duplicate-receipt": "多笔付款使用同一回单号",
        "corrupt-evidence": "附件损坏",
        "proposed-address": "有新地址待采纳",
        "proposed-contact": "有新联系方式待采纳",
        "after-withdrawal": "撤销后仍进行了拜访",
        "needs-newer-version": "需要更新版本的 Rounds",
        "unreadable-event": "有无法读取的事件",
        "fork": "日志被复制并分别续写，位于记录",
        "gap": "缺少记录",
        "broken-chain": "记录与前一条不相接",
        "wrong-clock": "时钟可疑",
      ]
      return names[code] ?? code
    },
    choice: { code in
      switch code {
      case "seen": "已有人查看"
      case "accepted": "已采纳"
      case "declined": "不采纳"
      default: code
      }
    },
    proposal: { value, source, hasConsent in
      "\(value)（来源：\(source)" + (hasConsent ? "，本人已同意" : "，本人未同意") + "）"
    },
    choices: { "可选：\($0)" },
    reviewCount: { "待处理 \($0) 项，已处理 \($1) 项" },
    settledBy: { "\($0)，由 \($1) 于 \($2)：\($3)" },
    settled: { "\($1 ? "将处理为" : "已处理为")：\($0)" },
    noSuchChoice: { choice, choices in
      choices.isEmpty
        ? "此项无法人工处理；需要更新版本的 Rounds。" : "此处不能选 \(choice)；可选 \(choices)。"
    },
    noSuchReview: { "没有代码为 \($0) 的事项；可用 rounds sync review list 查看。" },
    unknownVisit: { "没有任何计划包含拜访 \($0)。" },
    withdrawn: { visit, crew, day, isTrial in
      "外访组 \(crew) \(day) 的拜访 \(visit) \(isTrial ? "将" : "已")撤销。该组无从得知，请电话告知。"
    },
    receiptWritten: { "\($0)：\($2 ? "将" : "已")确认 \($1) 份日志。" },
    rebuilt: { "已重新核验并归并 \($0) 条记录，已擦除 \($1) 条，不符 \($2) 条。" },
    rebuildVerdict: { isFirst, isEqual, isTrial in
      isFirst
        ? "此前没有可比较的状态。"
        : isEqual
          ? "与保存的状态一致。"
          : "与保存的状态不一致：曾有导入中断，或由其他版本归并。"
            + (isTrial ? "不带 --dry-run 再执行即可修复。" : "现已修复。")
    },
    recordRefused: { "记录 \($0) 不成立：签名或发送方不符。" },
    nothingToErase: "没有仍存有内容的相应记录。",
    erased: { "\($0) 条记录\($1 ? "将" : "已")擦除；位置保留。" },
    askAttachments: "要附上的文件，以逗号分隔（留空则无）：",
    cannotAttach: { "\($0)：无法附上；须为 1 字节至 64 MiB 的文件。" },
    askUnvisited: { "未拜访 \($0) 的原因（留空为未到达）：" },
    unvisited: { code in
      switch code {
      case "not-reached": "未到达"
      case "no-time": "时间不足"
      case "unsafe": "不安全"
      case "no-way": "无法通行"
      case "called-back": "被办公室召回"
      case "other": "其他原因"
      default: code
      }
    },
    attached: { "附件 \($0) 个，共 \($1) 部分" },
    stillMissing: { records, attachments in
      [
        records.isEmpty ? "" : "记录 \(records)", attachments == 0 ? "" : "附件 \(attachments) 个",
      ].filter { !$0.isEmpty }.joined(separator: "，")
    },
    leftOut: { "未拜访 \($0) 站：\($1)" })
}
