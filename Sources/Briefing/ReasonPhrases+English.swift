extension ReasonPhrases {
  static let english = ReasonPhrases(
    forbidden: {
      "\($0) (\($1), \($2))\($3.map { ", lawful again from \($0)" } ?? ", throughout the plan")."
    },
    needsApproval: { "\($0) (\($1), \($2)): a supervisor must approve it first." },
    onHold: { "On hold: \($0)\($1.map { ", until \($0)" } ?? ", until lifted")." },
    closed: "The case is closed.",
    promiseRunning: { "A promise runs until \($0)." },
    notLocated: "No address has been located; see the location work list.",
    locationDoubtful: "The location is doubtful; confirm the pin.",
    noVisitableAddress: "Every address is wrong, left, refused or inaccessible.",
    unreachable: "No road leads there on the map.",
    noCrew: "Its territory has no crew.",
    missingSkill: { "No crew has the skill \($0)." },
    windowTooTight: {
      "The lawful hours miss the crews' hours\($0.map { "; \($0) minutes more would do" } ?? "")."
    },
    daysFull: "The days are full; visits of higher value took the time.",
    notWorthTheWay: "The way costs more than the visit is worth.")
}
