import Quantities
import RouteSolver

extension NodeProblem {
  /// A point of score against a unit of the way: so much that no way is worth a point.
  private static let scoreWeight: Int64 = 1_000_000

  /// The problem for the solver, and the way back to this file's nodes.
  ///
  /// - Throws: ``RoutingFileError`` when it is too large or its parts contradict each other.
  func file() throws(RoutingFileError) -> RoutingFile {
    var isDepot = [Bool](repeating: false, count: nodes.count)
    for depot in depots { isDepot[depot] = true }
    let clients = nodes.indices.filter { !isDepot[$0] }
    let matrix = TravelMatrix(
      count: nodes.count, durations: try durations(), periods: periods)
    let weight = isScore ? Self.scoreWeight : 1
    let problem: RoutingProblem
    do {
      problem = try RoutingProblem(
        matrices: [matrix], stops: try stops(clients, prizeWeight: weight),
        vehicles: fleet(for: clients.count),
        weights: ObjectiveWeights(
          unservedRequired: Cost(isScore ? RoutingFileLimits.cost : 1_000_000_000)))
    } catch let error as RoutingProblemError {
      throw RoutingFileError(contradiction: error)
    } catch let error as RoutingFileError {
      throw error
    } catch {
      throw RoutingFileError(.contradiction)
    }
    return RoutingFile(
      name: name, kind: kind, format: format, scale: scale, isScore: isScore, isClosed: isClosed,
      problem: problem, nodes: clients, nodeCount: nodes.count, scoreWeight: weight)
  }

  private func durations() throws(RoutingFileError) -> [Int32] {
    let rule: LegRule
    switch legs {
    case .table(let table): return table
    case .rule(let given): rule = given
    }
    var durations = [Int32](repeating: 0, count: nodes.count * nodes.count)
    for from in nodes.indices {
      for to in nodes.indices where to > from {
        let length = rule.length(nodes[from].point, nodes[to].point)
        guard length <= Double(RoutingFileLimits.duration) else {
          throw RoutingFileError(
            .outOfRange, field: rule.rawValue, found: "\(from + 1)–\(to + 1): \(length)")
        }
        durations[from * nodes.count + to] = Int32(length)
        durations[to * nodes.count + from] = Int32(length)
      }
    }
    return durations
  }

  private func stops(
    _ clients: [Int], prizeWeight: Int64
  ) throws(RoutingFileError) -> [RoutingStop] {
    let allowed = allowedVehicles()
    var stops: [RoutingStop] = []
    for client in clients {
      let node = nodes[client]
      guard (0...RoutingFileLimits.cost / prizeWeight).contains(node.prize) else {
        throw RoutingFileError(.outOfRange, field: "PRIZE", found: "\(client + 1): \(node.prize)")
      }
      stops.append(
        RoutingStop(
          location: Index(client), service: node.service, windows: node.windows,
          load: node.demand,
          isRequired: node.group.map(requiredGroups.contains) ?? node.isRequired,
          prize: Cost(node.prize * prizeWeight), skills: node.skills,
          allowedVehicles: allowed?[client], group: node.group))
    }
    return stops
  }

  /// The vehicles that may visit each node; `nil` where all may visit all.
  private func allowedVehicles() -> [[Index<RoutingVehicle>]]? {
    guard vehicles.contains(where: { $0.allowed != nil }) else { return nil }
    var allowed: [[Index<RoutingVehicle>]] = Array(repeating: [], count: nodes.count)
    for (position, vehicle) in vehicles.enumerated() {
      for node in vehicle.allowed ?? Array(nodes.indices) { allowed[node].append(Index(position)) }
    }
    return allowed
  }

  /// The vehicles; of an open fleet no more than the solver takes, which is more than can be used.
  private func fleet(for clients: Int) -> [RoutingVehicle] {
    let most = isClosed ? vehicles.count : RoutingFileLimits.pairs / max(1, clients)
    return vehicles.prefix(most).map { vehicle in
      RoutingVehicle(
        start: Index(vehicle.start), end: Index(vehicle.end), shift: vehicle.shift,
        maxDuty: vehicle.maxDuty, capacity: vehicle.capacity,
        breaks: vehicle.rest.map { [$0] } ?? [], skills: vehicle.skills)
    }
  }
}

extension RoutingFileError {
  /// What the solver's own check found.
  init(contradiction error: RoutingProblemError) {
    let field =
      switch error {
      case .noMatrix: "matrix"
      case .matrixShape(let matrix): "matrix \(matrix)"
      case .matrixPeriod(let matrix, let period): "matrix \(matrix), period \(period)"
      case .matrixEntry(let matrix, let from, let to): "matrix \(matrix): \(from), \(to)"
      case .tooLarge(let what, let count, let limit): "\(what): \(count) > \(limit)"
      case .stop(let position, let field): "stop \(position): \(field)"
      case .vehicle(let position, let field): "vehicle \(position): \(field)"
      case .spacing(let position): "spacing \(position)"
      case .crew(let position): "crew \(position)"
      case .weights(let field): "weights: \(field)"
      }
    self.init(.contradiction, field: field)
  }
}
