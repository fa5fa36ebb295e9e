public import FieldModel
public import Quantities

/// Keeps cases in memory, by the same contract as a database.
public final class MemoryCases: CaseRepository {
  private var filed: [Identifier<LoanCase>: LoanCase] = [:]
  private var locations: [LocatedAddress] = []
  private var holds: [(loanCase: Identifier<LoanCase>, hold: Hold)] = []
  private var approvals: [(loanCase: Identifier<LoanCase>, approval: Approval)] = []
  private var effects: [Identifier<LoanCase>: CaseEffects] = [:]

  /// No cases.
  public init() {}

  /// Every case, in order of id.
  public func listCases() -> [LoanCase] {
    filed.values.sorted { $0.id < $1.id }.map(complete)
  }

  /// The case with an id.
  public func findCase(_ id: Identifier<LoanCase>) -> LoanCase? { filed[id].map(complete) }

  /// Replaces what the lender's file says of some cases.
  public func save(_ cases: [LoanCase], from batch: ImportBatch) {
    for loanCase in cases { filed[loanCase.id] = loanCase }
  }

  /// Stores locations; a pin is replaced by another pin only.
  public func save(_ locations: [LocatedAddress]) {
    for located in locations {
      let known = self.locations.firstIndex {
        $0.loanCase == located.loanCase && $0.address == located.address
      }
      guard let known else {
        self.locations.append(located)
        continue
      }
      let isPinned = self.locations[known].location.source == .pin
      if !isPinned || located.location.source == .pin { self.locations[known] = located }
    }
  }

  /// Adds a stop flag.
  public func add(_ hold: Hold, to loanCase: Identifier<LoanCase>) {
    holds.append((loanCase, hold))
  }

  /// Adds an approval.
  public func add(_ approval: Approval, to loanCase: Identifier<LoanCase>) {
    approvals.append((loanCase, approval))
  }

  /// Replaces everything that visits did.
  public func replaceEffects(_ effects: [CaseEffects]) {
    self.effects = Dictionary(
      effects.map { ($0.loanCase, $0) }, uniquingKeysWith: { _, last in last })
  }

  /// The case with all that the office and visits added to what the file says.
  private func complete(_ original: LoanCase) -> LoanCase {
    var loanCase = original
    for located in locations where located.loanCase == loanCase.id {
      for position in loanCase.addresses.indices
      where loanCase.addresses[position].id == located.address {
        loanCase.addresses[position].location = located.location
      }
    }
    loanCase.holds += holds.filter { $0.loanCase == loanCase.id }.map(\.hold)
    loanCase.holds.sort { $0.from < $1.from }
    loanCase.approvals += approvals.filter { $0.loanCase == loanCase.id }.map(\.approval)
    return effects[loanCase.id]?.applied(to: loanCase) ?? loanCase
  }
}

/// Keeps territories in memory.
public final class MemoryTerritories: TerritoryRepository {
  private var territories: [Territory] = []

  /// No territories.
  public init() {}

  /// Every territory, in order of id.
  public func listTerritories() -> [Territory] { territories.sorted { $0.id < $1.id } }

  /// Replaces all territories.
  public func replaceTerritories(_ territories: [Territory]) { self.territories = territories }
}

/// Keeps plans in memory.
public final class MemoryPlans: PlanRepository {
  private var plans: [VisitPlan] = []

  /// No plans.
  public init() {}

  /// The plan stored last.
  public func findCurrentPlan() -> VisitPlan? { plans.last }

  /// The plan with a code.
  public func findPlan(code: String) -> VisitPlan? { plans.last { $0.code == code } }

  /// Stores a plan and makes it the current one.
  public func save(_ plan: VisitPlan, at moment: Instant) { plans.append(plan) }
}
