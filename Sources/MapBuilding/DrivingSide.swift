import Quantities
import RoadNetwork

/// Which side of the road traffic keeps to, place by place.
///
/// A way's own `driving_side` tag speaks first. Where the extract lies on both sides of a border at
/// which the side changes, such as that of Hong Kong, Macau or the Channel, each way's place decides;
/// elsewhere all ways follow the extract's tags, else its place.
struct DrivingSide {
  /// The side of the whole extract; `nil` where it changes within.
  private let whole: Bool?

  /// The sides of an extract.
  init(_ extract: MapExtract) {
    let (left, right) = Self.placed(extract)
    whole = left > 0 && right > 0 ? nil : Self.tagged(extract) ?? (left > right)
  }

  /// Whether traffic keeps left on a way with `tags` that begins at `place`.
  func isLeft(_ tags: Tags, at place: Coordinate) -> Bool {
    if tags.has(.driving_side, "left") { return true }
    if tags.has(.driving_side, "right") { return false }
    return whole ?? Self.isLeft(at: place)
  }

  /// What tags say: those of borders and places for all they hold; those of single roads only where
  /// they are a tenth of all, since elsewhere they mark the odd lane that swaps sides.
  private static func tagged(_ extract: MapExtract) -> Bool? {
    var areas = 0
    var roads = (left: 0, right: 0, all: 0)
    func side(_ tags: Tags) -> Int {
      tags.has(.driving_side, "left") ? 1 : tags.has(.driving_side, "right") ? -1 : 0
    }
    for index in 0..<extract.taggedNodeCount { areas += side(extract.taggedNode(index).tags) }
    for index in 0..<extract.relationCount { areas += side(extract.relation(index).tags) }
    if areas != 0 { return areas > 0 }
    for index in 0..<extract.wayCount {
      let tags = extract.way(index).tags
      guard tags[.highway] != nil else { continue }
      let side = side(tags)
      roads.all += 1
      roads.left += side > 0 ? 1 : 0
      roads.right += side < 0 ? 1 : 0
    }
    guard (roads.left + roads.right) * 10 > roads.all else { return nil }
    return roads.left > roads.right
  }

  /// Asks about a thousand roads spread over the extract on which side they lie.
  private static func placed(_ extract: MapExtract) -> (left: Int, right: Int) {
    var (left, right) = (0, 0)
    for position in stride(from: 0, to: extract.wayCount, by: max(1, extract.wayCount / 1000)) {
      let way = extract.way(position)
      guard way.tags[.highway] != nil, let first = extract.line(way).first else { continue }
      if isLeft(at: first) { left += 1 } else { right += 1 }
    }
    return (left, right)
  }

  /// Whether one drives on the left at `coordinate`, by coarse boxes.
  static func isLeft(at coordinate: Coordinate) -> Bool {
    HongKong.contains(coordinate)
      || (boxes.contains { $0.contains(coordinate) } && !MainlandChina.contains(coordinate))
  }

  private static let boxes =
    MainlandChina.leftHanded + [
      // Britain and Ireland, keeping clear of the French coast
      DegreeBox(50.5...61.0, -11.0...1.2), DegreeBox(51.05...61.0, 1.2...1.8),
      DegreeBox(49.85...50.5, -6.5 ... -3.0), DegreeBox(49.1...49.75, -2.8 ... -1.95),
      // Malta, Cyprus
      DegreeBox(35.7...36.1, 14.1...14.6), DegreeBox(34.5...35.75, 32.2...34.7),
      // Japan
      DegreeBox(24.0...30.0, 122.9...132.0), DegreeBox(30.0...34.8, 128.5...131.0),
      DegreeBox(30.0...41.6, 131.0...142.5), DegreeBox(41.6...45.6, 139.3...145.9),
      // Thailand, Malaysia, Singapore, Brunei, Indonesia, Timor
      DegreeBox(15.0...20.3, 98.3...101.0), DegreeBox(14.5...17.7, 101.0...104.7),
      DegreeBox(14.7...16.0, 104.7...105.3), DegreeBox(12.6...15.0, 99.3...102.3),
      DegreeBox(6.5...12.6, 98.2...100.6), DegreeBox(5.5...7.4, 99.6...103.0),
      DegreeBox(5.5...7.4, 115.0...119.3), DegreeBox(-11.0...5.5, 95.0...141.0),
      // Pakistan, India, Nepal, Bhutan, Bangladesh, Sri Lanka, the Maldives
      DegreeBox(24.0...30.0, 62.0...70.0), DegreeBox(30.0...34.0, 70.0...74.9),
      DegreeBox(34.0...36.5, 71.5...75.0), DegreeBox(5.5...27.2, 68.0...92.3),
      DegreeBox(21.9...28.0, 92.3...95.0), DegreeBox(27.2...31.0, 70.0...81.0),
      DegreeBox(27.2...28.3, 81.0...92.0), DegreeBox(31.0...35.0, 74.0...78.5),
      DegreeBox(-1.0...7.5, 72.5...73.8),
      // Australia, New Zealand, Papua New Guinea, Fiji
      DegreeBox(-44.0 ... -9.5, 112.0...154.5), DegreeBox(-47.5 ... -34.0, 166.0...179.0),
      DegreeBox(-12.0 ... -1.0, 141.0...156.0), DegreeBox(-19.5 ... -16.0, 176.8...180.0),
      // Southern and eastern Africa, Mauritius
      DegreeBox(-35.0 ... -17.5, 11.5...41.0), DegreeBox(-17.5 ... -12.5, 22.5...40.8),
      DegreeBox(-11.7...4.5, 31.0...41.9), DegreeBox(-20.6 ... -19.9, 57.2...57.9),
      // Jamaica, Bahamas, Trinidad, Barbados, Guyana and Suriname
      DegreeBox(17.6...18.6, -78.4 ... -76.1), DegreeBox(22.5...27.3, -79.4 ... -73.0),
      DegreeBox(10.0...11.4, -61.9 ... -60.4), DegreeBox(13.0...13.4, -59.7 ... -59.4),
      DegreeBox(2.0...8.6, -60.0 ... -54.0),
    ]
}
