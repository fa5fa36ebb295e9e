public import Quantities

/// Points to ask about, from a file that the peers' scripts read too.
public enum Points {
  /// The points in a file of `lon,lat` lines; lines that are none, such as a heading, are left out.
  public static func read(_ path: String) throws(BenchmarkFailure) -> [Coordinate] {
    let bytes = try Files.map(path)
    let text = String(decoding: bytes.copy(0..<bytes.count), as: UTF8.self)
    let points = text.split(whereSeparator: \.isNewline).compactMap { line -> Coordinate? in
      let fields = line.split(separator: ",").prefix(2).compactMap { Double($0) }
      guard fields.count == 2 else { return nil }
      return Coordinate(degreesLatitude: fields[1], longitude: fields[0])
    }
    guard !points.isEmpty else { throw BenchmarkFailure("\(path): no line is lon,lat") }
    return points
  }

  /// `count` points: those given, then copies of them that are moved by up to 200 m by chance.
  public static func grown(_ points: [Coordinate], to count: Int) -> [Coordinate] {
    var chance = SeededGenerator(seed: 20_000)
    func moved(_ units: Int32) -> Int32 { units + Int32(chance.below(36_000)) - 18_000 }
    return (0..<count).map { index in
      let point = points[index % points.count]
      if index < points.count { return point }
      return Coordinate(latitude: moved(point.latitude), longitude: moved(point.longitude))
    }
  }
}
