import Quantities

extension TownSite {
  /// Lays the lattice: where crossings are, which stretches are missing, where traffic goes one
  /// way.
  mutating func layStreets() {
    eastings = lines(count: columns, wideGap: nil)
    northings = lines(count: rows, wideGap: riverRow)
    for row in 0..<rows {
      for column in 0..<columns {
        let isFixed = isAvenue(column: column) || isAvenue(row: row)
        let wobble = isFixed ? 3.0 : 9.0
        let east = eastings[column] + between(-wobble, wobble)
        let north = northings[row] + between(-wobble, wobble)
        let tags: MapExtractBuilder.TagPairs =
          isAvenue(column: column) && isAvenue(row: row) && rows > 3
          ? [("highway", "traffic_signals")] : []
        crossings.append(node(east, north, tags))
      }
    }
    chooseFlows()
    closeStretches()
  }

  /// Distances between lines of about a hundred and seventy metres, wider where the river runs; the
  /// middle of them is at 0.
  private mutating func lines(count: Int, wideGap: Int?) -> [Double] {
    var positions = [0.0]
    for line in 1..<count {
      let gap = line - 1 == wideGap ? 290 : between(140, 200)
      positions.append(positions[line - 1] + gap)
    }
    let middle = positions[count - 1] / 2
    return positions.map { $0 - middle }
  }

  /// Takes the stretches over the river away where there is no bridge, and a tenth of the side
  /// streets as well, as long as everything stays connected.
  private mutating func closeStretches() {
    var sets = DisjointSets(count: rows * columns)
    var closed: [(isEastward: Bool, index: Int, next: Int)] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let here = index(row, column)
        if column + 1 < columns {
          let isKept = isAvenue(row: row) || rowFlow[row] != 0 || chance.below(10) > 0
          eastward[here].isOpen = isKept
          if isKept { sets.join(here, here + 1) } else { closed.append((true, here, here + 1)) }
        }
        guard row + 1 < rows else { continue }
        if row == riverRow {
          northward[here].isOpen = hasBridge(column)
        } else {
          northward[here].isOpen =
            isAvenue(column: column) || columnFlow[column] != 0 || chance.below(10) > 0
          if !northward[here].isOpen { closed.append((false, here, here + columns)) }
        }
        if northward[here].isOpen { sets.join(here, here + columns) }
      }
    }
    for stretch in closed where sets.root(stretch.index) != sets.root(stretch.next) {
      sets.join(stretch.index, stretch.next)
      if stretch.isEastward {
        eastward[stretch.index].isOpen = true
      } else {
        northward[stretch.index].isOpen = true
      }
    }
  }

  /// Makes a third of the side streets one-way, neighbours in opposite directions.
  ///
  /// They are never broken, and both ends meet two-way avenues, so whoever stands in one can always
  /// leave it and come back.
  private mutating func chooseFlows() {
    var direction = 1
    for row in 0..<rows where !isAvenue(row: row) && chance.below(3) == 0 {
      rowFlow[row] = direction
      direction = -direction
    }
    for column in 0..<columns where !isAvenue(column: column) && chance.below(3) == 0 {
      columnFlow[column] = direction
      direction = -direction
    }
  }

  /// Turns the lattice into ways, cut where avenues meet so that turn rules have ways to name.
  mutating func drawStreets() {
    for row in 0..<rows { drawRow(row) }
    for column in 0..<columns { drawColumn(column) }
  }

  private mutating func drawRow(_ row: Int) {
    var start = 0
    while start < columns - 1 {
      var end = start
      while end < columns - 1, eastward[index(row, end)].isOpen {
        end += 1
        if isAvenue(column: end) || end == columns / 2 { break }
      }
      if end > start {
        var nodes = [crossings[index(row, start)]]
        for column in start..<end {
          if let middle = eastward[index(row, column)].middle { nodes.append(middle) }
          nodes.append(crossings[index(row, column + 1)])
        }
        let way = drawStreet(nodes, rowTags(row, isEast: start >= columns / 2), rowFlow[row])
        for column in start..<end { eastward[index(row, column)].way = way }
      }
      start = max(end, start + 1)
    }
  }

  private mutating func drawColumn(_ column: Int) {
    var start = 0
    while start < rows - 1 {
      var end = start
      let isBridge = start == riverRow
      while end < rows - 1, northward[index(end, column)].isOpen {
        end += 1
        if isBridge || isAvenue(row: end) { break }
      }
      if end > start {
        var nodes = [crossings[index(start, column)]]
        for row in start..<end {
          if let middle = northward[index(row, column)].middle { nodes.append(middle) }
          nodes.append(crossings[index(row + 1, column)])
        }
        var tags = columnTags(column, isNorth: start >= riverRow)
        if isBridge { tags += [("bridge", "yes"), ("layer", "1")] }
        let way = drawStreet(nodes, tags, columnFlow[column])
        for row in start..<end { northward[index(row, column)].way = way }
      }
      start = max(end, start + 1)
    }
  }

  /// Draws one way; against the flow the nodes are turned, except that now and then the map says
  /// `oneway=-1`, as real ones do.
  private mutating func drawStreet(
    _ nodes: [UInt32], _ tags: MapExtractBuilder.TagPairs, _ flow: Int
  ) -> Int64 {
    switch flow {
    case 0: return builder.way(nodes, tags)
    case 1: return builder.way(nodes, tags + [("oneway", "yes"), ("oneway:bicycle", "no")])
    default:
      if chance.below(8) == 0 { return builder.way(nodes, tags + [("oneway", "-1")]) }
      return builder.way(nodes.reversed(), tags + [("oneway", "yes")])
    }
  }
}
