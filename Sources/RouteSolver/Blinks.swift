import Quantities

/// Overlooks a place now and then, so that greedy insertion does not always choose alike.
///
/// A countdown between two blinks costs one subtraction a place where a draw would cost ten. It is a
/// class so that the search need not guard against overlapping access each time it asks.
final class Blinks {
  private var countdown: Int
  private let widest: Int
  private var chance: SeededGenerator

  /// Overlooks a part `rate` of all places on average.
  init(rate: Double, seed: UInt64) {
    widest = max(1, Int(2 / rate) - 1)
    chance = SeededGenerator(seed: seed)
    countdown = 1 + chance.below(widest)
  }

  /// Whether to overlook the next place.
  @inline(__always)
  func next() -> Bool {
    countdown -= 1
    if countdown > 0 { return false }
    countdown = 1 + chance.below(widest)
    return true
  }
}
