extension RouteSearch {
  /// Cuts a route in two: `stop` and what comes after it go to a like vehicle that has no stops, if
  /// there is one and something comes before `stop`.
  ///
  /// One stop alone seldom pays a route, so without this a search with long routes never finds a
  /// plan with one route more.
  func cutRoute(at stop: Int) {
    let vehicle = Int(trial.vehicle[stop])
    guard vehicle >= 0, isMine[vehicle], Int(trial.previous[stop]) < problem.stopCount else {
      return
    }
    let other = trial.roster.unused(like: vehicle, among: isMine)
    guard other >= 0 else { return }
    touch(vehicle)
    touch(other)
    var last = problem.stopCount + other
    var node = stop
    while node < problem.stopCount {
      let follower = Int(trial.next[node])
      trial.remove(node)
      trial.insert(node, after: last, vehicle: other)
      last = node
      node = follower
    }
  }
}
