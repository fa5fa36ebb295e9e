public import Briefing
public import RoadNetwork

extension DirectionStep {
  /// A road network's step, its road named in `language` where the map has such a name.
  public init(_ step: RoadStep, in language: Language) {
    let manoeuvre: Manoeuvre =
      switch step.manoeuvre {
      case .depart: .depart(CompassPoint(bearing: Double(step.bearing)))
      case .turn(.slightLeft): .slightLeft
      case .turn(.left): .left
      case .turn(.sharpLeft): .sharpLeft
      case .turn(.slightRight): .slightRight
      case .turn(.right): .right
      case .turn(.sharpRight): .sharpRight
      case .goOn: .straight
      case .uTurn: .uTurn
      case .roundabout(let exit): .roundabout(exit: exit)
      case .boardFerry: .ferry
      case .arrive(.left): .arrive(.left)
      case .arrive(.right): .arrive(.right)
      case .arrive(.ahead): .arrive(nil)
      }
    let isArrival = if case .arrive = step.manoeuvre { true } else { false }
    self.init(
      manoeuvre, road: isArrival ? "" : step.street.name(for: language),
      reference: isArrival ? "" : step.street.reference, distance: step.distance)
  }
}

extension RouteLeg {
  /// A road network's route as a leg of a sheet in `language`.
  public init(_ route: RoadRoute, in language: Language) {
    self.init(
      steps: route.steps.map { DirectionStep($0, in: language) }, line: route.geometry)
  }
}

extension Street {
  /// The name in the first of the language's tags that the map has, else the signposted one; not
  /// the number, which stands beside it.
  func name(for language: Language) -> String {
    names.name(for: language)
  }
}

extension [RoadDraft.Name] {
  /// The text in the first of the language's tags that is there, else the signposted one.
  func name(for language: Language) -> String {
    let tags =
      switch language {
      case .english: ["en", "zh-Latn-pinyin", "zh-Latn", "zh_pinyin"]
      case .simplifiedChinese: ["zh-Hans", "zh-CN", "zh"]
      }
    for tag in tags {
      if let name = first(where: { $0.language == tag }) { return name.text }
    }
    return first?.text ?? ""
  }
}
