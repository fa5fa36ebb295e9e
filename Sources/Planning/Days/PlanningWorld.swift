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
  func eligibleCrews(
    for request: VisitRequest, in territory: Territory?
  ) -> Result<[Crew], IneligibleRequest> {
    let people = request.options.map(\.minimumPersons).min() ?? 1
    let skilled = crews.filter { request.skills.isSubset(of: $0.skills) }
    let able = skilled.filter { $0.members.count >= people }
    if let territory {
      guard let own = territory.crew, crews.contains(where: { $0.id == own }) else {
        return .failure(IneligibleRequest(reason: .noCrew))
      }
      if let crew = able.first(where: { $0.id == own }) { return .success([crew]) }
    }
    guard able.isEmpty else { return .success(able) }
    guard skilled.isEmpty, let skill = missingSkill(of: request) else {
      return .failure(IneligibleRequest(reason: .noCrew))
    }
    return .failure(IneligibleRequest(reason: .missingSkill(skill)))
  }

  /// A skill that no crew has, else the first of those that no crew has together.
  private func missingSkill(of request: VisitRequest) -> Identifier<Skill>? {
    let known = crews.reduce(into: Set<Identifier<Skill>>()) { $0.formUnion($1.skills) }
    return request.skills.subtracting(known).min() ?? request.skills.min()
  }
}

/// A request that no crew may serve.
struct IneligibleRequest: Error {
  let reason: UnplannedReason
}
