import Quantities

extension Phrasebook {
  /// A step of the way in words, with a sign for the eye.
  public func line(for step: DirectionStep) -> DirectionLine {
    let road = Self.roadName(step)
    let (sign, text) = words(for: step.manoeuvre, road: road)
    let distance = step.distance > .zero ? language.distance(step.distance) : ""
    return DirectionLine(sign: sign, text: text, distance: distance)
  }

  private static func roadName(_ step: DirectionStep) -> String {
    if step.reference.isEmpty || step.road.contains(step.reference) { return step.road }
    return step.road.isEmpty ? step.reference : "\(step.road) (\(step.reference))"
  }

  private func words(for manoeuvre: DirectionStep.Manoeuvre, road: String) -> (String, String) {
    switch manoeuvre {
    case .depart(let point): ("●", directions.depart(point, road))
    case .straight: ("↑", directions.straight(road))
    case .slightLeft: ("↖", directions.slightLeft(road))
    case .left: ("←", directions.left(road))
    case .sharpLeft: ("↙", directions.sharpLeft(road))
    case .slightRight: ("↗", directions.slightRight(road))
    case .right: ("→", directions.right(road))
    case .sharpRight: ("↘", directions.sharpRight(road))
    case .uTurn: ("↓", directions.uTurn(road))
    case .keep(.left): ("↖", directions.keepLeft(road))
    case .keep(.right): ("↗", directions.keepRight(road))
    case .roundabout(let exit): ("○", directions.roundabout(exit, road))
    case .ferry: ("△", directions.ferry(road))
    case .arrive(nil): ("■", directions.arriveAhead)
    case .arrive(.left): ("■", directions.arriveLeft)
    case .arrive(.right): ("■", directions.arriveRight)
    }
  }
}
