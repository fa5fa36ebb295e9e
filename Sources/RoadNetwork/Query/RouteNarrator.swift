import Quantities

/// Turns a path through the graph into a line to draw and instructions.
struct RouteNarrator {
  /// One road of the path.
  struct Leg {
    var vertex: UInt32
    var edge: UInt32
    /// The cost from the trip's start to where the road is entered, the turn into it included.
    var entered: TravelCost
    var line: [Coordinate]
    /// Where its line starts in the route's geometry.
    var firstPoint: Int
    var street: StreetRecord
  }

  let ends: TripEnds
  let path: RoadPath
  let source: RoadPosition
  let target: RoadPosition

  private var sections: RoadSections { ends.sections }

  /// The route.
  func route() -> RoadRoute {
    var geometry: [Coordinate] = []
    let legs = legs(&geometry)
    // A trip from or to the very end of a road has a leg of no length, which is not worth a word.
    var leg = legs.count > 1 && legs[0].line.count < 2 ? 1 : 0
    let last = legs.count - (legs[legs.count - 1].line.count < 2 ? 1 : 0)
    var marks: [Mark] = [Mark(leg: leg, manoeuvre: .depart)]
    leg += 1
    while leg < last {
      if isRoundabout(legs[leg]), !isRoundabout(legs[leg - 1]) {
        let (exit, after) = circle(legs, from: leg)
        marks.append(Mark(leg: leg, manoeuvre: .roundabout(exit: exit), streetLeg: after))
        leg = after
      } else if let manoeuvre = manoeuvre(legs, into: leg) {
        marks.append(Mark(leg: leg, manoeuvre: manoeuvre))
      }
      leg += 1
    }
    return RoadRoute(
      duration: Seconds(path.cost.roundedSeconds),
      distance: Distance(decimetres: Int32(path.cost.distance)), geometry: geometry,
      steps: steps(marks, legs, geometry))
  }

  // MARK: The line

  private func legs(_ geometry: inout [Coordinate]) -> [Leg] {
    var legs: [Leg] = []
    var entered = TravelCost.zero
    for (position, vertex) in path.vertices.enumerated() {
      let record = ends.network.graph.vertices[Int(vertex)]
      if position > 0 { entered = entered + turnCost(path.vertices[position - 1], vertex) }
      let isFirst = position == 0
      let isLast = position == path.vertices.count - 1
      let line = cut(record.edge, isFirst: isFirst, isLast: isLast)
      let firstPoint = max(0, geometry.count - 1)
      geometry += geometry.last == line[0] ? line.dropFirst() : line[...]
      legs.append(
        Leg(
          vertex: vertex, edge: record.edge, entered: entered, line: line, firstPoint: firstPoint,
          street: street(of: record.edge)))
      let whole = TravelCost(
        duration: record.duration, distance: sections.roads[Int(record.edge >> 1)].length)
      let skipped = isFirst ? ends.prefix(of: record.edge, at: source) : .zero
      entered = TravelCost(packed: entered.packed + whole.packed - skipped.packed)
    }
    return legs
  }

  /// The line of a directed road, cut at the trip's ends.
  private func cut(_ edge: UInt32, isFirst: Bool, isLast: Bool) -> [Coordinate] {
    let line = sections.line(of: edge)
    let first = isFirst ? cutPoint(source, edge, line) : 0
    let last = isLast ? cutPoint(target, edge, line) : line.count - 1
    var result = isFirst ? [source.coordinate] : [line[0]]
    if first < last { result += line[(first + 1)...last] }
    if isLast { result.append(target.coordinate) }
    return result.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The last point of a directed road's line that lies before a position on it.
  private func cutPoint(_ position: RoadPosition, _ edge: UInt32, _ line: [Coordinate]) -> Int {
    let length = Double(sections.roads[Int(edge >> 1)].length)
    let share = Double(position.along.decimetres) / length
    return RoadGeometry.locate(edge & 1 == 0 ? share : 1 - share, on: line).point
  }

  private func turnCost(_ from: UInt32, _ to: UInt32) -> TravelCost {
    for turn in ends.network.graph.turnStarts.range(Int(from))
    where ends.network.graph.turns[turn].head == to {
      return TravelCost(duration: ends.network.graph.turns[turn].cost, distance: 0)
    }
    return .zero
  }

  private func street(of edge: UInt32) -> StreetRecord {
    sections.streets[Int(sections.roads[Int(edge >> 1)].street)]
  }

  // MARK: What to do at each junction

  private struct Mark {
    var leg: Int
    var manoeuvre: RoadStep.Manoeuvre
    /// The leg whose street the step names, where that is not the one entered.
    var streetLeg: Int?
  }

  private func isRoundabout(_ leg: Leg) -> Bool { leg.street.flags & 4 != 0 }

  /// Counts the exits of the roundabout entered with leg `first` up to the one taken, and gives
  /// the leg that leaves it.
  private func circle(_ legs: [Leg], from first: Int) -> (exit: Int, after: Int) {
    var exit = 0
    var leg = first
    while leg < legs.count, isRoundabout(legs[leg]) {
      let hasExit = ends.network.graph.turnStarts.range(Int(legs[leg].vertex)).contains {
        let head = ends.network.graph.vertices[Int(ends.network.graph.turns[$0].head)]
        return street(of: head.edge).flags & 4 == 0
      }
      if hasExit, leg < legs.count - 1 { exit += 1 }
      leg += 1
    }
    return (max(1, exit), min(leg, legs.count - 1))
  }

  private func manoeuvre(_ legs: [Leg], into leg: Int) -> RoadStep.Manoeuvre? {
    let (before, after) = (legs[leg - 1], legs[leg])
    let ferry = RoadClass.ferry.rawValue
    if after.street.roadClass == ferry {
      return before.street.roadClass == ferry ? nil : .boardFerry
    }
    if after.edge == before.edge ^ 1 { return .uTurn }
    let angle = angle(before.edge, after.edge)
    let others = ends.network.graph.turnStarts.range(Int(before.vertex)).compactMap { turn in
      let edge = ends.network.graph.vertices[Int(ends.network.graph.turns[turn].head)].edge
      return edge == after.edge || edge == before.edge ^ 1 ? nil : self.angle(before.edge, edge)
    }
    let isSame =
      before.street.names == after.street.names
      && before.street.reference == after.street.reference
    let isNamed = !sections.nameStarts.range(Int(after.street.names)).isEmpty
    let renamed: RoadStep.Manoeuvre? = isSame || !isNamed ? nil : .goOn
    guard let nearest = others.min(by: { abs($0) < abs($1) }) else { return renamed }
    if abs(angle) < 20 {
      // A fork needs a word even though neither branch bends.
      if !isSame, abs(nearest) < 35 { return .turn(angle < nearest ? .slightLeft : .slightRight) }
      return renamed
    }
    if isSame, abs(angle) < 40, abs(nearest) > abs(angle) + 10 { return nil }
    return .turn(Self.bend(angle))
  }

  private static func bend(_ angle: Double) -> RoadStep.Bend {
    switch abs(angle) {
    case ..<50: angle < 0 ? .slightLeft : .slightRight
    case ..<125: angle < 0 ? .left : .right
    default: angle < 0 ? .sharpLeft : .sharpRight
    }
  }

  private func angle(_ edge: UInt32, _ next: UInt32) -> Double {
    let arriving = sections.bearing(leaving: edge ^ 1) + 180
    let leaving = sections.bearing(leaving: next)
    return RoadGeometry.turn(from: arriving >= 360 ? arriving - 360 : arriving, to: leaving)
  }

  // MARK: Steps

  private func steps(_ marks: [Mark], _ legs: [Leg], _ geometry: [Coordinate]) -> [RoadStep] {
    var steps: [RoadStep] = []
    for (position, mark) in marks.enumerated() {
      let isLast = position == marks.count - 1
      let leg = legs[mark.leg]
      let start = position == 0 ? .zero : leg.entered
      let end = isLast ? path.cost : legs[marks[position + 1].leg].entered
      let endPoint = isLast ? geometry.count - 1 : legs[marks[position + 1].leg].firstPoint
      let named = legs[mark.streetLeg ?? mark.leg]
      steps.append(
        RoadStep(
          manoeuvre: mark.manoeuvre, coordinate: leg.line[0],
          bearing: bearing(of: leg),
          street: sections.street(Int(named.edge >> 1)),
          // Differences of rounded sums, so that steps add up to the whole.
          duration: Seconds(end.roundedSeconds - start.roundedSeconds),
          distance: Distance(decimetres: Int32(end.distance - start.distance)),
          geometry: leg.firstPoint..<endPoint + 1))
    }
    if let last = legs.last { steps.append(arrival(last, geometry)) }
    return steps
  }

  private func bearing(of leg: Leg) -> Int {
    let line = leg.line.count < 2 ? sections.line(of: leg.edge) : leg.line
    return Int(RoadGeometry.bearing(leaving: line).rounded()) % 360
  }

  private func arrival(_ leg: Leg, _ geometry: [Coordinate]) -> RoadStep {
    let line = leg.line.count < 2 ? sections.line(of: leg.edge) : leg.line
    let towards = RoadGeometry.bearing(leaving: line.reversed()) + 180
    let heading = towards.truncatingRemainder(dividingBy: 360)
    var side = RoadStep.Side.ahead
    if target.moved.decimetres >= 30 {
      let angle = RoadGeometry.turn(
        from: heading, to: target.coordinate.bearing(to: target.requested))
      if abs(angle) > 20, abs(angle) < 160 { side = angle < 0 ? .left : .right }
    }
    return RoadStep(
      manoeuvre: .arrive(side), coordinate: target.coordinate,
      bearing: Int(heading.rounded()) % 360, street: sections.street(Int(leg.edge >> 1)),
      duration: .zero, distance: .zero, geometry: geometry.count - 1..<geometry.count)
  }
}
