public import FieldModel
public import Quantities
public import VisitRules

/// Everything that a plan is made from.
public struct PlanningWorld: Sendable {
  /// What should be visited.
  public var requests: [VisitRequest]
  /// Who can go, in order of id.
  public var crews: [Crew]
  /// Who works where; empty when every crew may go everywhere.
  public var territories: [Territory]
  /// The rules.
  public var rules: RuleBook
  /// The days, in order.
  public var dates: [ServiceDate]

  /// Requests, crews, territories and rules for some days.
  public init(
    requests: [VisitRequest], crews: [Crew], territories: [Territory], rules: RuleBook,
    dates: [ServiceDate]
  ) {
    self.requests = requests
    self.crews = crews
    self.territories = territories
    self.rules = rules
    self.dates = dates
  }

  /// Which crews may serve `request`, or why none may.
  ///
  /// The crew of the borrower's territory goes; where it lacks a skill or people, any crew that has
  /// them may. Borrowers in no territory are open to all crews.
  func eligibleCrews(for request: VisitRequest) -> Result<[Crew], IneligibleRequest> {
    let territory = territories.first { $0.borrowers.contains(request.borrower) }
    let people = request.options.map(\.minimumPersons).min() ?? 1
    let able = crews.filter {
      request.skills.isSubset(of: $0.skills) && $0.members.count >= people
    }
    guard let territory else { return Self.result(able, request, crews) }
    guard let own = territory.crew else {
      return .failure(IneligibleRequest(reason: .noCrew))
    }
    if let crew = able.first(where: { $0.id == own }) { return .success([crew]) }
    return Self.result(able, request, crews)
  }

  private static func result(
    _ able: [Crew], _ request: VisitRequest, _ crews: [Crew]
  ) -> Result<[Crew], IneligibleRequest> {
    guard able.isEmpty else { return .success(able) }
    let known = crews.reduce(into: Set<Identifier<Skill>>()) { $0.formUnion($1.skills) }
    let missing = request.skills.subtracting(known).min()
    return .failure(
      IneligibleRequest(reason: missing.map(UnplannedReason.missingSkill) ?? .noCrew))
  }
}

/// A request that no crew may serve.
struct IneligibleRequest: Error {
  let reason: UnplannedReason
}
