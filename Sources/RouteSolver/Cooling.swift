import Quantities

/// How acceptance cools: the temperature falls with the cube of the time that is left.
///
/// The cube stands in for the usual geometric fall, and logarithms are summed by hand, so that no
/// mathematics library of the machine has a say in the plan.
struct Cooling {
  private let start: Double
  private let end: Double
  private var temperature: Double
  private var cycle: Range<Int>
  private let part: AnnealingCycle

  /// - Parameters:
  ///   - hottest: the first temperature of the whole search.
  ///   - part: the part of the search in which it cools, where its end is known.
  ///   - settings: the numbers of the search.
  init(hottest: Double, part: AnnealingCycle = AnnealingCycle(), settings: SearchSettings) {
    start = hottest * part.heat
    end = hottest * settings.endTemperature
    temperature = start
    cycle = 0..<settings.firstCycle
    self.part = part
  }

  /// Begins a new cycle if the last is over: without a known end, cycles get ever longer.
  ///
  /// - Returns: whether a new cycle begins.
  mutating func beginCycle(_ iterations: Int, _ fraction: Double?) -> Bool {
    guard fraction == nil, iterations >= cycle.upperBound else { return false }
    cycle = iterations..<(iterations + 2 * cycle.count)
    return true
  }

  /// Sets the temperature to what it should be by now.
  mutating func cool(_ iterations: Int, _ fraction: Double?) {
    let done =
      fraction.map { ($0 - part.begin) / (part.end - part.begin) }
      ?? Double(iterations - cycle.lowerBound) / Double(cycle.count)
    let left = 1 - min(max(done, 0), 1)
    temperature = end + (start - end) * left * left * left
  }

  /// How much worse than the current plan the next may be; at least 1, so that equals pass.
  func allowance(_ chance: inout SeededGenerator) -> Int64 {
    let draw = 1 - chance.unit()
    return 1 + Int64(-temperature * Self.logarithm(draw))
  }

  /// The natural logarithm of a positive number, by the series of the inverse hyperbolic tangent.
  static func logarithm(_ number: Double) -> Double {
    let ratio = (number.significand - 1) / (number.significand + 1)
    let square = ratio * ratio
    var sum = 0.0
    for odd in stride(from: 15.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    return 2 * ratio * sum + Double(number.exponent) * 0.693_147_180_559_945_3
  }
}
