import FieldModel

extension CommandPhrases {
  static let english = CommandPhrases(
    noWorkspace: { "\($0): there is no workspace here; make one with: rounds init \($0)" },
    workspaceExists: { "\($0): there is a workspace already; nothing was changed." },
    crewsTemplate: """
      # Who goes out, from where, when. Times are local.
      bases: []
      # - code: B1
      #   name: Main office
      #   address: ""
      #   latitude: 0.0                # WGS-84
      #   longitude: 0.0
      crews: []
      # - code: C1
      #   name: North
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
    noMap: "The workspace has no map yet; make one with: rounds map build FILE.osm.pbf",
    badMapFile: {
      "\($0): this map file cannot be used (\($1)); build it anew with rounds map build."
    },
    databaseDamaged: {
      "\($0): the database is damaged (\($1)). Put back the newest copy of the workspace; sync files "
        + "can be imported again."
    },
    databaseNewer: { "\($0): written by a newer rounds; use that version, nothing was changed." },
    diskFull: { "\($0): the disk is full; nothing was changed. Make room and try again." },
    fileTooLarge: { "\($0): the file is too large; cut it into smaller ones." },
    fileUnreadable: { "\($0): cannot be used as it is; mend it or take the one of rounds init." },
    profileUnreadable: {
      "\($0): this travel profile has faults; mend them, or write the bundled one with "
        + "rounds map profiles --write DIR --force."
    },
    profileLine: { "\($0): \($1)\($2 ? " (bundled)" : "")" },
    fileExists: { "\($0): the file is there already; add --force to replace it." },
    modeLine: { "\($0): \($1) directed roads, \($2) left out as not connected" },
    placesLine: { "\($0) places, \($1) streets, \($2) house numbers" },
    boundsLine: { "Bounds \($0)" },
    dataOf: { "Data of \($0)" },
    drivingSide: { $0 ? "Traffic keeps left" : "Traffic keeps right" },
    caseFileError: { code, found in
      let meaning =
        switch code {
        case "empty-file": "the file is empty; export it again"
        case "wrong-encoding":
          "the file is neither UTF-8 nor GB 18030 text; save it as CSV in UTF-8"
        case "missing-columns": "columns are missing; add them or name them in a mapping"
        case "repeated-column": "two columns mean the same; remove one"
        case "too-many-columns": "too many columns; is the separator right?"
        case "too-many-rows": "too many rows; cut the file"
        case "header-too-long": "the first row is too long; is it a table?"
        default: code
        }
      return found.isEmpty ? meaning : "\(meaning) (\(found))"
    },
    moreRemarks: { "… and \($0) more remarks; --json lists all." },
    caseConflict: { "\($0): belongs to another lender or borrower already; left as it is." },
    unknownCase: { "There is no case \($0)." },
    noHours: "no visit",
    holdPlaced: { "Hold placed on \($0); it is left out of the next plan." },
    holdsLifted: { count, day in
      count == 1
        ? "1 stop flag lifted from \(day) on; the case keeps it as history."
        : "\(count) stop flags lifted from \(day) on; the case keeps them as history."
    },
    holdsWouldBeLifted: { count, day in
      count == 1
        ? "Dry run: 1 stop flag would be lifted from \(day) on."
        : "Dry run: \(count) stop flags would be lifted from \(day) on."
    },
    liftedBy: { "lifted from \($0) on by \($1): \($2)" },
    noHoldToLift: {
      "\($0) has no stop flag “\($1)” on that day; rounds case show names its flags."
    },
    holdOfOthers: {
      "The stop flag “\($1)” on \($0) is the lender's; it ends when the lender's file no longer has it."
    },
    holdIsContested: {
      "Visit records of \($0) disagree; the flag ends on its last day, or when they no longer do."
    },
    approvalRecorded: { "Approval recorded for \($0)." },
    territoryName: { "Territory \($0)" },
    outsideTerritories: { "\($0) borrowers lie in no territory; all crews may visit them." },
    unknownTerritory: { "There is no territory \($0)." },
    unknownCrew: { "There is no crew \($0) in crews.yaml." },
    lockedTerritories: { "Locked: \($0)" },
    lockedMark: "  (locked)",
    nothingLocated: "No open case has a located address yet; run rounds locate first.",
    tooManyBorrowers: {
      "\($0) borrowers are more than the \($1) that territories are built over."
    },
    territoryLine: {
      "\($0) borrowers, \($1) (\($2 < 0 ? "" : "+")\($2) ‰), \($3) to the centre, shape \($4) ‰, "
        + ($5 == 1 ? "in one piece" : "in \($5) pieces")
    },
    notGeoJSON: { "\($0): not a GeoJSON feature collection with polygons." },
    repeatedTerritory: { "\($0): territory \($1) is there twice." },
    notAPolygon: { "\($0): territory \($1) has no closed polygon." },
    plannedAt: { "\($0) \($1), crew \($2), visit \($3)" },
    noPlan: "There is no plan yet; make one with: rounds plan --from DATE --days N",
    unknownPlan: { "There is no plan \($0)." },
    unknownAddress: { "The case has no address \($0)." },
    outsideMap: { "\($0) lies outside the map." },
    locatingDoubt: { doubt in
      switch doubt {
      case .nothingGiven: "neither text nor coordinates"
      case .notFound: "nothing on the map resembles it"
      case .partlyFound: "only part of it was found"
      case .severalPlaces: "several places fit as well"
      case .onlyDistrict: "nothing finer than a town or district was found"
      case .outsideMap: "the coordinates lie off the map"
      case .swapped: "latitude and longitude look exchanged"
      case .otherDatum: "the coordinates look like another datum"
      case .farFromText: "the coordinates lie far from the address"
      case .pinOutsideMap: "the pin lies off the map"
      }
    },
    noFollowUps: "Nothing to follow up.",
    packedAlready: { "Crew \($0) has a pack of this plan already; --again makes another." },
    wrongDayKey: "That is not a day key: it has 27 characters, and its last one must fit.",
    askDayKey: "Day key, as on the sheet:",
    packUnreadable: { "\($0): cannot be opened (\($1)). Is it the right file and the right key?" },
    scriptFault: { "\($0): line \($1): no visit that can be recorded (\($2))." },
    headCode: { "Code of this log: \($0)" },
    askStop: "Stop number (empty ends the day):",
    askOutcome: "Outcome code (empty goes back):",
    askMet: "Who was met:",
    askAddress: "The address:",
    askPromise: "Promise, as 250.00 GBP 2026-12-01 transfer:",
    askPayment: "Paid on the spot, as 250.00 GBP app RECEIPT-NUMBER (empty for nothing):",
    askNextPayment: "Another payment (empty for none):",
    askItemsDone: "Done, as 1-4,7 (* is mandatory; empty for none):",
    askItemsNotApplicable: "Did not apply, as 5,6 (empty for none):",
    askItemsNotDone: "Not done, as 8 (empty for none):",
    askItemReason: { "\($0), why not (empty leaves it unanswered):" },
    itemsUnanswered: { "\($0) items stay unanswered, \($1) of them mandatory." },
    notUnderstood: { "Not understood: \($0)" },
    askAppointment: "When instead, as 2026-12-03 14:30:",
    askNote: "Note (empty for none):",
    visitSealed: { "Visit \($0) is sealed and saved." },
    noOfficeKey: "The workspace has no office key yet; rounds pack makes one.",
    logLine: { trips, records, isComplete, gaps, forks in
      "\(trips): \(records) records, " + (isComplete ? "complete" : "not closed yet")
        + (gaps.isEmpty ? "" : ", missing \(gaps)") + (forks == 0 ? "" : ", \(forks) forks")
    },
    statusLine: { "\($0) visits, \($1) things to settle, \($2) lines in quarantine" },
    nothingToPrint: { "The current plan has no route on \($0) for that crew." },
    planStale: {
      "Plan \($0) is no longer lawful or true: cases, crews, rules or the map have changed. Make a "
        + "new one with rounds plan."
    },
    emergencyNumbers: { isMainland in
      isMainland
        ? [("Police", "110"), ("Ambulance", "120"), ("Fire", "119"), ("Traffic", "122")]
        : [("Emergency", "112")]
    },
    reportBroken: "Broken",
    reportIncidents: "Incidents",
    reportComplaints: "Complaints",
    stage: { code in
      let names = [
        "map.read": "Reading the extract", "map.roads": "Sorting roads",
        "map.places": "Indexing places", "map.invent": "Inventing the town",
        "import.read": "Reading cases", "locate": "Locating addresses",
        "territories.build": "Cutting territories", "territories.roads": "Timing roads",
        "plan.solve": "Planning routes", "plan.check": "Checking the plan",
        "print": "Printing sheets", "roads.cut": "Cutting roads",
        "roads.file": "Writing the road file",
        "roads.graph": "Joining roads", "roads.contract": "Ranking roads",
        "roads.scenery": "Sorting scenery",
        "roads.table": "Timing trips", "roads.snap": "Finding roads",
        "matrix.fetch": "Asking the matrix server", "solve.search": "Searching",
        "sync.import": "Reading the log",
        "sync.rebuild": "Verifying records",
      ]
      return names[code] ?? names[code.split(separator: ".").prefix(2).joined(separator: ".")]
        ?? "Working"
    },
    verdict: englishVerdict)

  private static let englishVerdict: @Sendable (VerdictCode, VerdictValues) -> String = {
    code, values in
    switch code {
    case .met: "met"
    case .hours: "visits may begin \(values[0])"
    case .noHoursLeft: "no hours are left (\(values[0]))"
    case .hoursAgreed: "other hours, as the borrower agreed: \(values[0])"
    case .barredWeekday: "no visits on this weekday (\(values[0]))"
    case .warnedWeekday: "think twice on this weekday (\(values[0]))"
    case .holiday: "a holiday: \(values[1])"
    case .makeUpWorkday: "a make-up workday, still a weekend to the borrower"
    case .calendarMissing: "no holiday calendar \(values[0]) for \(values[1]); add one to rules/"
    case .consented: "the borrower consents until \(values[0])"
    case .approved: "a supervisor approved until \(values[0])"
    case .daylightOnly: "by daylight only, \(values[0])–\(values[1])"
    case .noDaylight: "there is no daylight on that day"
    case .daylightUnknown: "the place is unknown, and so its daylight"
    case .capReached:
      "the visit cap is used up: \(values[0]) a day, \(values[1]) clear days between, "
        + "\(values[2]) in 7 days, \(values[3]) in 30 days; \(values[4]) counted"
    case .callsReached: "too many conversations on that day: \(values[0]) of \(values[1])"
    case .attemptsMissing:
      "\(values[0]) softer attempts on file; \(values[1]) over \(values[2]) days are needed"
    case .announce: "announce the visit \(values[0]) hours ahead, by \(values[1])"
    case .announced: "announced \(values[0])"
    case .noticeTooShort: "cannot be announced \(values[0]) hours ahead any more"
    case .consentMissing: "the borrower's consent to the visit is missing"
    case .entry: "entry: \(values[0])"
    case .persons: "at least \(values[0]) people"
    case .stay: "at most \(values[0]) minutes"
    case .cash: "cash: \(values[0])"
    case .evidence: "recording: \(values[0])"
    case .notLiable: "somebody lives there who is not liable"
    case .thirdPartyReached: "contacted often enough: \(values[0]) of \(values[1])"
    case .generalGuarantor: "a general guarantor may refuse until enforcement has failed"
    case .workplace: "a workplace: neutral at the desk, nothing to colleagues"
    case .hold: "on hold: \(values[0])"
    case .promiseRunning: "a promise runs until \(values[0])"
    case .risk: "risk \(values[0]) points, \(values[1])"
    case .highRisk: "high risk (\(values[0]) points), approved: daylight, one person or car more"
    case .darkTooRisky: "by daylight, as the dark would make it high risk (sunset \(values[0]))"
    case .tooHot: "too hot for work outdoors: \(values[0]) °C"
    case .hottestHours: "the hottest hours are kept free: \(values[1])"
    case .wishHours: "the borrower wants visits \(values.all) only"
    case .wishWeekday: "the borrower wants no visit on this weekday (\(values[0]))"
    case .wishLetters: "the borrower wants letters, no visits"
    case .wishAddress: "the borrower wants no visit at this address"
    case .addressStatus: "the address cannot be visited: \(values[0])"
    case .caseClosed: "no case is open"
    case .ruleMissing: "the pack has no rule \(values[0]), so nothing is allowed"
    case .unqualified: "\(values[0]): \(values[1]) has run out"
    case .tooFewPersons: "\(values[0]) members; \(values[1]) are needed"
    case .crewLimit: "at most \(values[0]) minutes"
    }
  }
}
