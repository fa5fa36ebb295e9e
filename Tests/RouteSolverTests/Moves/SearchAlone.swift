import Quantities

@testable import RouteSolver

extension RouteSearch {
  /// A search that works alone.
  convenience init(
    _ problem: CompiledProblem, seed: UInt64, settings: SearchSettings = SearchSettings()
  ) {
    self.init(
      problem, neighbourhood: Neighbourhood(problem, width: settings.neighbours),
      recreateKeys: RecreateKeys(problem), seed: seed, settings: settings)
  }

  /// Begins from `start` and runs some iterations.
  func run(from start: RoutingPlan?, iterations: Int) {
    begin(from: start)
    run(iterations: iterations)
  }

  /// Runs some iterations from where it is.
  func run(iterations: Int) {
    let lap = SearchLap(
      first: 0, count: iterations, stride: 1,
      cooling: Cooling(hottest: startTemperature(isLong: false), settings: settings))
    _ = run(lap, stop: AfterIterations(iterations))
  }
}
