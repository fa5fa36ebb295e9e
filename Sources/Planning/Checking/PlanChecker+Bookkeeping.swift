import FieldModel
import Quantities

extension PlanChecker {
  /// Whether every open case is planned or left out, and nothing is counted twice.
  func bookkeepingFaults(in plan: VisitPlan) -> [PlanFault] {
    repeatedVisits(in: plan) + repeatedBorrowers(in: plan) + caseFaults(in: plan)
  }

  private func repeatedVisits(in plan: VisitPlan) -> [PlanFault] {
    var seen: Set<Identifier<PlannedVisit>> = []
    return plan.routes.flatMap(\.stops).map(\.visit).filter { !seen.insert($0).inserted }
      .map { PlanFault(.duplicateVisit, visit: $0) }
  }

  private func repeatedBorrowers(in plan: VisitPlan) -> [PlanFault] {
    var first: [Identifier<Borrower>: ServiceDate] = [:]
    var faults: [PlanFault] = []
    for route in plan.routes {
      for stop in route.stops {
        guard let date = first[stop.borrower] else {
          first[stop.borrower] = route.date
          continue
        }
        var fault = PlanFault(
          date == route.date ? .borrowerTwiceInDay : .plannedTwice, visit: stop.visit)
        fault.date = route.date
        fault.crew = route.crew
        faults.append(fault)
      }
    }
    return faults
  }

  private func caseFaults(in plan: VisitPlan) -> [PlanFault] {
    let planned = Set(plan.routes.flatMap(\.stops).flatMap(\.cases))
    let unplanned = plan.unplanned.map(\.loanCase)
    var faults: [PlanFault] = []
    func add(_ kind: PlanFault.Kind, _ loanCase: Identifier<LoanCase>) {
      var fault = PlanFault(kind)
      fault.loanCase = loanCase
      faults.append(fault)
    }
    for (before, next) in zip(unplanned, unplanned.dropFirst()) where before >= next {
      add(before == next ? .unplannedTwice : .unplannedOutOfOrder, next)
    }
    for id in unplanned {
      if planned.contains(id) { add(.plannedAndUnplanned, id) }
      if cases[id] == nil { add(.unknownCase, id) }
    }
    let listed = planned.union(unplanned)
    for (id, loanCase) in cases.sorted(by: { $0.key < $1.key })
    where loanCase.status == .open && !listed.contains(id) {
      add(.caseDropped, id)
    }
    return faults
  }
}
