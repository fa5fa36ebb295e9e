import Briefing
import RoadNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A direction on paper as a unit vector.
struct Direction {
  let east: Double
  let south: Double

  /// The direction `angle` radians clockwise from the right.
  init(_ angle: Double) {
    east = cos(angle)
    south = sin(angle)
  }
}

/// Finds where the names of roads can be written along them.
enum RoadNames {
  /// A name with the straight stretch that has the most room for it.
  struct Candidate {
    var text: String
    var place: Point
    /// Radians clockwise from the right, never upside down.
    var angle: Double
    /// How long the stretch is.
    var room: Double
    var rank: UInt8
  }

  /// One candidate a name, the most important roads first, then the longest stretches.
  static func candidates(
    _ streets: [MapStreet], projection: MapProjection, language: Language
  ) -> [Candidate] {
    var pieces: [String: (rank: UInt8, lines: [[Point]])] = [:]
    for street in streets {
      let points = projection.points(street.points)
      for text in Set([street.names.name(for: language), street.reference])
      where !text.isEmpty && text.count < 30 {
        let known = pieces[text]
        pieces[text] = (
          min(known?.rank ?? .max, street.roadClass.rawValue), (known?.lines ?? []) + [points]
        )
      }
    }
    var best: [String: Candidate] = [:]
    for (text, road) in pieces {
      for line in Coast.joined(road.lines) {
        guard let stretch = straightest(line, within: projection.box),
          stretch.length > (best[text]?.room ?? 0)
        else { continue }
        best[text] = Candidate(
          text: text, place: stretch.place, angle: stretch.angle, room: stretch.length,
          rank: road.rank)
      }
    }
    return best.values.sorted { ($0.rank, -$0.room, $0.text) < ($1.rank, -$1.room, $1.text) }
  }

  /// The longest stretch of a line in the box that bends by less than a third of a radian.
  private static func straightest(_ points: [Point], within box: Box) -> (
    place: Point, angle: Double, length: Double
  )? {
    var best: (place: Point, angle: Double, length: Double)?
    var start = 0
    while start < points.count - 1 {
      guard box.contains(points[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      let heading = atan2(points[end].y - points[start].y, points[end].x - points[start].x)
      while end + 1 < points.count, box.contains(points[end + 1]) {
        let next = atan2(points[end + 1].y - points[end].y, points[end + 1].x - points[end].x)
        guard abs(remainder(next - heading, 2 * .pi)) < 0.33 else { break }
        end += 1
      }
      let length = points[start].distance(to: points[end])
      if box.contains(points[end]), length > (best?.length ?? 0) {
        let place = Point(
          x: (points[start].x + points[end].x) / 2, y: (points[start].y + points[end].y) / 2)
        var angle = atan2(points[end].y - points[start].y, points[end].x - points[start].x)
        if angle > .pi / 2 { angle -= .pi }
        if angle <= -.pi / 2 { angle += .pi }
        best = (place, angle, length)
      }
      start = max(end, start + 1)
    }
    return best
  }
}
