import Quantities

/// A holder while the file is being built.
struct HolderDraft {
  var kind: PlaceKind
  var names: [PlaceDraft.Name]
  var coordinate: Coordinate
  /// In metres; never 0.
  var radius: Double
  var points: [Coordinate] = []
  var entrances: [Coordinate] = []
  /// Positions in the drafted houses.
  var houses: [Int] = []
  var locality: Int?
  var district: Int?

  private static let mostOutlinePoints = 512
  private static let mostSamples = 32

  init(_ place: PlaceDraft.Place) {
    kind = PlaceKind(place.kind)
    names = place.names
    coordinate = place.coordinate
    radius = place.radius.metres > 0 ? place.radius.metres : PlaceKind(place.kind).usualRadius
    entrances = Array(place.entrances.prefix(64))
    let step = max(1, (place.outline.count + Self.mostOutlinePoints - 1) / Self.mostOutlinePoints)
    points = stride(from: 0, to: place.outline.count, by: step).map { place.outline[$0] }
  }

  /// `nil` for a street without a single point.
  init?(_ street: PlaceDraft.Street) {
    let samples = Self.samples(of: street.lines)
    guard !samples.isEmpty else { return nil }
    self.init(kind: .street, names: street.names, around: samples)
    points = samples
  }

  /// A holder that no map object stands for, around the houses that name it.
  init(kind: PlaceKind, names: [PlaceDraft.Name], around coordinates: [Coordinate]) {
    self.kind = kind
    self.names = names
    var latitude: Int64 = 0
    var longitude: Int64 = 0
    for point in coordinates {
      latitude += Int64(point.latitude)
      longitude += Int64(point.longitude)
    }
    let count = Int64(max(coordinates.count, 1))
    let middle = Coordinate(
      latitude: Int32(latitude / count), longitude: Int32(longitude / count))
    let plane = Plane(at: middle)
    var nearest = middle
    var least = Double.infinity
    radius = 30
    for point in coordinates {
      let metres = plane.metres(to: point)
      radius = max(radius, metres)
      if metres < least { (least, nearest) = (metres, point) }
    }
    coordinate = nearest
  }

  /// Points along the lines at even distances, at most 32, every line's ends among the choice.
  private static func samples(of lines: [[Coordinate]]) -> [Coordinate] {
    var dense: [Coordinate] = []
    for line in lines {
      guard var last = line.first else { continue }
      dense.append(last)
      for next in line.dropFirst() {
        let steps = min(50, max(1, Int(Plane(at: last).metres(to: next) / 40)))
        for step in 1...steps { dense.append(between(last, next, step, of: steps)) }
        last = next
      }
    }
    guard dense.count > mostSamples else { return dense }
    return (0..<mostSamples).map { dense[$0 * (dense.count - 1) / (mostSamples - 1)] }
  }

  private static func between(
    _ start: Coordinate, _ end: Coordinate, _ step: Int, of steps: Int
  ) -> Coordinate {
    func part(_ from: Int32, _ to: Int32) -> Int32 {
      Int32(clamping: Int64(from) + (Int64(to) - Int64(from)) * Int64(step) / Int64(steps))
    }
    return Coordinate(
      latitude: part(start.latitude, end.latitude),
      longitude: part(start.longitude, end.longitude))
  }

  /// Metres from `plane`'s origin to the nearest known point; 0 inside the outline.
  func metres(from plane: Plane) -> Double {
    if kind != .street, plane.isInside(ringOf: points.count, point: { points[$0] }) { return 0 }
    let known = kind == .street ? points : entrances + points
    return known.reduce(plane.metres(to: coordinate)) { min($0, plane.metres(to: $1)) }
  }

  /// The name as signposted.
  var signpost: String { (names.first { $0.language.isEmpty } ?? names.first)?.text ?? "" }
}

/// A house while the file is being built.
struct HouseDraft {
  var text: String
  var number: HouseNumber
  var coordinate: Coordinate
  var holder: Int?
  var place: Int?
  var postcode: Int?
}
