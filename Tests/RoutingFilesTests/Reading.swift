import Quantities
import RouteChecking
import RouteSolver
import RoutingFiles
import Testing

/// Texts as files.
func routingFile(
  _ text: String, name: String = "sketch", format: RoutingFileFormat? = nil
) throws -> RoutingFile {
  try RoutingFile(Array(text.utf8), name: name, format: format)
}

/// What is wrong with a text.
func fault(
  _ text: String, name: String = "sketch", format: RoutingFileFormat? = nil
) -> RoutingFileError? {
  do {
    _ = try RoutingFile(Array(text.utf8), name: name, format: format)
    return nil
  } catch {
    return error
  }
}

extension RoutingFile {
  /// The published value of a plan written as JSON.
  func value(of plan: String) throws -> Double {
    published(RouteChecker(problem).cost(of: try readPlan(Array(plan.utf8))))
  }

  /// The kinds of faults of a plan written as JSON.
  func faults(of plan: String) throws -> [RouteFault.Kind] {
    RouteChecker(problem).faults(in: try readPlan(Array(plan.utf8))).map(\.kind)
  }
}
