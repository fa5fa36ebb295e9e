extension RoadPhrases {
  static let simplifiedChinese = RoadPhrases(
    offMap: { "\($0) 在地图之外，距地图 \($1)；地图范围为 \($2)。" },
    noRoadNear: { "\($0)：\($2)以内没有可供\($1)通行的道路。" },
    exchanged: "经度与纬度似乎颠倒；请先写纬度，或加 --lon-lat。",
    noPeriods: "没有列出时段的 roads.yaml；--periods 为每个时段各写一张表。",
    noMode: { "此地图没有可供\($0)通行的道路，只有\($1)。请用 rounds map build --modes 重新生成。" },
    noWay: { "从 \($0) 到 \($1) 无路可通。" },
    leg: { "第\($0)段：\($1)，\($2)" },
    whole: { "\($0)，\($1)" },
    moved: { "移动\($0)至\($1)" },
    unnamedRoad: "无名道路",
    side: {
      switch $0 {
      case .left: "在左侧"
      case .right: "在右侧"
      case nil: "在路上"
      }
    },
    compass: {
      switch $0 {
      case .north: "北"
      case .northEast: "东北"
      case .east: "东"
      case .southEast: "东南"
      case .south: "南"
      case .southWest: "西南"
      case .west: "西"
      case .northWest: "西北"
      }
    },
    candidate: { "\($0)  \($1)，面向\($3)时\($2)" },
    noCandidate: { "\($0)：附近没有合适的道路；可加大 --within。" },
    isochrone: { "\($0)以内：\($1)个区域，\($2)平方公里，道路\($3)" },
    tableWritten: { "\($0) × \($1) 个行程，其中\($2)个无路可通：\($3)" },
    placesOff: { "\($0)个地点附近没有道路，表中记为不可到达。" },
    noPlaces: { "\($0)：其中没有地点；请按行写纬度与经度。" },
    notPoints: { "\($0)：既不是地点表，也不是 GeoJSON 点（\($1)）。" },
    serving: { "正在 \($0) 答复，地图为 \($1)，可用方式：\($2)。按 Ctrl-C 结束。" },
    openToOthers: { "注意：\($0) 不是本机专用地址，凡能连上者均可查询，且未加密。" },
    servedOut: "已结束。",
    matrixAsked: { "行车时间取自 \($0)；该服务器会得知走访地点。" },
    matrixFault: { server, fault, found in
      let what =
        switch fault {
        case .badAddress: "不是矩阵服务器的地址；请写成 http://127.0.0.1:5000"
        case .noConnection: "无法连接；服务器是否在运行？"
        case .timedOut: "未在规定时间内答复"
        case .busy: "过于繁忙；请稍后再试"
        case .refused: "拒绝了请求；请看其自己的说明，并检查出行方式与地图"
        case .tooLarge: "的答复过大"
        case .notJSON: "的答复不合其格式；请检查 settings.yaml 中的 matrix"
        case .wrongSize: "给出的表格大小与请求不符"
        case .absurdValue: "给出了不可能的时间或距离"
        }
      return "\(server) \(what)\(found.isEmpty ? "" : "（\(found)）")。"
    })
}
