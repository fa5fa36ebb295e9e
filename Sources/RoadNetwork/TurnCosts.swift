#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What turning costs a travel mode.
///
/// The shape is that of OSRM's `process_turn` (profiles/car.lua, profiles/bicycle.lua): a sigmoid
/// of the angle, biased towards the side that does not cross oncoming traffic, and flat costs beside.
public struct TurnCosts: Hashable, Sendable {
  /// The cost of the sharpest turn, in hundredths of a second.
  public var sharpest: UInt32
  /// How much dearer the far side of the road is, in thousandths; 1000 for no difference.
  public var bias: UInt32
  /// Crossing a lane of oncoming traffic, in hundredths of a second.
  public var crossing: UInt32
  /// Turning back along the same road, in hundredths of a second.
  public var uTurn: UInt32
  /// Passing traffic lights, in hundredths of a second.
  public var signal: UInt32

  /// The most that any single cost may be: an hour, in hundredths of a second.
  public static let most: UInt32 = 360_000
  /// What a bias may be, in thousandths.
  public static let biases: ClosedRange<UInt32> = 250...4000

  /// Turns that cost nothing.
  public static let free = TurnCosts(sharpest: 0, bias: 1000, crossing: 0, uTurn: 0, signal: 0)

  /// Costs in hundredths of a second, `bias` in thousandths.
  public init(sharpest: UInt32, bias: UInt32, crossing: UInt32, uTurn: UInt32, signal: UInt32) {
    self.sharpest = sharpest
    self.bias = bias
    self.crossing = crossing
    self.uTurn = uTurn
    self.signal = signal
  }

  /// Whether every number is within its bounds.
  var isSound: Bool {
    [sharpest, crossing, uTurn, signal].allSatisfy { $0 <= Self.most }
      && Self.biases.contains(bias)
  }

  /// The cost of one turn.
  ///
  /// - Parameters:
  ///   - angle: −180 … 180 degrees, right is positive.
  ///   - isUTurn: whether it goes back along the same road.
  ///   - isChoice: whether the junction has more than two roads, so that one slows down.
  ///   - hasOncoming: whether the road come from carries traffic the other way.
  ///   - hasSignal: whether traffic lights stand at the junction.
  ///   - drivesOnLeft: whether traffic keeps left.
  /// - Returns: hundredths of a second, rounded.
  func cost(
    angle: Double, isUTurn: Bool, isChoice: Bool, hasOncoming: Bool, hasSignal: Bool,
    drivesOnLeft: Bool
  ) -> UInt32 {
    var cost = hasSignal ? Double(signal) : 0
    if isUTurn {
      cost += Double(uTurn)
    } else if isChoice, sharpest > 0 {
      let (sharpest, bias) = (Double(sharpest), Double(bias) / 1000)
      // The near side is right where traffic keeps right.
      let near = drivesOnLeft ? -angle : angle
      cost +=
        near >= 0
        ? sharpest / (1 + exp(-((13 / bias) * near / 180 - 6.5 * bias)))
        : sharpest / (1 + exp(-((13 * bias) * -near / 180 - 6.5 / bias)))
      if near < -45, hasOncoming { cost += Double(crossing) }
    }
    return UInt32(cost.rounded())
  }
}
