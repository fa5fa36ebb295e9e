extension KeyPhrases {
  /// The sentences in Simplified Chinese.
  static let simplifiedChinese = KeyPhrases(
    keyLine: { key, isCurrent, trips, outstanding in
      "\(key)  \(isCurrent ? "用于新行程包" : "旧行程包")  行程\(trips)个，"
        + (outstanding == 0 ? "均已出具回执" : "\(outstanding)个尚未出具回执")
    },
    protection: { isSealed, owner in
      (isSealed ? "已用口令加密。" : "未加密，仅文件所有者可读。")
        + (owner.isEmpty ? "没有恢复密钥；可用 rounds keys recovery 生成。" : "恢复密钥 \(owner)。")
    },
    plainBesideSealed: "加密文件旁仍有未加密的密钥：上次更改口令被中断。请重新执行 rounds keys passphrase。",
    readableByOthers: { "\($0)：其他账户可以读取此私钥；请执行 chmod 600 加以禁止" },
    rotated: { "新行程包将使用密钥 \($0)（\($1)）。旧密钥保留；请重新备份。" },
    wouldRotate: { "将在 \($0) 写入新密钥。" },
    passphraseChanged: { wasSealed, isSealed, keys, isTrial in
      let what =
        switch (wasSealed, isSealed) {
        case (false, true): "用口令加密"
        case (true, true): "改用新口令加密"
        default: "改为不加密，仅文件所有者可读"
        }
      return "\(keys) 个密钥\(isTrial ? "将" : "已")\(what)。"
    },
    recoveryMade: { "恢复密钥 \($0) 已写入 \($1)。请将该文件存入保险柜；办公室无需留存副本。" },
    wouldMakeRecovery: { "将在 \($0) 写入恢复密钥。" },
    recoveryExists: { "工作区已有恢复密钥 \($0)；--replace 可更换。" },
    exported: { keys, file, hasOwner, isTrial in
      "\(keys) 个密钥\(isTrial ? "将" : "已")写入 \(file)，可凭其口令"
        + (hasOwner ? "或恢复密钥打开。" : "打开。")
    },
    restored: { count, all, isTrial in
      "备份中的 \(all) 个密钥\(isTrial ? "将" : "已")恢复 \(count) 个；其余已在本处。"
    },
    retired: { "密钥 \($0)\($1 ? "可以" : "已")删除：其下所有日志均已出具回执。" },
    keyIsCurrent: { "新行程包正在使用密钥 \($0)；请先用 rounds keys rotate 另做一个。" },
    keyStillNeeded: {
      "仍需密钥 \($0)：\($1) 的日志尚未全部收到并出具回执。请先导入，再执行 rounds sync receipt。"
    },
    unknownKey: { "\($0)：没有唯一以此开头的密钥；可用 rounds keys list 查看。" },
    askPassphrase: { "\($0) 的口令：" },
    askNewPassphrase: "新口令：",
    askAgain: "再输入一次：",
    passphrasesDiffer: "两次输入的口令不同；未作任何更改。",
    emptyPassphrase: "口令为空或超过 1024 字节；未作任何更改。",
    noPassphraseInFile: { "\($0)：首行不是 1 至 1024 字节的 UTF-8 口令。" },
    cancelled: "没有输入口令；未作任何更改。",
    noTerminal: { "需要口令，但没有可供询问的终端；请给出 \($0) 文件。" },
    fault: { code in
      switch code {
      case "malformed": "不是已知格式的加密密钥，或已损坏；请换用另一副本"
      case "unsupported": "加密方式为本版本所不支持"
      case "not-for-this-secret": "并非为此类口令加密，或属于另一恢复密钥"
      case "wrong-secret": "口令或恢复密钥不符"
      case "damaged": "口令相符，但密钥内容已损坏；请换用另一副本"
      default: code
      }
    })
}
