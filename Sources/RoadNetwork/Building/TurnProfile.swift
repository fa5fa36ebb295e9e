import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What turning costs a travel mode, in hundredths of a second.
///
/// The shape is that of OSRM's `process_turn` (profiles/car.lua, profiles/bicycle.lua): a sigmoid
/// of the angle, biased towards the side that does not cross oncoming traffic, and flat costs beside.
struct TurnProfile: Equatable {
  /// The cost of the sharpest turn.
  var sharpest: Double
  /// How much dearer the far side of the road is; 1 for no difference.
  var bias: Double
  /// Crossing a lane of oncoming traffic.
  var crossing: Double
  var uTurn: Double
  var signal: Double

  /// The costs for a travel mode.
  init(_ mode: TravelMode) {
    switch mode {
    case .car, .motorcycle:
      (sharpest, bias, crossing, uTurn, signal) = (750, 1.075, 200, 2000, 200)
    case .eBike, .bicycle:
      (sharpest, bias, crossing, uTurn, signal) = (600, 1.4, 100, 1000, 200)
    case .foot:
      (sharpest, bias, crossing, uTurn, signal) = (0, 1, 0, 100, 200)
    }
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
    var cost = hasSignal ? signal : 0
    if isUTurn {
      cost += uTurn
    } else if isChoice, sharpest > 0 {
      // The near side is right where traffic keeps right.
      let near = drivesOnLeft ? -angle : angle
      cost +=
        near >= 0
        ? sharpest / (1 + exp(-((13 / bias) * near / 180 - 6.5 * bias)))
        : sharpest / (1 + exp(-((13 * bias) * -near / 180 - 6.5 / bias)))
      if near < -45, hasOncoming { cost += crossing }
    }
    return UInt32(cost.rounded())
  }
}
