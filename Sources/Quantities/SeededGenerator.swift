/// Chance that repeats: the same seed gives the same sequence on any machine.
///
/// xoshiro256** by Blackman and Vigna (2018), its state filled by SplitMix64 as they advise. It may be
/// inlined, since a search draws more often than anything.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  @usableFromInline var state: (UInt64, UInt64, UInt64, UInt64)

  /// The sequence that belongs to `seed`.
  public init(seed: UInt64) {
    var mixer = seed
    func next() -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      var mixed = mixer
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
    state = (next(), next(), next(), next())
  }

  /// The next 64 bits of the sequence.
  @inlinable
  public mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A whole number in `0 ..< bound`, each as likely as the other (Lemire's method).
  ///
  /// - Precondition: `bound > 0`.
  @inlinable
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0)
    let limit = UInt64(bound)
    var (high, low) = next().multipliedFullWidth(by: limit)
    if low < limit {
      let threshold = (0 &- limit) % limit
      while low < threshold { (high, low) = next().multipliedFullWidth(by: limit) }
    }
    return Int(high)
  }

  /// A number in `0 ..< 1` with 53 random bits.
  @inlinable
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// One of `choices`, each as likely as the other.
  ///
  /// - Precondition: there is at least one.
  @inlinable
  public mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }

  /// Puts `elements` in an order drawn from all orders alike (Fisher–Yates).
  @inlinable
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, through: 1, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }
}
