public import FieldModel
import Quantities

/// A share of the plan that no other share touches: some crews and the requests only they serve.
///
/// Shares are planned side by side without talking to each other.
public struct PlanningShare: Sendable {
  /// The crews, in order of id.
  public let crews: [Crew]
  /// The requests, in order of id, each with the positions in ``crews`` that may serve it.
  public let requests: [(request: VisitRequest, crews: [Int])]
}

extension PlanningWorld {
  /// Cuts the work into shares, and lists the cases whose requests nobody may serve.
  public func shares() -> (shares: [PlanningShare], unplanned: [UnplannedVisit]) {
    var unplanned: [UnplannedVisit] = []
    var served: [(request: VisitRequest, crews: [Int])] = []
    let position = Dictionary(
      crews.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    let owners = Dictionary(
      territories.flatMap { territory in territory.borrowers.map { ($0, territory) } },
      uniquingKeysWith: { first, _ in first })
    for request in requests.sorted(by: { $0.id < $1.id }) {
      switch eligibleCrews(for: request, in: owners[request.borrower]) {
      case .success(let crews): served.append((request, crews.compactMap { position[$0.id] }))
      case .failure(let refusal):
        unplanned += request.cases.map { UnplannedVisit(loanCase: $0, reason: refusal.reason) }
      }
    }
    return (Self.shares(of: served, crews: crews), unplanned)
  }

  /// Groups crews that share a request (union–find), in order of their first crew.
  private static func shares(
    of served: [(request: VisitRequest, crews: [Int])], crews: [Crew]
  ) -> [PlanningShare] {
    var root = Array(crews.indices)
    func find(_ crew: Int) -> Int {
      var crew = crew
      while root[crew] != crew { crew = root[crew] }
      return crew
    }
    for (_, able) in served {
      for crew in able.dropFirst() {
        let one = find(able[0])
        let other = find(crew)
        root[max(one, other)] = min(one, other)
      }
    }
    return crews.indices.filter { find($0) == $0 }.compactMap { first in
      let members = crews.indices.filter { find($0) == first }
      let renumbered = Dictionary(
        members.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
      let requests = served.filter { $0.crews.first.map(find) == first }
        .map { ($0.request, $0.crews.compactMap { renumbered[$0] }) }
      guard !requests.isEmpty else { return nil }
      return PlanningShare(crews: members.map { crews[$0] }, requests: requests)
    }
  }
}
