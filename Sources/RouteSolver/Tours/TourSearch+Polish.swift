import Quantities

extension TourSearch {
  /// A better order for the stops of one route, by travel time alone.
  ///
  /// Windows, breaks and limits are not looked at: whoever asks must check the route. Up to eight
  /// stops the order is the least in travel time.
  ///
  /// - Parameters:
  ///   - problem: where the stops belong.
  ///   - vehicle: whose route it is.
  ///   - stops: the stops in the order they have.
  ///   - kicks: how many kicks are tried; the default takes sixty stops about five milliseconds.
  ///   - seed: chance.
  /// - Returns: the stops in an order that takes no longer; the given one if none is shorter.
  static func polish(
    _ problem: CompiledProblem, vehicle: Int, stops: [Int], kicks: Int = 600, seed: UInt64 = 1
  ) -> [Int] {
    let route = RouteTour(problem, vehicle: vehicle, stops: stops)
    let given = route.givenOrder
    if route.costs.count <= ShortTour.mostNodes {
      let order = ShortTour.order(route.costs)
      return route.costs.length(of: order) < route.costs.length(of: given)
        ? route.route(order) : stops
    }
    var search = TourSearch(route.costs, start: given, seed: seed)
    let before = search.length
    _ = search.run(stop: AfterIterations(kicks))
    return search.bestLength < before ? route.route(search.order) : stops
  }
}
