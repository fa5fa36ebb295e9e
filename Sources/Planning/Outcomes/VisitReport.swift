public import FieldModel
public import Quantities

/// Figures of the work: visits planned, made, contacted, promised, kept.
public struct VisitReport: Hashable, Sendable {
  /// The figures of one crew, territory or of all.
  public struct Line: Hashable, Sendable {
    /// What the line is about: a crew's or territory's id, empty for all.
    public var subject: String
    /// Visits in the plan.
    public var planned = 0
    /// Visits of which a record came home.
    public var made = 0
    /// Visits at which the borrower or a liable party was met.
    public var contacted = 0
    /// Visits that brought a promise.
    public var promised = 0
    /// Promises whose day is past and that were kept.
    public var kept = 0
    /// Promises whose day is past and that were not.
    public var broken = 0
    /// Visits broken off for safety or threats.
    public var incidents = 0
    /// Complaints made at the door.
    public var complaints = 0
    /// Time at doors and on the road, as planned; the way home belongs to no territory.
    public var plannedTime = Seconds.zero
    /// Way, as planned; the way home belongs to no territory.
    public var plannedDistance = Distance.zero
  }

  /// All work together.
  public var total: Line
  /// One line for each crew that the plan or a visit names, in order of id.
  public var crews: [Line]
  /// One line a territory, in order of id; borrowers in none are left out.
  public var territories: [Line]

  /// The figures of a plan and what came of it.
  ///
  /// - Parameters:
  ///   - plan: what was planned.
  ///   - visits: what came home.
  ///   - cases: as they are now.
  ///   - territories: who belongs where.
  ///   - today: the day up to which promises are judged.
  public init(
    plan: VisitPlan, visits: [CompletedVisit], cases: [LoanCase], territories: [Territory],
    today: ServiceDate
  ) {
    let status = Dictionary(
      cases.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    let judge = PromiseJudge(status: status, visits: visits, today: today)
    total = Line(subject: "")
    total.count(plan.routes)
    for visit in visits { total.count(visit, judge) }
    crews = Set(plan.routes.map(\.crew) + visits.map(\.crew)).sorted().map { crew in
      var line = Line(subject: crew.text)
      line.count(plan.routes.filter { $0.crew == crew })
      for visit in visits where visit.crew == crew { line.count(visit, judge) }
      return line
    }
    self.territories = territories.sorted { $0.id < $1.id }.map { territory in
      let members = Set(territory.borrowers)
      var line = Line(subject: territory.id.text)
      line.count(plan.routes.flatMap(\.stops).filter { members.contains($0.borrower) })
      for visit in visits where members.contains(visit.stop.borrower) { line.count(visit, judge) }
      return line
    }
  }
}

/// Says whether a promise was kept: the cases were cured or left the lender's file, or what the
/// borrower declared paid at doors until its day covers it and those due before it.
private struct PromiseJudge {
  let status: [Identifier<LoanCase>: CaseStatus]
  let visits: [CompletedVisit]
  let today: ServiceDate

  func isDue(_ promise: PaymentPromise) -> Bool { promise.due < today }

  func isKept(_ promise: PaymentPromise, of visit: CompletedVisit) -> Bool {
    if visit.stop.cases.allSatisfy({ status[$0] != .open }) { return true }
    let paid = visits.filter { later in
      later.stop.borrower == visit.stop.borrower && later.outcome.ended >= visit.outcome.ended
        && later.outcome.ended.date <= promise.due
    }.flatMap(\.outcome.payments).map(\.amount)
    let owed = visit.outcome.promises.filter { $0.due <= promise.due }.map(\.amount)
    return Self.sum(paid, in: promise.amount.currency)
      >= Self.sum(owed, in: promise.amount.currency)
  }

  private static func sum(_ amounts: [Money], in currency: Currency) -> Int64 {
    amounts.filter { $0.currency == currency }
      .reduce(Money(minorUnits: 0, currency: currency)) { $0.adding($1) ?? $0 }.minorUnits
  }
}

extension VisitReport.Line {
  fileprivate mutating func count(_ routes: [DailyRoute]) {
    for route in routes {
      count(route.stops)
      plannedTime += route.returnTravel
      plannedDistance += route.returnDistance
    }
  }

  fileprivate mutating func count(_ stops: [PlannedStop]) {
    planned += stops.count
    for stop in stops {
      plannedTime += stop.travel + stop.service
      plannedDistance += stop.distance
    }
  }

  fileprivate mutating func count(_ visit: CompletedVisit, _ judge: PromiseJudge) {
    made += 1
    let outcome = visit.outcome
    if outcome.code.isContact { contacted += 1 }
    if !outcome.promises.isEmpty { promised += 1 }
    for promise in outcome.promises where judge.isDue(promise) {
      if judge.isKept(promise, of: visit) { kept += 1 } else { broken += 1 }
    }
    if [.threatened, .abortedForSafety].contains(outcome.code) { incidents += 1 }
    if outcome.code == .complaint { complaints += 1 }
  }
}
