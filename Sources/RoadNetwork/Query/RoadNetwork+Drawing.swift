public import Quantities

extension RoadNetwork {
  /// Roads with any part in `bounds` and of `minimumClass` or a higher one, in the order of the
  /// file; ferries always.
  ///
  /// - Parameters:
  ///   - bounds: what the map shows.
  ///   - minimumClass: the least road to draw, in the order of ``RoadClass``.
  /// - Returns: one line a stretch of road, each at full length.
  public func streets(
    in bounds: CoordinateBounds, minimumClass: RoadClass
  ) -> [StreetLine] {
    roads(in: bounds).compactMap { road in
      let record = sections.streets[Int(sections.roads[road].street)]
      let isShown =
        record.roadClass <= minimumClass.rawValue || record.roadClass == RoadClass.ferry.rawValue
      guard isShown else { return nil }
      return StreetLine(
        road: Index(road), street: sections.street(road),
        points: sections.line(of: UInt32(road * 2)))
    }
  }

  /// Scenery whose box meets `bounds`, in the order of the draft.
  public func scenery(in bounds: CoordinateBounds) -> [RoadDraft.Scenery] {
    sections.scenery.indices.compactMap { number in
      let record = sections.scenery[number]
      guard record.south <= bounds.northEast.latitude, record.north >= bounds.southWest.latitude,
        record.west <= bounds.northEast.longitude, record.east >= bounds.southWest.longitude,
        let kind = UInt8(exactly: record.kind).flatMap(RoadDraft.Scenery.Kind.init)
      else { return nil }
      let rings = sections.ringStarts.range(number).map { ring in
        sections.ringPointStarts.range(ring).map { sections.ringPoints[$0].coordinate }
      }
      return RoadDraft.Scenery(kind: kind, rings: rings, name: sections.text(record.name))
    }
  }

  /// Labels in `bounds`, the most important first and then in the order of the draft.
  public func labels(in bounds: CoordinateBounds) -> [RoadDraft.Label] {
    let shown = sections.labels.indices.filter {
      bounds.contains(sections.labels[$0].place.coordinate)
    }
    let sorted = shown.sorted {
      (sections.labels[$0].rank, $0) < (sections.labels[$1].rank, $1)
    }
    return sorted.map { number in
      let record = sections.labels[number]
      return RoadDraft.Label(
        names: sections.names(record.names), coordinate: record.place.coordinate,
        rank: UInt8(clamping: record.rank))
    }
  }

  /// Roads with a segment in a cell that `bounds` meets, and whose own box meets it, ascending.
  private func roads(in bounds: CoordinateBounds) -> [Int] {
    let shape = sections.gridShape.indices.map { Int(sections.gridShape[$0]) }
    func cells(_ low: Int32, _ high: Int32, _ origin: Int, _ size: Int, _ count: Int) -> Range<Int>
    {
      let first = (Int(low) - origin) / size
      let last = (Int(high) - origin) / size
      guard Int(high) >= origin, first < count, low <= high else { return 0..<0 }
      return max(0, first)..<min(count, last + 1)
    }
    let rows = cells(
      bounds.southWest.latitude, bounds.northEast.latitude, shape[0], shape[2], shape[4])
    let columns = cells(
      bounds.southWest.longitude, bounds.northEast.longitude, shape[1], shape[3], shape[5])
    var isFound = [Bool](repeating: false, count: sections.roads.count)
    for row in rows {
      for column in columns {
        for entry in sections.gridStarts.range(row * shape[5] + column) {
          isFound[Int(sections.grid[entry].road)] = true
        }
      }
    }
    return isFound.indices.filter { isFound[$0] && touches($0, bounds) }
  }

  private func touches(_ road: Int, _ bounds: CoordinateBounds) -> Bool {
    let points = sections.pointStarts.range(road).lazy.map { self.sections.points[$0].coordinate }
    guard let box = CoordinateBounds(around: points) else { return false }
    return box.southWest.latitude <= bounds.northEast.latitude
      && box.northEast.latitude >= bounds.southWest.latitude
      && box.southWest.longitude <= bounds.northEast.longitude
      && box.northEast.longitude >= bounds.southWest.longitude
  }
}
