extension TownSite {
  /// The name of a row's western or eastern half; riverside and ring have names of their own.
  func rowName(_ row: Int, isEast: Bool) -> TownNames.Name {
    let side: TownNames.Part = isEast ? ("东", "Dong") : ("西", "Xi")
    let english = isEast ? "East" : "West"
    if isRing(row: row) {
      let isNorth = row > riverRow
      return TownNames.joined(
        ("环城", "Huancheng"), isNorth ? ("北路", "Beilu") : ("南路", "Nanlu"),
        english: isNorth ? "North Road" : "South Road")
    }
    if isRiverside(row) {
      let bank: TownNames.Part = row == riverRow ? ("南路", "Nanlu") : ("北路", "Beilu")
      return TownNames.joined(
        ("滨河", "Binhe"), bank, english: row == riverRow ? "South Road" : "North Road")
    }
    let kind: TownNames.Part = isAvenue(row: row) ? ("路", "Lu") : ("街", "Jie")
    return half(TownNames.road(rank(ofRow: row), kind, isNorthSouth: false), kind, side, english)
  }

  /// The name of a column's southern or northern half.
  func columnName(_ column: Int, isNorth: Bool) -> TownNames.Name {
    if isRing(column: column) {
      let isEast = column > 0
      return TownNames.joined(
        ("环城", "Huancheng"), isEast ? ("东路", "Donglu") : ("西路", "Xilu"),
        english: isEast ? "East Road" : "West Road")
    }
    let kind: TownNames.Part = isAvenue(column: column) ? ("路", "Lu") : ("街", "Jie")
    let road = TownNames.road(rank(ofColumn: column), kind, isNorthSouth: true)
    return half(road, kind, isNorth ? ("北", "Bei") : ("南", "Nan"), isNorth ? "North" : "South")
  }

  /// 文昌路 becomes 文昌东路, Wenchang Donglu, Wenchang East Road.
  private func half(
    _ road: TownNames.Name, _ kind: TownNames.Part, _ side: TownNames.Part, _ english: String
  ) -> TownNames.Name {
    let stem = road.pinyin.split(separator: " ").first.map(String.init) ?? road.pinyin
    return TownNames.Name(
      chinese: String(road.chinese.dropLast()) + side.chinese + kind.chinese,
      pinyin: "\(stem) \(side.pinyin)\(kind.pinyin.lowercased())",
      english: "\(stem) \(english) \(kind.pinyin == "Jie" ? "Street" : "Road")")
  }

  /// The lines nearest the middle have the best-known names.
  private func rank(ofColumn column: Int) -> Int { Self.rank(column, middle: columns / 2) }

  private func rank(ofRow row: Int) -> Int { Self.rank(row, middle: rows / 2) }

  private static func rank(_ line: Int, middle: Int) -> Int {
    line >= middle ? (line - middle) * 2 : (middle - line) * 2 - 1
  }

  func rowTags(_ row: Int, isEast: Bool) -> MapExtractBuilder.TagPairs {
    tags(
      isRing: isRing(row: row), isMain: isRiverside(row) || row % 8 == 0,
      isAvenue: isAvenue(row: row), name: rowName(row, isEast: isEast))
  }

  func columnTags(_ column: Int, isNorth: Bool) -> MapExtractBuilder.TagPairs {
    tags(
      isRing: isRing(column: column), isMain: column % 8 == 0 || hasBridge(column),
      isAvenue: isAvenue(column: column), name: columnName(column, isNorth: isNorth))
  }

  private func tags(
    isRing: Bool, isMain: Bool, isAvenue: Bool, name: TownNames.Name
  ) -> MapExtractBuilder.TagPairs {
    if isRing {
      return [("highway", "primary"), ("maxspeed", "70"), ("ref", "S901")] + name.tags
    }
    if isAvenue {
      return isMain
        ? [("highway", "secondary"), ("maxspeed", "60")] + name.tags
        : [("highway", "tertiary"), ("maxspeed", "50")] + name.tags
    }
    return [("highway", "residential")] + name.tags
  }
}
