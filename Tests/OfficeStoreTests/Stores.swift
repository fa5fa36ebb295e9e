import FieldModel
import Foundation
import Quantities
import TestSupport

@testable import OfficeStore

/// Everything that the repository protocols promise together.
typealias Repositories = CaseRepository & PlanRepository & TerritoryRepository

/// The stores that must behave alike: the database, and the plain values that other tests use.
enum StoreKind: CaseIterable, Sendable {
  case databaseInMemory, databaseOnDisk, plainValues

  /// The kinds that check whole rows and their references.
  static let databases: [StoreKind] = [.databaseInMemory, .databaseOnDisk]

  /// Runs `work` on an empty store of this kind.
  func withStore<Value>(_ work: (any Repositories) throws -> Value) throws -> Value {
    switch self {
    case .databaseInMemory: try work(OfficeStore())
    case .databaseOnDisk:
      try withFolder { try work(OfficeStore(path: $0 + "/office.sqlite", isNew: true)) }
    case .plainValues: try work(MemoryRepositories())
    }
  }
}

/// The three repositories in memory as one.
private struct MemoryRepositories: Repositories {
  let cases = MemoryCases()
  let territories = MemoryTerritories()
  let plans = MemoryPlans()

  func listCases() -> [LoanCase] { cases.listCases() }
  func findCase(_ id: Identifier<LoanCase>) -> LoanCase? { cases.findCase(id) }
  func save(_ changed: [LoanCase], from batch: ImportBatch) { cases.save(changed, from: batch) }
  func save(_ locations: [LocatedAddress]) { cases.save(locations) }
  func add(_ hold: Hold, to loanCase: Identifier<LoanCase>) { cases.add(hold, to: loanCase) }
  func add(_ approval: Approval, to loanCase: Identifier<LoanCase>) {
    cases.add(approval, to: loanCase)
  }
  func replaceEffects(_ effects: [CaseEffects]) { cases.replaceEffects(effects) }
  func listTerritories() -> [Territory] { territories.listTerritories() }
  func replaceTerritories(_ changed: [Territory]) { territories.replaceTerritories(changed) }
  func findCurrentPlan() -> VisitPlan? { plans.findCurrentPlan() }
  func findPlan(code: String) -> VisitPlan? { plans.findPlan(code: code) }
  func save(_ plan: VisitPlan, at moment: Instant) { plans.save(plan, at: moment) }
}

/// Runs `work` on a folder of its own, which is removed afterwards.
func withFolder<Value>(_ work: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("office-store-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try work(folder.path)
}
