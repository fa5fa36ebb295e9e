import Quantities
public import RoadNetwork

/// Opens a road file that was tampered with, and asks it all there is to ask.
///
/// The input is no file but a list of changes to a sound one, after whose checksums are made right;
/// a fuzzer that wrote files itself would only ever test the checksums.
public enum RoadFileTrial {
  /// How an input ended.
  public enum Outcome: Hashable, Sendable {
    /// The file was refused.
    case refused(RoadFileError)
    /// The file was opened; so many questions found an answer.
    case opened(answers: Int)
  }

  /// The most changes that are made; more only make an input slow.
  private static let mostEdits = 64

  /// The sound files that changes are made to: two modes with graphs of their own, two that share
  /// one, and every mode.
  static let seeds: [RoadFileImage] = [
    ([.car, .foot], 1), ([.car, .motorcycle], 2), (TravelMode.allCases, 3),
  ].compactMap { (modes: [TravelMode], seed: UInt64) in
    let draft = SmallTown(modes: modes, seed: seed).draft
    return (try? RoadFileBuilder.build(draft).bytes).flatMap { RoadFileImage($0) }
  }

  /// The file that `input` makes: its first byte chooses a sound file, each twelve after it are a
  /// change.
  public static func file(_ input: [UInt8]) -> [UInt8] {
    let choice = Int(input.first ?? 0) % max(1, seeds.count)
    guard choice < seeds.count else { return [] }
    var image = seeds[choice]
    var touch: [(word: Int, value: UInt32)] = []
    var rest = input.dropFirst()
    for _ in 0..<mostEdits where rest.count >= RoadFileEdit.size {
      RoadFileEdit(rest.prefix(RoadFileEdit.size)).apply(to: &image, touch: &touch)
      rest = rest.dropFirst(RoadFileEdit.size)
    }
    return image.sealed(touch: touch)
  }

  /// Makes the file of `input`, opens it and questions it.
  @discardableResult
  public static func run(_ input: [UInt8]) -> Outcome {
    let network: RoadNetwork
    do {
      network = try RoadNetwork(FileBytes(file(input)))
    } catch {
      return .refused(error)
    }
    var answers = 0
    let bounds = network.summary.bounds
    let changed = network.adapted(
      to: RoadConditions(
        speeds: [.residential: 50], closedRoads: [],
        avoidedAreas: [RoadConditions.AvoidedArea(outline: outline(bounds))], minuteOfWeek: 600))
    for mode in TravelMode.allCases {
      answers += question(network, mode) + question(changed, mode)
    }
    answers += network.streets(in: bounds, minimumClass: .ferry).count
    answers += network.scenery(in: bounds).count + network.labels(in: bounds).count
    return .opened(answers: answers)
  }

  /// A triangle over the south of the map.
  private static func outline(_ bounds: CoordinateBounds) -> [Coordinate] {
    [bounds.southWest, bounds.centre, Coordinate(latitude: -900_000_000, longitude: 0)]
  }

  /// Snaps a few places and asks for the table and the routes between them.
  private static func question(_ network: RoadNetwork, _ mode: TravelMode) -> Int {
    let bounds = network.summary.bounds
    let beyond = Coordinate(latitude: 390_100_000, longitude: 835_100_000)
    let places = [bounds.centre, bounds.southWest, bounds.northEast, beyond]
    let positions = places.compactMap { network.nearest($0, mode: mode) }
    guard let first = positions.first else { return 0 }
    var answers = positions.count
    answers += network.nearest(bounds.centre, mode: mode, count: 3).count
    answers +=
      network.isochrone(
        from: first, within: Seconds(600), mode: mode, keepsStretches: true
      ).polygons.count
    let table = network.table(sources: positions, targets: positions, mode: mode)
    answers += table.durations.count { $0 != TravelTable.unreachable }
    var search = PathSearch(in: network, mode: mode)
    for position in positions {
      answers += search.travelTime(from: first, to: position) == nil ? 0 : 1
      answers += search.route(from: position, to: first)?.steps.count ?? 0
      answers += network.street(at: position).names.count
    }
    return answers
  }
}
