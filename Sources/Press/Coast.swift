import Quantities

/// Turns pieces of coastline into areas of land within a box.
///
/// OpenStreetMap draws coasts with the land on the left. Pieces are joined end to end, cut at the
/// box, and closed along its edge so that land stays on the left.
struct Coast {
  /// Areas of land in the box; `nil` when no coast touches it, so that all of it is land.
  static func land(from pieces: [[Point]], in box: Box) -> [[Point]]? {
    var rings: [[Point]] = []
    var sure: [[Point]] = []
    var unsure: [[Point]] = []
    for chain in joined(pieces) {
      let isClosed = chain.count > 3 && chain.first == chain.last
      if isClosed, chain.allSatisfy(box.contains) {
        rings.append(chain)
      } else if isClosed {
        sure += clipped(chain, isClosed: true, to: box)
      } else {
        unsure += clipped(chain, isClosed: false, to: box)
      }
    }
    // Open chains may end where the data end, and then the edge cannot be told apart.
    let cuts = [sure + unsure, sure].first { alternates($0, around: box) } ?? []
    if rings.isEmpty, cuts.isEmpty { return nil }
    let closed = closedAlongEdge(cuts, of: box)
    // A ring that runs clockwise on paper (y down) keeps the land outside: a hole, not an island.
    let hasIsland = rings.contains { signedArea($0) < 0 }
    if closed.isEmpty, !hasIsland { return [edge(of: box)] + rings }
    return closed + rings
  }

  /// Chains as long as pieces can be joined at equal ends.
  static func joined(_ pieces: [[Point]]) -> [[Point]] {
    var byStart: [Point: [Int]] = [:]
    for (index, piece) in pieces.enumerated() where piece.count > 1 {
      byStart[piece[0], default: []].append(index)
    }
    let ends = Set(pieces.filter { $0.count > 1 }.compactMap(\.last))
    var isUsed = [Bool](repeating: false, count: pieces.count)
    var chains: [[Point]] = []
    func follow(from index: Int) {
      var chain = pieces[index]
      isUsed[index] = true
      while let last = chain.last, last != chain[0],
        let next = byStart[last]?.first(where: { !isUsed[$0] })
      {
        isUsed[next] = true
        chain += pieces[next].dropFirst()
      }
      chains.append(chain)
    }
    // First those that nothing leads into, so that open chains are found whole.
    for (index, piece) in pieces.enumerated() where piece.count > 1 && !ends.contains(piece[0]) {
      follow(from: index)
    }
    for (index, piece) in pieces.enumerated() where piece.count > 1 && !isUsed[index] {
      follow(from: index)
    }
    return chains
  }

  /// The parts of a chain inside the box that begin and end on its edge.
  private static func clipped(_ chain: [Point], isClosed: Bool, to box: Box) -> [[Point]] {
    var points = chain
    if isClosed, let outside = chain.firstIndex(where: { !box.contains($0) }) {
      points = Array(chain[outside..<chain.count - 1] + chain[0...outside])
    }
    var parts: [[Point]] = []
    var current: [Point]?
    for (from, to) in zip(points, points.dropFirst()) {
      guard let (entry, exit) = crossing(from, to, box) else { continue }
      if current == nil, entry > 0 { current = [mix(from, to, entry)] }
      if exit >= 1 {
        current?.append(to)
      } else if var part = current {
        part.append(mix(from, to, exit))
        parts.append(part)
        current = nil
      }
    }
    return parts
  }

  /// Where a segment enters and leaves the box, as shares of it (Liang and Barsky, 1984).
  private static func crossing(_ from: Point, _ to: Point, _ box: Box) -> (Double, Double)? {
    var entry = 0.0
    var exit = 1.0
    let east = to.x - from.x
    let south = to.y - from.y
    for (direction, room) in [
      (-east, from.x - box.x), (east, box.right - from.x), (-south, from.y - box.y),
      (south, box.bottom - from.y),
    ] {
      if direction == 0 {
        if room < 0 { return nil }
        continue
      }
      let share = room / direction
      if direction < 0 { entry = max(entry, share) } else { exit = min(exit, share) }
    }
    return entry < exit ? (entry, exit) : nil
  }

  private static func mix(_ from: Point, _ to: Point, _ share: Double) -> Point {
    Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
  }

  /// Whether ends and starts of parts take turns along the edge, as they do on complete coasts.
  private static func alternates(_ parts: [[Point]], around box: Box) -> Bool {
    let places = parts.flatMap { part in
      [
        (at: position(part[0], on: box), isStart: true),
        (at: position(part[part.count - 1], on: box), isStart: false),
      ]
    }
    .sorted { $0.at < $1.at }
    guard let last = places.last else { return true }
    return zip([last] + places, places).allSatisfy { $0.isStart != $1.isStart }
  }

  /// Joins parts along the edge, anticlockwise on paper, from each end to the nearest start.
  private static func closedAlongEdge(_ parts: [[Point]], of box: Box) -> [[Point]] {
    let around = 2 * (box.width + box.height)
    var isUsed = [Bool](repeating: false, count: parts.count)
    var rings: [[Point]] = []
    for first in parts.indices where !isUsed[first] {
      var ring: [Point] = []
      var index = first
      repeat {
        isUsed[index] = true
        ring += parts[index]
        let end = position(parts[index][parts[index].count - 1], on: box)
        func gap(from end: Double, to point: Point) -> Double {
          let distance = position(point, on: box) - end
          return distance < 0 ? distance + around : distance
        }
        func gap(_ other: Int) -> Double { gap(from: end, to: parts[other][0]) }
        let open = parts.indices.filter { !isUsed[$0] || $0 == first }
        guard let next = open.min(by: { gap($0) < gap($1) }) else { break }
        let passed = edge(of: box).map { (corner: $0, gap: gap(from: end, to: $0)) }
        ring += passed.filter { $0.gap < gap(next) }.sorted { $0.gap < $1.gap }.map(\.corner)
        index = next
      } while index != first
      rings.append(ring)
    }
    return rings
  }

  /// How far round the edge a place lies, anticlockwise on paper from the upper left corner.
  private static func position(_ point: Point, on box: Box) -> Double {
    let left = abs(point.x - box.x)
    let right = abs(point.x - box.right)
    let top = abs(point.y - box.y)
    let bottom = abs(point.y - box.bottom)
    let nearest = min(left, right, top, bottom)
    if nearest == left { return point.y - box.y }
    if nearest == bottom { return box.height + point.x - box.x }
    if nearest == right { return box.height + box.width + box.bottom - point.y }
    return 2 * box.height + box.width + box.right - point.x
  }

  private static func edge(of box: Box) -> [Point] {
    [
      Point(x: box.x, y: box.y), Point(x: box.x, y: box.bottom),
      Point(x: box.right, y: box.bottom), Point(x: box.right, y: box.y),
    ]
  }

  /// Twice the area, negative when the ring runs anticlockwise on paper.
  private static func signedArea(_ ring: [Point]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }
}
