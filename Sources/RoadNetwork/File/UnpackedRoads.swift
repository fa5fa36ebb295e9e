/// Roads, their lines and the grid over them, unpacked from a road file with every number verified.
struct UnpackedRoads: Sendable {
  let roads: [RoadRecord]
  /// The points of road `r`: `pointStarts[r] ..< pointStarts[r + 1]`; at least two.
  let pointStarts: [UInt32]
  let points: [PointRecord]

  /// Unpacks roads; `nil` if a number is out of range.
  static func roads(
    _ packed: FileArray<UInt8>, junctions: Int64, streets: Int
  ) -> [RoadRecord]? {
    var numbers = NumberReader(packed)
    let count = numbers.next()
    guard count < 1 << 28, count <= numbers.rest / 4 else { return nil }
    var roads: [RoadRecord] = []
    roads.reserveCapacity(count)
    var (from, to, street, next) = (0, 0, 0, 0)
    for _ in 0..<count {
      from = to &+ numbers.nextSigned()
      guard from >= 0, from < junctions else { return nil }
      next = max(next, from + 1)
      to = next &+ numbers.nextSigned()
      guard to >= 0, to < junctions else { return nil }
      next = max(next, to + 1)
      street &+= numbers.nextSigned()
      let length = numbers.next()
      guard street >= 0, street < streets, length > 0, length < 1 << 30 else { return nil }
      roads.append(
        RoadRecord(
          from: UInt32(from), to: UInt32(to), street: UInt32(street), length: UInt32(length)))
    }
    return numbers.isSound && numbers.rest == 0 ? roads : nil
  }

  /// Unpacks the lines of `roads`; `nil` if a number is out of range.
  init?(_ packed: FileArray<UInt8>, of roads: [RoadRecord]) {
    var numbers = NumberReader(packed)
    var starts: [UInt32] = [0]
    starts.reserveCapacity(roads.count + 1)
    var points: [PointRecord] = []
    points.reserveCapacity(packed.count / 4)
    var (latitude, longitude) = (0, 0)
    for _ in roads {
      let count = numbers.next()
      guard count >= 2, count <= numbers.rest / 2 else { return nil }
      for _ in 0..<count {
        latitude &+= numbers.nextSigned()
        longitude &+= numbers.nextSigned()
        guard abs(latitude) <= 900_000_000, abs(longitude) <= 1_800_000_000 else { return nil }
        points.append(PointRecord(latitude: Int32(latitude), longitude: Int32(longitude)))
      }
      starts.append(UInt32(truncatingIfNeeded: points.count))
    }
    guard numbers.isSound, numbers.rest == 0, points.count < 1 << 31 else { return nil }
    (self.roads, pointStarts, self.points) = (roads, starts, points)
  }

  /// Unpacks a grid of `cells`; `nil` if a number is out of range.
  func grid(
    _ packed: FileArray<UInt8>, cells: Int
  ) -> (starts: [UInt32], segments: [SegmentRecord])? {
    var numbers = NumberReader(packed)
    guard cells <= numbers.rest else { return nil }
    let roadOfPoint = roadOfPoint()
    var starts: [UInt32] = [0]
    starts.reserveCapacity(cells + 1)
    var segments: [SegmentRecord] = []
    segments.reserveCapacity(packed.count / 3)
    var first = 0
    for _ in 0..<cells {
      let count = numbers.next()
      guard count <= numbers.rest else { return nil }
      var point = first
      for position in 0..<count {
        point &+= numbers.nextSigned()
        if position == 0 { first = point }
        // A segment leads to the next point, which must be of the same road.
        guard point >= 0, point + 1 < points.count, roadOfPoint[point] == roadOfPoint[point + 1]
        else { return nil }
        segments.append(SegmentRecord(road: roadOfPoint[point], point: UInt32(point)))
      }
      starts.append(UInt32(truncatingIfNeeded: segments.count))
    }
    guard numbers.isSound, numbers.rest == 0, segments.count < 1 << 31 else { return nil }
    return (starts, segments)
  }

  private func roadOfPoint() -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(points.count)
    for road in 0..<UInt32(roads.count) {
      for _ in pointStarts.range(Int(road)) { result.append(road) }
    }
    return result
  }
}
