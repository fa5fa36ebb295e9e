import Testing

/// The route checker may know what problems and solutions look like, and nothing of how the solver
/// finds them: otherwise a mistake of the solver could pass its own judgement.
@Suite("The independence of the route checker")
struct CheckerTests {
  /// The functions that other targets can call; without `@testable` there are no others.
  private static func functions(of target: String) -> Set<String> {
    Set(
      SourceTree.swiftFiles(in: "Sources/" + target).flatMap { file in
        SwiftCode(file.text).lines.flatMap { line in
          line.matches(of: /\b(?:public|package)\b.*\bfunc\s+(\w+)/).map { String($0.output.1) }
        }
      })
  }

  @Test("it calls none of the solver's functions")
  func calls() throws {
    let foreign = Self.functions(of: "RouteSolver")
    #expect(foreign.contains("solve") && foreign.contains("relaxing"))
    for file in SourceTree.swiftFiles(in: "Sources/RouteChecking") {
      for (number, line) in SwiftCode(file.text).lines.enumerated() {
        for match in line.matches(of: /\b(\w+)\s*\(/) where foreign.contains(String(match.output.1))
        {
          Issue.record("\(file.path):\(number + 1) calls \(match.output.1) of the solver")
        }
      }
    }
  }

  @Test("of the solver's types it names those of problems, plans and solutions alone")
  func types() throws {
    let shared: Set<String> = [
      "RoutingProblem", "RoutingStop", "RoutingVehicle", "RoutingBreak", "RoutingLocation",
      "RoutingSpacing", "RoutingAffinity", "ContinuousDriving", "TravelMatrix", "HorizonSpan",
      "ObjectiveWeights", "RoutingPlan", "RoutingSolution", "SolvedRoute", "SolvedVisit",
      "SolvedLeg", "SolvedBreak", "UnservedStop", "UnservedReason", "CostParts",
    ]
    let types = Set(
      SourceTree.swiftFiles(in: "Sources/RouteSolver").flatMap { file in
        SwiftCode(file.text).lines.flatMap { line in
          line.matches(of: /\b(?:struct|class|enum|protocol)\s+(\w+)/).map { String($0.output.1) }
        }
      })
    #expect(types.isSuperset(of: shared))
    for file in SourceTree.swiftFiles(in: "Sources/RouteChecking") {
      for (number, line) in SwiftCode(file.text).lines.enumerated() {
        for match in line.matches(of: /\b([A-Z]\w+)\b/) {
          let name = String(match.output.1)
          // Names of inner types, such as `Limit`, mean the checker's own here.
          guard types.contains(name), !shared.contains(name) else { continue }
          Issue.record("\(file.path):\(number + 1) names \(name) of the solver")
        }
        #expect(!line.contains("@testable"), "\(file.path):\(number + 1)")
      }
    }
  }
}
