extension DirectionPhrases {
  static let english = DirectionPhrases(
    depart: { compass, road in
      let point = RoadPhrases.english.compass(compass)
      return "Go \(point)\(road.isEmpty ? "" : " on \(road)")"
    },
    straight: { "Continue\($0.isEmpty ? "" : " on \($0)")" },
    slightLeft: { "Bear left\($0.isEmpty ? "" : " into \($0)")" },
    left: { "Turn left\($0.isEmpty ? "" : " into \($0)")" },
    sharpLeft: { "Turn sharp left\($0.isEmpty ? "" : " into \($0)")" },
    slightRight: { "Bear right\($0.isEmpty ? "" : " into \($0)")" },
    right: { "Turn right\($0.isEmpty ? "" : " into \($0)")" },
    sharpRight: { "Turn sharp right\($0.isEmpty ? "" : " into \($0)")" },
    uTurn: { "Turn round\($0.isEmpty ? "" : " on \($0)")" },
    keepLeft: { "Keep left\($0.isEmpty ? "" : " on \($0)")" },
    keepRight: { "Keep right\($0.isEmpty ? "" : " on \($0)")" },
    roundabout: { "Roundabout: exit \($0)\($1.isEmpty ? "" : ", \($1)")" },
    ferry: { "Take the ferry\($0.isEmpty ? "" : " \($0)")" },
    arriveAhead: "Arrive",
    arriveLeft: "Arrive: door on the left",
    arriveRight: "Arrive: door on the right")
}
