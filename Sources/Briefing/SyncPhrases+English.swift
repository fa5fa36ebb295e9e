extension SyncPhrases {
  /// The sentences in English.
  static let english = SyncPhrases(
    notASyncFile: { file, isEmpty in
      "\(file): "
        + (isEmpty
          ? "the file is empty; take another copy."
          : "no trip pack, visit log or receipt, or damaged from its start. Is it the right file?")
    },
    kind: { code in
      switch code {
      case "trip": "trip pack"
      case "visits": "visit log"
      case "receipt": "receipt"
      default: code
      }
    },
    passedOver: { file, code in
      "\(file): a \(code == "trip" ? "trip pack" : "receipt"), which goes to crews and brings "
        + "nothing home; passed over."
    },
    noLogs: { "\($0): the folder has no file *.visits." },
    watching: { "Looking into \($0); Ctrl-C ends." },
    watchEnded: "Ended; what came in is stored.",
    rolledBack: { "\($0): log \($1) is older here than what is known; nothing was taken away." },
    fileContent: { "\($0): \($1) records, \($2) events, \($3) bytes" },
    onlyOutside: "No key that is here opens it; only the outside was looked at.",
    packContent: { "Trip \($0), crew \($1), \($2), \($3) stops" },
    receiptLine: { log, contiguous, code, held, want in
      (contiguous < 0
        ? "\(log): its start is missing" : "\(log): records 0–\(contiguous), code \(code)")
        + ", \(held) attachments whole, \(want) wanted"
    },
    faultLine: { statement, offset, isTornTail in
      "\(statement) Byte \(offset)."
        + (isTornTail ? " The last line was never finished; everything before it counts." : "")
    },
    soundness: { isSound, isOpened in
      isSound ? isOpened ? "Sound." : "Sound as far as its outside tells." : "Not sound."
    },
    rollbackLine: { "Log \($0) was handed in up to record \($1) when record \($2) was known." },
    quarantineLine: { file, line, offset, statement in
      "File \(file.prefix(12))…, line \(line), byte \(offset): \(statement)"
    },
    attachments: { "Attachments: \($0) whole, \($1) incomplete, \($2) damaged" },
    wanted: { digest, isDamaged, parts in
      "\(digest): " + (isDamaged ? "damaged, wanted again" : "wanted")
        + (parts.isEmpty ? "" : ", parts \(parts)")
    },
    review: { code in
      let names = [
        "contested-outcome": "Logs disagree on the outcome",
        "contested-address-verdict": "Logs disagree on the address",
        "contested-phone-verdict": "Logs disagree on the telephone",
        "contested-answer": "Logs disagree on a checklist item",
        "contested-amendment": "Logs correct the same field differently",
        "ineffective-correction": "A correction of what is not here or cannot be corrected",
        "duplicate-receipt": "One receipt number for several payments",
        "corrupt-evidence": "A damaged attachment",
        "proposed-address": "A new address, for you to take over",
        "proposed-contact": "A new contact, for you to take over",
        "after-withdrawal": "Visited after its withdrawal",
        "needs-newer-version": "Needs a newer version of Rounds",
        "unreadable-event": "An event that cannot be read",
        "fork": "A log that was copied and continued twice, at record",
        "gap": "Records are missing",
        "broken-chain": "A record that does not follow the one before",
        "wrong-clock": "A doubtful clock",
      ]
      return names[code] ?? code
    },
    choice: { code in
      switch code {
      case "seen": "somebody has looked at it"
      case "accepted": "taken over"
      case "declined": "not taken over"
      default: code
      }
    },
    proposal: { value, source, hasConsent in
      "\(value) (from: \(source)" + (hasConsent ? ", agreed" : ", not agreed by the person") + ")"
    },
    choices: { "Choices: \($0)" },
    reviewCount: { "\($0) open, \($1) settled" },
    settledBy: { "\($0), by \($1) at \($2): \($3)" },
    settled: { "\($1 ? "Would be settled" : "Settled"): \($0)" },
    noSuchChoice: { choice, choices in
      choices.isEmpty
        ? "Nobody can settle this; it needs a newer version of Rounds."
        : "\(choice) is no choice here; the choices are \(choices)."
    },
    noSuchReview: { "No item has the code \($0); rounds sync review list shows them." },
    unknownVisit: { "No plan has a visit \($0)." },
    withdrawn: { visit, crew, day, isTrial in
      "Visit \(visit) of crew \(crew) on \(day) \(isTrial ? "would be" : "is") withdrawn. The crew "
        + "cannot know: tell them."
    },
    receiptWritten: { "\($0): \($1) logs \($2 ? "would be " : "")confirmed." },
    rebuilt: { "\($0) records verified and folded from nothing, \($1) erased, \($2) refused." },
    rebuildVerdict: { isFirst, isEqual, isTrial in
      isFirst
        ? "Nothing was kept to compare with."
        : isEqual
          ? "Equal to the state that was kept."
          : "Not the state that was kept: an import was interrupted, or another version folded it. "
            + (isTrial ? "Run it without --dry-run to mend that." : "It is mended now.")
    },
    recordRefused: { "Record \($0) does not hold: its signature or sender does not fit." },
    nothingToErase: "No record that still has its bytes is of what was named.",
    erased: { "\($0) records \($1 ? "would be" : "are") erased; their places stay." },
    askAttachments: "Files to attach, with commas between (empty for none):",
    cannotAttach: { "\($0): cannot be attached; a file of 1 byte to 64 MiB is needed." },
    askUnvisited: { "Why was \($0) not visited (empty for not reached):" },
    unvisited: { code in
      switch code {
      case "not-reached": "not reached"
      case "no-time": "no time left"
      case "unsafe": "not safe"
      case "no-way": "no way there"
      case "called-back": "called back by the office"
      case "other": "another reason"
      default: code
      }
    },
    attached: { "\($0) attachments in \($1) parts" },
    stillMissing: { records, attachments in
      [
        records.isEmpty ? "" : "records \(records)",
        attachments == 0 ? "" : "\(attachments) attachments",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
    },
    leftOut: { "\($0) stops not visited: \($1)" })
}
