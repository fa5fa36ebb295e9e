public import Quantities

/// A part of a road that can be reached within a time.
public struct ReachedStretch: Hashable, Sendable {
  /// The road, a position in its network.
  public let road: Index<Road>
  /// Where the part begins, from the road's start.
  public let from: Distance
  /// Where it ends; the same as ``from`` for a single point.
  public let to: Distance
  /// The line to draw, along the road; a single point where the part has no length.
  public let line: [Coordinate]
}

/// Says which parts of which roads a sweep reached.
struct StretchFinder {
  let ends: TripEnds
  let source: RoadPosition
  /// What it costs to enter each vertex's road.
  let costs: [TravelCost]

  private var sections: RoadSections { ends.sections }

  /// The parts reached within `limit` hundredths of a second, road by road in the file's order.
  ///
  /// Ferries are left out: nobody is anywhere on the water.
  func stretches(within limit: Int64) -> [ReachedStretch] {
    sections.roads.indices.flatMap { road -> [ReachedStretch] in
      let street = sections.streets[Int(sections.roads[road].street)]
      guard ends.network.isOpen(road: road), street.roadClass != RoadClass.ferry.rawValue else {
        return []
      }
      let parts = merged(parts(of: road, within: limit))
      guard !parts.isEmpty else { return [] }
      let line = sections.line(of: UInt32(road * 2))
      let length = Double(sections.roads[road].length)
      return parts.map { part in
        ReachedStretch(
          road: Index(road), from: Distance(decimetres: Int32(part.lowerBound)),
          to: Distance(decimetres: Int32(part.upperBound)),
          line: RoadGeometry.part(
            of: line, from: Double(part.lowerBound) / length, to: Double(part.upperBound) / length))
      }
    }
  }

  /// Parts of a road in decimetres from its start, in no order and perhaps overlapping.
  private func parts(of road: Int, within limit: Int64) -> [ClosedRange<Int64>] {
    let length = Int64(sections.roads[road].length)
    var parts: [ClosedRange<Int64>] = []
    for edge in [UInt32(road * 2), UInt32(road * 2 + 1)] {
      guard let origin = ends.origin(edge) else { continue }
      let duration = Int64(ends.network.duration(ofVertex: Int(origin)))
      var least = TravelCost.unreachable
      ends.network.eachVertex(ofEdge: edge) { least = min(least, costs[$0]) }
      /// Decimetres that can be gone in a time.
      func reach(_ time: Int64) -> Int64 { min(length, length * min(time, duration) / duration) }
      func add(_ part: ClosedRange<Int64>) {
        parts.append(
          edge & 1 == 0 ? part : length - part.upperBound...length - part.lowerBound)
      }
      if least < .unreachable, least.duration <= limit { add(0...reach(limit - least.duration)) }
      if source.road.position == road, ends.isKnown(source) {
        let along = Int64(source.along.decimetres)
        let start = edge & 1 == 0 ? along : length - along
        add(start...min(length, start + reach(limit)))
      }
    }
    return parts
  }

  private func merged(_ parts: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
    let sorted = parts.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return sorted.reduce(into: []) { merged, part in
      if let last = merged.last, part.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, part.upperBound)
      } else {
        merged.append(part)
      }
    }
  }
}
