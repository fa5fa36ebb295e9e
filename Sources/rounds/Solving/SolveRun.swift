import Briefing
import Foundation
import Quantities
import RouteChecking
import RouteSolver
import RoutingFiles

/// Solves problems of files one by one; what leaves it has passed the checker.
struct SolveRun {
  let terminal: Terminal
  let effort: SolveEffort

  /// A problem with its checked solution.
  struct Answer {
    let file: RoutingFile
    let solution: RoutingSolution
    /// Elapsed seconds of the search.
    let seconds: Double

    /// What is published of the solution: its cost, or its score.
    var published: Double { file.published(solution.cost) }
  }

  /// Solves the problem of `file`.
  ///
  /// - Parameters:
  ///   - file: the problem.
  ///   - start: a plan to begin from.
  ///   - name: what to call the problem when something is wrong.
  /// - Returns: the problem with its solution.
  /// - Throws: ``CommandFailure`` when the solution does not pass the checker.
  func answer(_ file: RoutingFile, start: RoutingPlan?, name: String) throws -> Answer {
    let begun = SolveClock.wall.now
    let solution = effort.solve(file.problem, start: start, progress: terminal.progress)
    let seconds = SolveClock.wall.now - begun
    let faults = RouteChecker(file.problem).faults(in: solution)
    guard faults.isEmpty else {
      for fault in faults.prefix(20) { terminal.remark(terminal.statement(of: fault, in: file)) }
      throw CommandFailure(
        .internalFault, terminal.phrases.solving.faulty(name, faults.count))
    }
    return Answer(file: file, solution: solution, seconds: seconds)
  }
}

extension Terminal {
  /// What is wrong with a file of a routing problem or plan, in words.
  func statement(of error: RoutingFileError) -> String {
    var parts: [String] = []
    switch error.place {
    case .file: break
    case .line(let line): parts.append(phrases.solving.line(line))
    case .path(let path): parts.append(path)
    }
    if !error.field.isEmpty { parts.append(error.field) }
    let sentence = phrases.solving.fileFaults[error.code.rawValue] ?? error.code.rawValue
    parts.append(sentence + (error.found.isEmpty ? "" : " (\(phrases.solving.found(error.found)))"))
    return parts.joined(separator: phrases.remarks.separator)
  }

  /// What is wrong with a plan, in words; stops are called by their nodes.
  func statement(of fault: RouteFault, in file: RoutingFile) -> String {
    var parts: [String] = []
    if let vehicle = fault.vehicle { parts.append(phrases.solving.vehicle(vehicle.position)) }
    if let crew = fault.crew { parts.append(phrases.solving.crew(crew)) }
    if let stop = fault.stop, file.nodes.indices.contains(stop.position) {
      parts.append(phrases.solving.stop(file.nodes[stop.position]))
    }
    var sentence = phrases.solving.planFaults[fault.kind.rawValue] ?? fault.kind.rawValue
    if let found = fault.found, let limit = fault.limit {
      sentence += " (\(phrases.solving.beside("\(found)", "\(limit)")))"
    }
    return (parts + [sentence]).joined(separator: phrases.remarks.separator)
  }

  /// The smallest change that makes room for a stop, in words; crews are called by their vehicles.
  func statement(of remedy: RoutingRemedy) -> String {
    let name = phrases.solving.constraints[remedy.constraint.rawValue] ?? remedy.constraint.rawValue
    return phrases.solving.remedy(
      name, remedy.amount.map { amount(Int($0), of: remedy.constraint) },
      phrases.solving.vehicle(remedy.vehicle.position))
  }

  private func amount(_ amount: Int, of constraint: RoutingConstraint) -> String {
    switch constraint {
    case .maxDistance: phrases.solving.kilometres(amount / 10_000)
    case .capacity, .maxStops: "+\(amount)"
    default: phrases.solving.minutes(amount / 60)
    }
  }

  /// Why a stop is left out, in words; costs are those that are published.
  func statement(of reason: UnservedReason, scale: Int) -> String {
    switch reason {
    case .notWorthwhile(let cost):
      return phrases.solving.notWorthwhile(
        SolveReport.text(Double(cost.value) / Double(scale)))
    case .barred(let constraints):
      let names = constraints.map { phrases.solving.constraints[$0.rawValue] ?? $0.rawValue }
      return phrases.solving.barred(names.joined(separator: phrases.remarks.comma))
    case .severalConstraints: return phrases.solving.severalConstraints
    case .unreachable: return phrases.solving.unreachable
    }
  }
}
