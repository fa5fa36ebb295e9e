import Quantities
public import RouteSolver

/// The forms in which a plan is written.
public enum RoutingPlanForm: String, Hashable, Sendable, CaseIterable {
  /// JSON: routes of nodes counted from 0, depots left out, and the vehicles that drive them.
  case plan
  /// VRPLIB's solutions.
  case sol
  /// TSPLIB's tours.
  case tour
  /// VROOM's answer.
  case vroom
}

extension RoutingFile {
  /// The form in which this file's problem is answered when nobody asks for another.
  public var ownForm: RoutingPlanForm { vroom == nil ? .plan : .vroom }

  /// Whether the problem can be answered in `form`.
  public func canBeWritten(as form: RoutingPlanForm) -> Bool {
    switch form {
    case .plan, .sol: true
    case .tour: format == .tsplib
    case .vroom: vroom != nil
    }
  }

  /// A plan in one of the forms, with a line feed at its end.
  ///
  /// - Parameters:
  ///   - solution: what the solver found for ``problem``.
  ///   - form: one of the forms in which it can be written.
  ///   - reasons: why stops were left out, in words, in the order of `solution.unserved`; left out
  ///     when `nil`.
  /// - Returns: the whole text of the file.
  public func text(
    of solution: RoutingSolution, as form: RoutingPlanForm, reasons: [String]? = nil
  ) -> String {
    switch form {
    case .plan: planLine(of: solution, reasons: reasons) + "\n"
    case .sol: sol(solution)
    case .tour: tour(solution)
    case .vroom: vroomText(of: solution, reasons: reasons) + "\n"
    }
  }

  /// The plan in JSON, on one line.
  func planLine(of solution: RoutingSolution, reasons: [String]?) -> String {
    let routes = solution.routes.map { JSONText.list($0.visits.map { nodes[$0.stop.position] }) }
    var unserved: [String] = []
    for (position, left) in solution.unserved.enumerated() {
      let node = "\(nodes[left.stop.position])"
      unserved.append(
        reasons.map {
          JSONText.object([("node", node), ("reason", JSONText.string($0[position]))])
        } ?? node)
    }
    return JSONText.object([
      ("name", JSONText.string(name)), ("routes", JSONText.array(routes)),
      ("vehicles", JSONText.list(solution.routes.map(\.vehicle.position))),
      ("cost", JSONText.number(published(solution.cost))), ("unserved", JSONText.array(unserved)),
      ("iterations", "\(solution.iterations)"),
    ])
  }

  /// Routes by number, customers counted from 0 as the depot; where vehicles differ, those that
  /// stay at home have an empty line.
  private func sol(_ solution: RoutingSolution) -> String {
    var lines: [String] = []
    for route in solution.routes {
      while isClosed, lines.count < route.vehicle.position {
        lines.append("Route #\(lines.count + 1):")
      }
      let visits = route.visits.map { " \(nodes[$0.stop.position])" }.joined()
      lines.append("Route #\(lines.count + 1):\(visits)")
    }
    lines.append("Cost \(JSONText.number(published(solution.cost)))")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Nodes counted from 1, the first node first.
  private func tour(_ solution: RoutingSolution) -> String {
    let visits = solution.routes.flatMap { $0.visits.map { nodes[$0.stop.position] + 1 } }
    let depot = Set(0..<nodeCount).subtracting(nodes).min().map { [$0 + 1] } ?? []
    let length = JSONText.number(published(solution.cost))
    let head = [
      "NAME : \(name).tour", "COMMENT : length \(length)", "TYPE : TOUR",
      "DIMENSION : \(nodeCount)", "TOUR_SECTION",
    ]
    let lines = head + (depot + visits).map(String.init) + ["-1", "EOF"]
    return lines.joined(separator: "\n") + "\n"
  }
}
