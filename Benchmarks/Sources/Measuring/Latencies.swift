/// The times of many like questions, in seconds.
public struct Latencies {
  private var sorted: [Double]

  /// Asks `questions` one by one and takes the elapsed time of each.
  public init<Question>(_ questions: [Question], _ ask: (Question) -> Void) {
    sorted = questions.map { question in
      let start = Spent.now().wall
      ask(question)
      return Spent.now().wall - start
    }
    sorted.sort()
  }

  /// How many there were.
  public var count: Int { sorted.count }
  /// The time that a share of them stayed below, as the peers' script counts it.
  public func quantile(_ share: Double) -> Double {
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
  /// The sum of all.
  public var total: Double { sorted.reduce(0, +) }
}
