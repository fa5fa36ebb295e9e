extension SolvePhrases {
  static let english = SolvePhrases(
    line: { "line \($0)" },
    found: { "found “\($0)”" },
    fileFaults: [
      "routing-not-text": "This is no text in UTF-8, or it is empty; export it again.",
      "routing-unknown-format":
        "None of the known formats is recognised; name it with --format, or check the file.",
      "routing-bad-json": "This is not JSON from here on; check commas, brackets and quotes.",
      "routing-missing": "This must be there; add it.",
      "routing-wrong-kind": "Another kind of value belongs here; mostly a number.",
      "routing-out-of-range": "This number is too small, too large or not whole; correct it.",
      "routing-unknown-value":
        "This value is not known; the page RoutingFiles lists those that are.",
      "routing-not-supported":
        "This cannot be expressed here, and a plan without it would be wrong; remove it.",
      "routing-wrong-count":
        "There are more or fewer values here than announced; complete or cut them.",
      "routing-unknown-position": "No such node, vehicle or job is there; correct the number.",
      "routing-repeated": "This stands twice; remove one.",
      "routing-too-large": "This is larger or deeper than is read; make it smaller.",
      "routing-contradiction": "The parts do not fit together; check what is named.",
    ],
    planFaults: englishPlanFaults,
    vehicle: { "vehicle \($0)" },
    stop: { "node \($0)" },
    crew: { "crew \($0)" },
    beside: { "\($0), not \($1)" },
    constraints: [
      "window": "its own windows", "skills": "the skills it asks for",
      "allowedVehicles": "the vehicles that may come",
      "pin": "the vehicle, day, time or place it is pinned to", "spacing": "days between visits",
      "shift": "the crews' shifts", "duty": "the longest duty", "driving": "the longest driving",
      "horizon": "what the crew may do over all days",
      "continuousDriving": "driving without rest", "breaks": "the crews' breaks",
      "latestServiceEnd": "the latest end of service", "capacity": "what a vehicle can take",
      "maxStops": "the most stops of a crew", "maxDistance": "the longest way",
    ],
    notWorthwhile: { "fits, but costs \($0) more than leaving it out" },
    barred: { "does not fit; giving up any one of these would make room: \($0)" },
    remedy: { name, amount, vehicle in
      amount.map { "\(name) \($0) (\(vehicle))" } ?? "without \(name) (\(vehicle))"
    },
    minutes: { "+\($0) min" }, kilometres: { "+\($0) km" },
    severalConstraints: "does not fit, and no single limit accounts for that",
    unreachable: "no vehicle that may come has a way there and back",
    problem: { name, kind, stops, vehicles in
      "\(name) (\(kind)): \(stops) \(stops == 1 ? "stop" : "stops"), "
        + "\(vehicles) \(vehicles == 1 ? "vehicle" : "vehicles")"
    },
    summary: { cost, routes, left, iterations, seconds in
      "cost \(cost), \(routes) \(routes == 1 ? "route" : "routes"), \(left) left out; "
        + "\(iterations) iterations in \(seconds) s"
    },
    score: { score, routes, left, iterations, seconds in
      "score \(score), \(routes) \(routes == 1 ? "route" : "routes"), \(left) left out; "
        + "\(iterations) iterations in \(seconds) s"
    },
    leftOut: { "node \($0): \($1)" },
    written: { "The checker passed the plan: \($0)" },
    faulty: { name, count in
      "\(name): the plan found is faulty in \(count) \(count == 1 ? "place" : "places") and was not "
        + "written. This is a mistake of the program; keep the file and report it."
    },
    notAsForm: { "\($0): a problem of this kind cannot be answered as \($1)." },
    linesDone: { "\($0) problems solved, \($1) could not be." })

  private static let englishPlanFaults: [String: String] =
    [
      "unknown-vehicle": "there is no such vehicle", "unknown-stop": "there is no such stop",
      "vehicle-twice": "the vehicle drives two routes", "stop-twice": "is visited twice",
      "empty-route": "a route without a visit", "no-way": "a leg without a way",
      "wrong-leg": "a leg of another time or length than the matrix",
      "wrong-arrival": "arrives at another time than the legs say",
      "starts-before-arrival": "starts before the crew is there",
      "wrong-service": "a service of another length",
      "outside-windows": "starts outside all windows",
      "leaves-before-shift": "leaves before the shift",
      "back-after-shift": "is back after the shift",
      "wrong-finish": "is back at another time than the legs say",
      "after-latest-service-end": "ends after the latest end of service",
      "duty-too-long": "the duty is too long", "driving-too-long": "the driving is too long",
      "driving-without-rest": "too long at the wheel without a rest",
      "way-too-long": "the way is too long", "too-many-stops": "too many stops",
      "over-capacity": "carries more than it can", "missing-skill": "lacks a skill of the stop",
      "off-pin": "is pinned to another vehicle", "off-pinned-day": "is pinned to another day",
      "off-pinned-start": "starts at another time than it is pinned to",
      "off-pinned-position": "stands at another place of the route than it is pinned to",
      "forbidden-vehicle": "is closed to the vehicle",
      "group-twice": "two alternatives of one group are visited",
      "too-soon-again": "is too few days after another visit",
      "too-late-again": "is too many days after another visit",
      "out-of-series": "is on a day before that of an earlier visit of its series",
      "crew-driving-too-long": "the driving over all days is too long",
      "crew-work-too-long": "driving and service over all days are too long",
      "not-at-beginning": "is locked to the beginning of the route, which begins otherwise",
      "locked-elsewhere": "is locked to another vehicle",
      "unknown-break": "a break that is not there, or out of order",
      "break-before-its-time": "a break before the crew stands",
      "break-outside-window": "a break outside its window",
      "wrong-break-length": "a break of another length", "break-not-taken": "a break is not taken",
      "break-twice": "a break is taken twice", "break-nowhere": "a break at no point of the route",
      "no-schedule": "no departure keeps windows, shift, duty and breaks",
      "wrong-sum": "a sum that is not that of its parts", "wrong-cost": "the cost is another",
      "wrongly-listed": "is wrongly listed, or not listed, as left out",
    ]
}
