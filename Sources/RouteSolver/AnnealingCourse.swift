/// One cooling: a part of the search's time and how hot it begins.
struct AnnealingCycle {
  /// Where it begins and ends, as shares of the whole search.
  var begin = 0.0
  var end = 1.0
  /// The temperature it begins with, as a part of the first of all.
  var heat = 1.0
}

/// How a search whose end is known shares out its time.
///
/// Plans of few stops end in a different trap each time, so several are made from the beginning, by
/// short coolings, and what is best in each is brought together by later, milder ones
/// (``RouteSearch/recall()``). Where a plan needs more than half of the time, one long cooling has all
/// of it, in which the regions of the map get better one beside the other.
struct AnnealingCourse {
  /// Coolings from the beginning, one after the other, each by every search.
  let fresh: [AnnealingCycle]
  /// Coolings that go on from the plans found.
  let later: [AnnealingCycle]

  /// - Parameters:
  ///   - stops: how many stops there are.
  ///   - isLong: whether a plan needs so many iterations that others beside it seldom pay.
  ///   - searches: how many searches work side by side.
  ///   - iterations: how many iterations all of them will run, about.
  ///   - settings: the numbers of the search.
  init(
    stops: Int, isLong: Bool, searches: Int, iterations: Double, settings: SearchSettings
  ) {
    let stops = Double(max(stops, 1))
    let each =
      isLong ? settings.freshIterationsOfLong * stops * stops : settings.freshIterations * stops
    let plans = min(Double(settings.mostPlans), iterations * settings.freshShare / each)
    guard plans >= 2 else {
      fresh = [AnnealingCycle()]
      later = []
      return
    }
    fresh = Self.cycles(
      max(1, Int(plans) / searches), from: 0, to: settings.freshShare, heat: 1)
    later = Self.cycles(
      settings.laterCycles, from: settings.freshShare, to: 1, heat: settings.laterHeat)
  }

  private static func cycles(
    _ count: Int, from begin: Double, to end: Double, heat: Double
  ) -> [AnnealingCycle] {
    let length = (end - begin) / Double(count)
    return (0..<count).map { number in
      AnnealingCycle(
        begin: begin + length * Double(number), end: begin + length * Double(number + 1),
        heat: heat)
    }
  }
}
