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
  /// - Parameters:
  ///   - rules: the rules.
  ///   - dates: the days of the plan, in order; not empty.
  ///   - now: the moment of planning.
  ///   - amountThresholds: minor units from which arrears are medium, and large.
  ///   - value: the scorecard.
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
      let subject = Subject(all: all, open: all.filter { $0.status == .open })
      guard !subject.open.isEmpty else { continue }
      switch request(for: subject) {
      case .success(let request): requests.append(request)
      case .failure(let refusal):
        unplanned += subject.open.map { UnplannedVisit(loanCase: $0.id, reason: refusal.reason) }
      }
    }
    return (requests, unplanned.sorted { $0.loanCase < $1.loanCase })
  }

  /// One borrower's cases, in order of id.
  struct Subject {
    let all: [LoanCase]
    let open: [LoanCase]
    var borrower: Identifier<Borrower> { open[0].borrower.id }
  }

  private struct Refusal: Error {
    let reason: UnplannedReason
  }

  private func request(for subject: Subject) -> Result<VisitRequest, Refusal> {
    let places = Self.places(of: subject.open)
    guard !places.isEmpty else {
      return .failure(Refusal(reason: Self.addressReason(subject.open)))
    }
    if let later = laterAppointment(of: subject.borrower) {
      return .failure(Refusal(reason: later))
    }
    let purpose = purpose(of: subject.open)
    var service = Self.serviceTime(purpose)
    var assessed = places.map { assess(subject, at: $0, purpose, service) }
    let stay = assessed.flatMap(\.days).filter(\.isAllowed).map(\.maximumStay).min() ?? service
    if stay < service {
      service = stay
      assessed = places.map { assess(subject, at: $0, purpose, service) }
    }
    let options = assessed.enumerated().flatMap { ways(at: $1, rank: $0) }
    guard !options.isEmpty else {
      return .failure(Refusal(reason: reason(among: assessed, of: subject.borrower)))
    }
    return .success(request(for: subject, purpose: purpose, service: service, options: options))
  }

  private func request(
    for subject: Subject, purpose: VisitPurpose, service: Seconds, options: [VisitOption]
  ) -> VisitRequest {
    let group = subject.open
    let tier = tier(of: group)
    let days = group.map { $0.daysPastDue(on: dates[0]) }.max() ?? 0
    var request = VisitRequest(
      id: Identifier("\(dates[0])/\(subject.borrower)"), borrower: subject.borrower,
      cases: group.map(\.id), purpose: purpose, stage: OverdueStage(daysPastDue: days) ?? .m1,
      tier: tier, service: service, options: options)
    request.skills = group.reduce(into: []) { $0.formUnion($1.skills) }
    request.valueParts = value.parts(of: group, tier: tier, on: dates[0])
    request.value = request.valueParts.reduce(0) { $0 + $1.points }
    request.isAppointment = isBooked(subject.borrower)
    return request
  }

  // MARK: The visit

  private func tier(of group: [LoanCase]) -> AmountTier {
    let sums = group.compactMap(\.overdue)
    let sum = sums.dropFirst().reduce(sums.first) { $0?.adding($1) ?? $0 }?.minorUnits ?? 0
    if sum >= amountThresholds.large { return .large }
    return sum >= amountThresholds.medium ? .medium : .small
  }

  private func purpose(of group: [LoanCase]) -> VisitPurpose {
    let contacts = group.flatMap(\.contacts)
    let isBroken = group.compactMap { promisesDue[$0.id] }.contains { $0 < dates[0] }
    if isBroken { return .promiseFollowUp }
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
