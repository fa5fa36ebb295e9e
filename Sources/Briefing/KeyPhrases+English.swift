extension KeyPhrases {
  /// The sentences in English.
  static let english = KeyPhrases(
    keyLine: { key, isCurrent, trips, outstanding in
      "\(key)  \(isCurrent ? "new packs" : "old packs")  \(trips) trips, "
        + (outstanding == 0 ? "all receipted" : "\(outstanding) not receipted yet")
    },
    protection: { isSealed, owner in
      (isSealed ? "Sealed with a passphrase." : "Plain, readable by their owner alone.")
        + (owner.isEmpty
          ? " No recovery key; rounds keys recovery makes one."
          : " Recovery key \(owner).")
    },
    plainBesideSealed:
      "Plain keys stand beside the sealed ones: a change of passphrase was interrupted. Repeat "
      + "rounds keys passphrase.",
    readableByOthers: {
      "\($0): other accounts can read this private key; forbid it with: chmod 600"
    },
    rotated: { "New packs name key \($0) (\($1)). The old keys stay; back them up anew." },
    wouldRotate: { "A fresh key would be written to \($0)." },
    passphraseChanged: { wasSealed, isSealed, keys, isTrial in
      let what =
        switch (wasSealed, isSealed) {
        case (false, true): "sealed with a passphrase"
        case (true, true): "sealed with the new passphrase"
        default: "plain, readable by their owner alone"
        }
      return "\(keys) keys \(isTrial ? "would be" : "are") \(what)."
    },
    recoveryMade: {
      "Recovery key \($0) is in \($1). Take that file to a safe; the office needs no copy."
    },
    wouldMakeRecovery: { "A recovery key would be written to \($0)." },
    recoveryExists: {
      "The workspace has recovery key \($0) already; --replace puts another in its place."
    },
    exported: { keys, file, hasOwner, isTrial in
      "\(keys) keys \(isTrial ? "would be" : "are") in \(file), for its passphrase"
        + (hasOwner ? " and the recovery key." : ".")
    },
    restored: { count, all, isTrial in
      "\(count) of \(all) keys \(isTrial ? "would be" : "were") put back; the others are here."
    },
    retired: { "Key \($0) \($1 ? "could be" : "is") deleted: every log under it is receipted." },
    keyIsCurrent: { "New packs name key \($0); make another first with rounds keys rotate." },
    keyStillNeeded: {
      "Key \($0) is still needed: logs of \($1) are not all here and receipted. Import them, then "
        + "rounds sync receipt."
    },
    unknownKey: { "\($0): no single key begins so; rounds keys list shows them." },
    askPassphrase: { "Passphrase of \($0):" },
    askNewPassphrase: "New passphrase:",
    askAgain: "The same again:",
    passphrasesDiffer: "The two passphrases differ; nothing was changed.",
    emptyPassphrase: "The passphrase is empty or longer than 1,024 bytes; nothing was changed.",
    noPassphraseInFile: { "\($0): its first line is no passphrase of 1 to 1,024 bytes in UTF-8." },
    cancelled: "No passphrase was given; nothing was changed.",
    noTerminal: { "A passphrase is needed and there is no terminal to ask on; give \($0) FILE." },
    fault: { code in
      switch code {
      case "malformed": "no sealed keys of the known form, or damaged; take another copy"
      case "unsupported": "sealed in a way that this version does not know"
      case "not-for-this-secret": "not sealed for this kind of secret, or for another recovery key"
      case "wrong-secret": "the passphrase or recovery key does not fit"
      case "damaged": "the secret fits, but the keys inside are damaged; take another copy"
      default: code
      }
    })
}
