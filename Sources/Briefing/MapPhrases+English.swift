extension MapPhrases {
  static let english = MapPhrases(
    title: "Overview",
    north: "N",
    licence: { "\($0) · WGS-84" },
    datum: "WGS-84",
    base: "Base",
    stop: "Stop",
    route: "Route",
    mainRoad: "Main road",
    otherRoad: "Other road",
    ferry: "Ferry",
    water: "Water",
    wood: "Wood, park",
    builtUp: "Built-up")
}
