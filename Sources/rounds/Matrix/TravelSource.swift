import Briefing
import CaseImport
import FieldModel
import Foundation
import Planning
import Quantities
import RoadNetwork
import RouteSolver

/// Where the planner has its travel times from: the workspace's map, or the matrix server of its
/// settings for the modes that it is named for.
struct TravelSource: Sendable {
  let roads: RoadNetwork
  let client: MatrixClient?

  /// The source that a workspace's settings name.
  init(_ settings: WorkspaceSettings, roads: RoadNetwork) {
    self.roads = roads
    client = settings.matrixServer.map { MatrixClient(server: $0) }
  }

  /// The client for a mode; `nil` where the map answers.
  private func client(for mode: TravelMode) -> MatrixClient? {
    client.flatMap { $0.server.modes.contains(mode) ? $0 : nil }
  }

  /// Travel between every ordered pair of `places`.
  ///
  /// - Throws: ``MatrixFailure``.
  func matrix(between places: [Coordinate], by mode: TravelMode) throws -> TravelMatrix {
    guard let client = client(for: mode) else {
      return roads.travelMatrix(between: places, mode: mode)
    }
    return try client.matrix(places, by: mode)
  }

  /// What the plan checker checks a plan against; its ways are asked for anew.
  ///
  /// Where a matrix server tells the times, each route is one small question of its own, made of
  /// the finished plan alone: a cell that the planner mixed up, or took from the wrong block, does
  /// not match.
  ///
  /// - Throws: ``MatrixFailure``.
  func times(for plan: VisitPlan, crews: [Crew]) throws -> CheckedTimes {
    var times = CheckedTimes(roads: RoadTravelTimes(on: roads))
    let crews = Dictionary(crews.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for route in plan.routes {
      guard let crew = crews[route.crew], let client = client(for: crew.mode) else { continue }
      let way =
        [crew.base.coordinate] + route.stops.map(\.coordinate) + [crew.base.coordinate]
      try times.ask(client, along: way, by: crew.mode)
    }
    return times
  }
}

/// Travel times for the plan checker: those asked of a server beforehand, else the map's.
struct CheckedTimes: TravelTimes {
  private struct Trip: Hashable {
    let from: Coordinate
    let to: Coordinate
    let mode: TravelMode
  }

  private let roads: RoadTravelTimes
  private var asked: [Trip: Seconds?] = [:]
  /// Modes whose times a server tells; the map is not asked for them.
  private var served: Set<TravelMode> = []

  init(roads: RoadTravelTimes) { self.roads = roads }

  /// Asks for each part of a way from place to place.
  fileprivate mutating func ask(
    _ client: MatrixClient, along way: [Coordinate], by mode: TravelMode
  ) throws {
    served.insert(mode)
    var places: [Coordinate] = []
    for place in way where !places.contains(place) { places.append(place) }
    let matrix = try client.matrix(places, by: mode)
    for (from, to) in zip(way, way.dropFirst()) where from != to {
      guard let row = places.firstIndex(of: from), let column = places.firstIndex(of: to) else {
        continue
      }
      asked[Trip(from: from, to: to, mode: mode)] = matrix.duration(
        from: Index(row), to: Index(column))
    }
  }

  func travelTime(from: Coordinate, to: Coordinate, by mode: TravelMode) -> Seconds? {
    if from == to { return .zero }
    guard served.contains(mode) else {
      return roads.travelTime(from: from, to: to, by: mode)
    }
    return asked[Trip(from: from, to: to, mode: mode)] ?? nil
  }
}

extension Workspace {
  /// Runs work that may ask a matrix server, with its failures in words; says that it asks one.
  func asking<Value>(_ source: TravelSource, _ work: () throws -> Value) throws -> Value {
    tell(source)
    return try askingAgain(work)
  }

  /// As above, where it was said before.
  func askingAgain<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let failure as MatrixFailure {
      throw failure.inWords(terminal)
    }
  }

  /// As above, for work that waits.
  func asking<Value>(
    _ source: TravelSource, _ work: () async throws -> Value
  ) async throws -> Value {
    tell(source)
    do {
      return try await work()
    } catch let failure as MatrixFailure {
      throw failure.inWords(terminal)
    }
  }

  private func tell(_ source: TravelSource) {
    guard let client = source.client else { return }
    terminal.remark(terminal.phrases.roads.matrixAsked(client.server.name))
  }
}
