public import FieldModel
public import Quantities
public import VisitRules

/// Turns open cases into visit requests, one a borrower, and says of every other case why not.
public struct VisitRequestMaker: Sendable {
  /// The rules.
  public var rules: RuleBook
  /// The days of the plan, in order; not empty.
  public var dates: [ServiceDate]
  /// The moment of planning.
  public var now: Instant
  /// The overdue sum from which a case is medium, and large.
  public var amountThresholds: (medium: Int64, large: Int64)
  /// The scorecard.
  public var value: VisitValue
  /// When running promises fall due, by case.
  public var promisesDue: [Identifier<LoanCase>: ServiceDate]
  /// When borrowers asked to be visited.
  public var appointments: [Identifier<Borrower>: Instant]

  /// A maker for the days of a plan.
  ///
  /// - Parameter amountThresholds: minor units from which arrears are medium, and large.
  public init(
    rules: RuleBook, dates: [ServiceDate], now: Instant,
    amountThresholds: (medium: Int64, large: Int64), value: VisitValue = VisitValue()
  ) {
    self.rules = rules
    self.dates = dates
    self.now = now
    self.amountThresholds = amountThresholds
    self.value = value
    promisesDue = [:]
    appointments = [:]
  }

  /// The requests in order of borrower, and the open cases that make none in order of id.
  ///
  /// Cases that are cured or gone are left out of both.
  public func make(
    from cases: [LoanCase]
  ) -> (requests: [VisitRequest], unplanned: [UnplannedVisit]) {
    let sorted = cases.sorted { $0.id < $1.id }
    let groups = Dictionary(grouping: sorted, by: \.borrower.id).sorted { $0.key < $1.key }
    var requests: [VisitRequest] = []
    var unplanned: [UnplannedVisit] = []
    for (_, all) in groups {
      let group = all.filter { $0.status == .open }
      guard !group.isEmpty else { continue }
      switch request(for: group, among: all) {
      case .success(let request): requests.append(request)
      case .failure(let refusal):
        unplanned += group.map { UnplannedVisit(loanCase: $0.id, reason: refusal.reason) }
      }
    }
    return (requests, unplanned.sorted { $0.loanCase < $1.loanCase })
  }

  private struct Refusal: Error {
    let reason: UnplannedReason
  }

  private func request(
    for group: [LoanCase], among all: [LoanCase]
  ) -> Result<VisitRequest, Refusal> {
    let places = Self.places(of: group)
    guard let first = places.first else {
      return .failure(Refusal(reason: addressReason(group)))
    }
    let purpose = purpose(of: group, at: first)
    let service = Self.serviceTime(purpose)
    let assessed = places.map { address in
      (address, assessments(of: all, at: address, purpose: purpose, service: service))
    }
    let ways = assessed.enumerated().flatMap { rank, pair in
      options(at: pair.0, pair.1, rank: rank)
    }
    guard !ways.isEmpty else {
      return .failure(Refusal(reason: Self.reason(among: assessed.flatMap(\.1))))
    }
    let stay = assessed.flatMap(\.1).filter(\.isAllowed).map(\.maximumStay).min() ?? service
    return .success(
      request(
        for: group, purpose: purpose, service: min(service, stay), options: ways))
  }

  private func request(
    for group: [LoanCase], purpose: VisitPurpose, service: Seconds, options: [VisitOption]
  ) -> VisitRequest {
    let borrower = group[0].borrower.id
    let tier = tier(of: group)
    var request = VisitRequest(
      id: Identifier("\(dates[0])/\(borrower)"), borrower: borrower, cases: group.map(\.id),
      purpose: purpose,
      stage: OverdueStage(daysPastDue: group.map { $0.daysPastDue(on: dates[0]) }.max() ?? 0) ?? .m1,
      tier: tier, service: service, options: options)
    request.skills = group.reduce(into: []) { $0.formUnion($1.skills) }
    request.valueParts = value.parts(of: group, tier: tier, on: dates[0])
    request.value = request.valueParts.reduce(0) { $0 + $1.points }
    request.isAppointment = isBooked(borrower)
    return request
  }

  // MARK: Places

  /// The borrower's visitable, located addresses: verified ones first, then by what they are.
  private static func places(of group: [LoanCase]) -> [Address] {
    var seen: Set<Identifier<Address>> = []
    let addresses = group.flatMap(\.addresses).filter { seen.insert($0.id).inserted }
    return addresses.filter { address in
      guard address.status.isVisitable, let location = address.location else { return false }
      return !location.isDoubtful
    }.sorted { (rank($0), $0.id) < (rank($1), $1.id) }
  }

  private static func rank(_ address: Address) -> Int {
    let kind =
      switch address.kind {
      case .home: 0
      case .business: 1
      case .householdRegister: 2
      case .liableParty: 3
      case .work: 4
      case .other: 5
      }
    return address.status == .verified ? kind : kind + 2
  }

  private func addressReason(_ group: [LoanCase]) -> UnplannedReason {
    let visitable = group.flatMap(\.addresses).filter(\.status.isVisitable)
    if visitable.isEmpty {
      return group.allSatisfy(\.addresses.isEmpty) ? .notLocated : .noVisitableAddress
    }
    return visitable.contains { $0.location != nil } ? .locationDoubtful : .notLocated
  }

  // MARK: Rules

  private func assessments(
    of group: [LoanCase], at address: Address, purpose: VisitPurpose, service: Seconds
  ) -> [VisitAssessment] {
    dates.map { date in
      var context = VisitContext(now: now, service: service)
      context.purpose = purpose
      context.promiseDue = group.compactMap { promisesDue[$0.id] }.max()
      return rules.assess(group, address: address, on: date, context: context)
    }
  }

  /// The ways to visit an address: while somebody is likely in, and at any lawful time for less.
  private func options(
    at address: Address, _ assessments: [VisitAssessment], rank: Int
  ) -> [VisitOption] {
    let anyTime = option(at: address, assessments, during: [.allDay], penalty: rank * 40)
    let presence = Self.presence(at: address)
    guard let anyTime, !presence.isEmpty else { return anyTime.map { [$0] } ?? [] }
    let likely = option(at: address, assessments, during: presence, penalty: rank * 40)
    guard let likely else { return [anyTime] }
    guard likely.windows != anyTime.windows else { return [likely] }
    var unlikely = anyTime
    unlikely.penalty += 120
    return [likely, unlikely]
  }

  private func option(
    at address: Address, _ assessments: [VisitAssessment], during presence: [TimeWindow],
    penalty: Int
  ) -> VisitOption? {
    guard let location = address.location else { return nil }
    let allowed = assessments.filter(\.isAllowed)
    var windows: [ServiceDate: [TimeWindow]] = [:]
    for assessment in allowed {
      let shared = TimeWindow.intersection(booked(assessment), presence)
      if !shared.isEmpty { windows[assessment.date] = shared }
    }
    guard !windows.isEmpty else { return nil }
    var option = VisitOption(
      address: address.id, coordinate: location.coordinate, precision: location.precision,
      windows: windows)
    option.penalty = penalty
    option.risk = allowed.map(\.risk.tier).max() ?? .low
    option.minimumPersons = allowed.map(\.minimumPersons).max() ?? 2
    for assessment in allowed { option.conditions[assessment.date] = assessment.conditions }
    return option
  }

  /// When somebody is likely to be in: as recorded, else office hours where people work.
  private static func presence(at address: Address) -> [TimeWindow] {
    if !address.presence.isEmpty { return address.presence }
    switch address.kind {
    case .work, .business:
      return [TimeWindow(start: TimeOfDay(hour: 9), end: TimeOfDay(hour: 17, minute: 30))]
    case .home, .householdRegister, .liableParty, .other: return []
    }
  }

  /// The windows of a day, narrowed to the appointment if there is one: half an hour either way.
  private func booked(_ assessment: VisitAssessment) -> [TimeWindow] {
    guard isBooked(assessment.borrower), let moment = appointments[assessment.borrower] else {
      return assessment.windows
    }
    guard moment.date == assessment.date else { return [] }
    let around = TimeWindow(
      start: max(.midnight, moment.time - .minutes(30)), end: moment.time + .minutes(30))
    return TimeWindow.intersection(assessment.windows, [around])
  }

  private func isBooked(_ borrower: Identifier<Borrower>) -> Bool {
    appointments[borrower].map { dates.contains($0.date) } ?? false
  }

  /// The reason nearest to being cured: an approval first, then the rule that ends soonest.
  private static func reason(among assessments: [VisitAssessment]) -> UnplannedReason {
    let reasons = assessments.compactMap(\.reason)
    if let approval = reasons.first(where: {
      if case .needsApproval = $0 { true } else { false }
    }) {
      return approval
    }
    let dated = reasons.compactMap { reason -> (ServiceDate, UnplannedReason)? in
      if case .forbidden(_, .some(let date)) = reason { (date, reason) } else { nil }
    }
    if let soonest = dated.min(by: { $0.0 < $1.0 }), reasons.count == dated.count {
      return soonest.1
    }
    return reasons.first ?? .windowTooTight(slack: nil)
  }

  // MARK: The visit

  private func tier(of group: [LoanCase]) -> AmountTier {
    let sum = group.compactMap { $0.overdue?.minorUnits }.reduce(0, +)
    if sum >= amountThresholds.large { return .large }
    return sum >= amountThresholds.medium ? .medium : .small
  }

  private func purpose(of group: [LoanCase], at address: Address) -> VisitPurpose {
    let contacts = group.flatMap(\.contacts)
    let broken = group.compactMap { promisesDue[$0.id] }.contains { $0 < dates[0] }
    if broken { return .promiseFollowUp }
    if group[0].borrower.kind == .firm { return .firmVisit }
    if contacts.contains(where: { $0.result == .undeliverable && $0.channel == .letter }) {
      return .verifyAddress
    }
    if contacts.contains(where: { $0.channel == .visit && $0.result == .reached }) {
      return .repaymentPlan
    }
    let days = group.map { $0.daysPastDue(on: dates[0]) }.max() ?? 0
    return days > 90 ? .deliverLetter : .contact
  }

  private static func serviceTime(_ purpose: VisitPurpose) -> Seconds {
    switch purpose {
    case .contact, .promiseFollowUp: .minutes(15)
    case .verifyAddress, .deliverLetter: .minutes(10)
    case .repaymentPlan, .firmVisit: .minutes(25)
    }
  }
}
