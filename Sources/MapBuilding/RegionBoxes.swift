import Quantities

/// A box of whole-ish degrees, for telling countries apart coarsely.
struct DegreeBox: Sendable {
  let latitude: ClosedRange<Double>
  let longitude: ClosedRange<Double>

  init(_ latitude: ClosedRange<Double>, _ longitude: ClosedRange<Double>) {
    self.latitude = latitude
    self.longitude = longitude
  }

  func contains(_ coordinate: Coordinate) -> Bool {
    latitude.contains(coordinate.degreesLatitude)
      && longitude.contains(coordinate.degreesLongitude)
  }
}

/// Mainland China in coarse boxes: good enough for habits, not for borders.
enum MainlandChina {
  static func contains(_ coordinate: Coordinate) -> Bool {
    inside.contains { $0.contains(coordinate) } && !outside.contains { $0.contains(coordinate) }
      && !HongKong.contains(coordinate)
  }

  private static let inside = [
    DegreeBox(42.9...49.2, 79.5...96.3),  // north Xinjiang
    DegreeBox(39.4...54.1, 109.7...135.0),  // the north-east
    DegreeBox(29.5...42.9, 73.5...124.1),  // the middle, west to east
    DegreeBox(26.7...29.5, 83.0...124.0),  // Tibet to Zhejiang
    DegreeBox(21.2...26.7, 97.6...120.6),  // Yunnan to Fujian
    DegreeBox(18.0...21.2, 108.0...111.8),  // Hainan and the Leizhou peninsula
  ]

  private static let outside =
    [
      DegreeBox(21.8...25.4, 119.9...122.5),  // Taiwan
      DegreeBox(20.0...22.3, 101.9...107.0),  // Vietnam and Laos
      DegreeBox(49.9...54.2, 109.0...115.5),  // Siberia
      DegreeBox(42.4...45.0, 131.3...135.0),  // the Russian coast
      DegreeBox(48.5...54.2, 131.0...135.0),  // Khabarovsk
    ] + leftHanded

  /// Macau, where one drives on the left.
  static let leftHanded = [
    DegreeBox(22.18...22.2155, 113.528...113.57), DegreeBox(22.1...22.18, 113.553...113.61),
  ]
}

/// Hong Kong, where one drives on the left, south of a line along Deep Bay, the Shenzhen River and
/// Starling Inlet that is true to a few hundred metres.
enum HongKong {
  static func contains(_ coordinate: Coordinate) -> Bool {
    let (latitude, longitude) = (coordinate.degreesLatitude, coordinate.degreesLongitude)
    guard latitude > 22.13, let first = border.first, let last = border.last,
      (first.longitude...last.longitude).contains(longitude)
    else { return false }
    for (west, east) in zip(border, border.dropFirst()) where longitude <= east.longitude {
      let share = (longitude - west.longitude) / (east.longitude - west.longitude)
      return latitude < west.latitude + share * (east.latitude - west.latitude)
    }
    return false
  }

  /// From west to east.
  private static let border: [(longitude: Double, latitude: Double)] = [
    (113.82, 22.40), (113.88, 22.43), (113.94, 22.465), (113.975, 22.490), (114.03, 22.502),
    (114.055, 22.507), (114.0655, 22.5158), (114.08, 22.521), (114.10, 22.528),
    (114.113, 22.5300), (114.127, 22.5362), (114.14, 22.540), (114.15, 22.547),
    (114.157, 22.5515), (114.17, 22.556), (114.185, 22.554), (114.21, 22.549),
    (114.2235, 22.5478), (114.235, 22.551), (114.26, 22.557), (114.45, 22.57),
  ]
}
