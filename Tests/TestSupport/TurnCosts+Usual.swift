public import Quantities
public import RoadNetwork

extension TurnCosts {
  /// What turns cost in sketches and random towns: the numbers of the bundled profiles.
  public static let usual: [TravelMode: TurnCosts] = {
    let motor = TurnCosts(sharpest: 750, bias: 1075, crossing: 200, uTurn: 2000, signal: 200)
    let cycle = TurnCosts(sharpest: 600, bias: 1400, crossing: 100, uTurn: 1000, signal: 200)
    let foot = TurnCosts(sharpest: 0, bias: 1000, crossing: 0, uTurn: 100, signal: 200)
    return [.car: motor, .motorcycle: motor, .eBike: cycle, .bicycle: cycle, .foot: foot]
  }()
}
