public import Quantities

extension RoadNetwork {
  /// The same map under other conditions; the file is not built again, nor even read.
  ///
  /// Positions of one network are good in the other, unless their road is closed. Where a closure
  /// cuts places off from the rest, they are not reached. Adapt the network that was opened: one that
  /// was adapted has forgotten the usual speeds and hours.
  ///
  /// - Parameters:
  ///   - conditions: what differs from the usual.
  ///   - modes: the travel modes to adapt; others are left out. All that the map has by default.
  /// - Returns: a network of its own, which shares the roads with this one.
  public func adapted(to conditions: RoadConditions, modes: [TravelMode]? = nil) -> RoadNetwork {
    adapted(toEach: [conditions], modes: modes)[0]
  }

  /// The same map under each of several conditions, such as those of the hours of a day.
  ///
  /// - Complexity: the order's arcs are found once for a mode, each of `conditions` then costs one
  ///   customisation, see `Customisation`.
  public func adapted(
    toEach conditions: [RoadConditions], modes: [TravelMode]? = nil
  ) -> [RoadNetwork] {
    var adapted = [[ModeNetwork]](repeating: [], count: conditions.count)
    for mode in modes ?? summary.modes.map(\.mode) {
      guard let network = network(for: mode) else { continue }
      let adapter = ModeAdapter(network, sections)
      for (position, conditions) in conditions.enumerated() {
        adapted[position].append(adapter.adapted(to: conditions))
      }
    }
    return adapted.map { RoadNetwork(self, modes: $0) }
  }
}

/// Makes networks of one travel mode for other conditions.
struct ModeAdapter {
  private let network: ModeNetwork
  private let sections: RoadSections
  private let topology: UpwardTopology

  /// An adapter of one travel mode's network.
  init(_ network: ModeNetwork, _ sections: RoadSections) {
    (self.network, self.sections) = (network, sections)
    let graph = network.graph
    let neighbours = Neighbours(
      count: graph.vertices.count, turns: { graph.turnStarts.range($0) },
      head: { graph.turns[$0].head })
    topology = UpwardTopology(neighbours, Ranking(order: Array(0..<UInt32(graph.vertices.count))))
  }

  /// The network under `conditions`.
  func adapted(to conditions: RoadConditions) -> ModeNetwork {
    let areas = conditions.avoidedAreas.filter { $0.modes.contains(network.mode) }
      .compactMap { AreaOutline($0.outline) }
    let hourly = conditions.minuteOfWeek.map { network.hours.closed(at: $0) }
    var isClosed = closedEdges(conditions, areas)
    for edge in hourly?.edges ?? [] { isClosed[Int(edge)] = true }
    let percents = percents(conditions)
    let graph = network.graph.adapted(
      isClosed: isClosed, forbiddenTurns: hourly?.turns ?? [],
      duration: { vertex in
        let road = sections.roads[Int(vertex.edge >> 1)]
        let percent = percents[Int(sections.streets[Int(road.street)].roadClass)]
        let hundredths = (UInt64(vertex.duration) * 100 + percent / 2) / percent
        return UInt32(min(max(1, hundredths), UInt64(TravelCost.longestDuration)))
      })
    var customisation = Customisation(topology)
    for tail in graph.vertices.indices {
      let record = graph.vertices[tail]
      let length = sections.roads[Int(record.edge >> 1)].length
      for turn in graph.turnStarts.range(tail) {
        let turn = graph.turns[turn]
        customisation.add(
          from: UInt32(tail), to: turn.head,
          cost: TravelCost(duration: record.duration + turn.cost, distance: length))
      }
    }
    customisation.run()
    return ModeNetwork(network, graph, ModeHierarchy(customisation), avoiding: areas)
  }

  /// By directed road, whether the conditions close it.
  private func closedEdges(_ conditions: RoadConditions, _ areas: [AreaOutline]) -> [Bool] {
    sections.roads.indices.flatMap { road in
      let isClosed =
        conditions.closedRoads.contains(Index(road))
        || !areas.isEmpty && areas.contains { $0.touches(sections.line(of: UInt32(road * 2))) }
      return [isClosed, isClosed]
    }
  }

  /// The per cent of its usual speed on each class of road.
  private func percents(_ conditions: RoadConditions) -> [UInt64] {
    RoadClass.allCases.map { UInt64(min(max(1, conditions.speeds[$0] ?? 100), 1000)) }
  }
}
