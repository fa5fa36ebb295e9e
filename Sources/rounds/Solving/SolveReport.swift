import Foundation
import Quantities
import RouteSolver
import RoutingFiles

/// What `rounds solve --json` tells of a solved problem.
struct SolveReport: Encodable {
  struct LeftOut: Encodable {
    let node: Int
    let reason: String?
  }

  let file: String
  let output: String?
  let name: String
  let kind: String
  let format: String
  let stops: Int
  let vehicles: Int
  /// The published cost, or the score where that is the aim.
  let cost: Double
  let isScore: Bool
  let routes: [[Int]]
  let drivenBy: [Int]
  let leftOut: [LeftOut]
  let iterations: Int
  let seconds: Double
  let seed: UInt64
  let threads: Int

  init(
    _ answer: SolveRun.Answer, path: String, output: String?, reasons: [String]?,
    effort: SolveEffort
  ) {
    let problem = answer.file
    let solution = answer.solution
    file = path
    self.output = output
    name = problem.name
    kind = problem.kind
    format = problem.format.rawValue
    stops = problem.nodes.count
    vehicles = problem.problem.vehicles.count
    cost = answer.published
    isScore = problem.isScore
    routes = solution.routes.map { $0.visits.map { problem.nodes[$0.stop.position] } }
    drivenBy = solution.routes.map(\.vehicle.position)
    leftOut = solution.unserved.enumerated().map { position, left in
      LeftOut(node: problem.nodes[left.stop.position], reason: reasons?[position])
    }
    iterations = solution.iterations
    seconds = answer.seconds
    seed = effort.seed
    threads = effort.threads
  }

  /// A number, without a fraction where it has none.
  static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
