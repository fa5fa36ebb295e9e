extension MapPhrases {
  static let simplifiedChinese = MapPhrases(
    title: "总览图",
    north: "北",
    licence: { "\($0) · WGS-84坐标" },
    datum: "WGS-84坐标",
    base: "驻点",
    stop: "站点",
    route: "路线",
    mainRoad: "干道",
    otherRoad: "其他道路",
    ferry: "渡轮",
    water: "水域",
    wood: "林地、公园",
    builtUp: "建成区")
}
