import FieldModel
import Quantities
import VisitRules

extension PlanChecker {
  /// Whether the visit is the borrower's, lawful, and one that the crew can make.
  func stopFaults(
    _ stop: PlannedStop, _ crew: Crew, on date: ServiceDate, otherVisits: [ServiceDate]
  ) -> [PlanFault.Kind] {
    var faults: [PlanFault.Kind] = []
    if !stop.window.contains(stop.start) { faults.append(.outsideStatedWindow) }
    faults += caseFaults(stop)
    guard let subject = subjects[stop.borrower] else { return faults }
    let taken = subject.cases.filter { stop.cases.contains($0.id) }
    let skills = taken.reduce(into: Set<Identifier<Skill>>()) { $0.formUnion($1.skills) }
    faults += skills.subtracting(crew.skills).sorted().map { .missingSkill($0) }
    guard let address = taken.lazy.compactMap({ $0.findAddress(stop.address) }).first else {
      return faults + [.foreignAddress]
    }
    faults += addressFaults(address, stop)
    faults += copyFaults(address, in: subject.open)
    return faults
      + ruleFaults(stop, crew, subject, address, on: date, otherVisits: otherVisits)
  }

  private func caseFaults(_ stop: PlannedStop) -> [PlanFault.Kind] {
    var faults: [PlanFault.Kind] = []
    if stop.cases.isEmpty || zip(stop.cases, stop.cases.dropFirst()).contains(where: { $0 >= $1 }) {
      faults.append(.wrongCaseList)
    }
    for id in stop.cases {
      guard let loanCase = cases[id] else {
        faults.append(.unknownCase)
        continue
      }
      if loanCase.borrower.id != stop.borrower { faults.append(.foreignCase) }
      if loanCase.status != .open { faults.append(.closedCase) }
    }
    let open = subjects[stop.borrower]?.open ?? []
    if open.contains(where: { !stop.cases.contains($0.id) }) { faults.append(.caseNotTaken) }
    return faults
  }

  private func addressFaults(_ address: Address, _ stop: PlannedStop) -> [PlanFault.Kind] {
    var faults: [PlanFault.Kind] = []
    if !address.status.isVisitable { faults.append(.addressNotVisitable(address.status)) }
    guard let location = address.location, !location.isDoubtful else {
      return faults + [.notLocated]
    }
    if location.coordinate != stop.coordinate { faults.append(.wrongCoordinate) }
    return faults
  }

  /// What other open cases know against the address, unless its own copy says it already.
  private func copyFaults(_ address: Address, in open: [LoanCase]) -> [PlanFault.Kind] {
    var faults: [PlanFault.Kind] = []
    let copies = open.compactMap { $0.findAddress(address.id) }
    let barred = copies.first { !$0.status.isVisitable }
    if let barred, address.status.isVisitable {
      faults.append(.addressNotVisitable(barred.status))
    }
    let isDoubtful = copies.contains { $0.location?.isDoubtful ?? false }
    if isDoubtful, let location = address.location, !location.isDoubtful {
      faults.append(.notLocated)
    }
    return faults
  }

  private func ruleFaults(
    _ stop: PlannedStop, _ crew: Crew, _ subject: Subject, _ address: Address,
    on date: ServiceDate, otherVisits: [ServiceDate]
  ) -> [PlanFault.Kind] {
    var context = VisitContext(now: now, service: stop.service)
    context.purpose = stop.purpose
    context.promiseDue = subject.open.compactMap { promisesDue[$0.id] }.max()
    context.plannedVisits = otherVisits
    let assessment = rules.assess(subject.cases, address: address, on: date, context: context)
    var faults = assessment.refusals.map {
      PlanFault.Kind.forbidden($0.citation, $0.code.rawValue)
    }
    if faults.isEmpty, !assessment.windows.contains(where: { $0.contains(stop.start) }) {
      faults.append(.outsideLawfulWindow(assessment.windows))
    }
    if stop.risk < assessment.risk.tier {
      faults.append(.riskUnderstated(expected: assessment.risk.tier))
    }
    if crew.members.count < assessment.minimumPersons {
      faults.append(.tooFewPersons(needed: assessment.minimumPersons))
    }
    let stated = Set(stop.conditions)
    faults += assessment.conditions.filter { !stated.contains($0) }.map { .conditionMissing($0) }
    return faults
  }
}
