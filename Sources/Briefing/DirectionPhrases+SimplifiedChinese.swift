extension DirectionPhrases {
  static let simplifiedChinese = DirectionPhrases(
    depart: { compass, road in
      let point = RoadPhrases.simplifiedChinese.compass(compass)
      return "向\(point)出发\(road.isEmpty ? "" : "，沿\(road)")"
    },
    straight: { "直行\($0.isEmpty ? "" : "，沿\($0)")" },
    slightLeft: { "稍向左\($0.isEmpty ? "" : "，进入\($0)")" },
    left: { "左转\($0.isEmpty ? "" : "进入\($0)")" },
    sharpLeft: { "向左后方转\($0.isEmpty ? "" : "进入\($0)")" },
    slightRight: { "稍向右\($0.isEmpty ? "" : "，进入\($0)")" },
    right: { "右转\($0.isEmpty ? "" : "进入\($0)")" },
    sharpRight: { "向右后方转\($0.isEmpty ? "" : "进入\($0)")" },
    uTurn: { "掉头\($0.isEmpty ? "" : "，沿\($0)")" },
    keepLeft: { "靠左\($0.isEmpty ? "" : "，沿\($0)")" },
    keepRight: { "靠右\($0.isEmpty ? "" : "，沿\($0)")" },
    roundabout: { "环岛第\($0)出口\($1.isEmpty ? "" : "，进入\($1)")" },
    ferry: { "乘渡轮\($0.isEmpty ? "" : " \($0)")" },
    arriveAhead: "到达",
    arriveLeft: "到达，门在左侧",
    arriveRight: "到达，门在右侧")
}
