import Quantities
public import RouteSolver

extension RoutingFile {
  /// Reads a plan for this problem: JSON with routes, VROOM's answer, VRPLIB's `.sol` or TSPLIB's
  /// `.tour`, told apart by their content.
  ///
  /// - Throws: ``RoutingFileError`` when it is none of these, or names nodes or vehicles that are
  ///   not there or stand twice.
  public func readPlan(_ bytes: [UInt8]) throws(RoutingFileError) -> RoutingPlan {
    guard bytes.count <= RoutingFileLimits.bytes else {
      throw RoutingFileError(.tooLarge, found: "\(bytes.count)")
    }
    if bytes.first(where: { !TextRows.isSpace($0) }) == UInt8(ascii: "{") {
      return try readJSONPlan(try JSONScanner.field(bytes))
    }
    let rows = try TextRows.rows(of: bytes)
    var builder = PlanBuilder(self)
    if let start = rows.firstIndex(where: { $0.words[0] == "TOUR_SECTION" }) {
      try readTour(rows[(start + 1)...], into: &builder)
    } else {
      try readRoutes(rows, into: &builder)
    }
    return builder.plan
  }

  private func readRoutes(
    _ rows: [TextRow], into builder: inout PlanBuilder
  ) throws(RoutingFileError) {
    var number = 0
    for row in rows where row.words[0] == "Route" {
      guard let colon = row.words.firstIndex(where: { $0.hasSuffix(":") }) else {
        throw RoutingFileError(
          .wrongKind, row.place, field: "Route", found: row.words.joined(separator: " "))
      }
      let vehicle = isClosed ? number : builder.nextVehicle
      for word in row.words.indices where word > colon {
        try builder.add(try row.integer(word, "Route"), vehicle: vehicle, row.place)
      }
      number += 1
    }
    guard number > 0 else { throw RoutingFileError(.unknownFormat) }
  }

  private func readTour(
    _ rows: ArraySlice<TextRow>, into builder: inout PlanBuilder
  ) throws(RoutingFileError) {
    var tour: [(node: Int, place: RoutingFileError.Place)] = []
    reading: for row in rows {
      for word in row.words.indices {
        if row.words[word] == "-1" || row.words[word] == "EOF" { break reading }
        tour.append((try row.position(word, below: nodeCount, "TOUR_SECTION"), row.place))
      }
    }
    let home = tour.firstIndex { !builder.isStop($0.node) } ?? 0
    for (node, place) in tour[home...] + tour[..<home] where builder.isStop(node) {
      try builder.add(node, vehicle: 0, place)
    }
  }

  private func readJSONPlan(_ root: JSONField) throws(RoutingFileError) -> RoutingPlan {
    guard root["routes"].isPresent else { throw root["routes"].missing() }
    var builder = PlanBuilder(self)
    let vehicles = try root["vehicles"].optionalIntegers(0...RoutingFileLimits.vehicles)
    for (number, route) in try root["routes"].items().enumerated() {
      if case .object? = route.value {
        try readVROOM(route, into: &builder)
        continue
      }
      guard vehicles.map({ number < $0.count }) ?? true else {
        throw RoutingFileError(.wrongCount, root["vehicles"].place, found: "\(number)")
      }
      let vehicle = isClosed ? vehicles?[number] ?? number : builder.nextVehicle
      for item in try route.items() {
        try builder.add(
          try item.integer(0...RoutingFileLimits.amount), vehicle: vehicle, item.place)
      }
    }
    return builder.plan
  }

  private func readVROOM(
    _ route: JSONField, into builder: inout PlanBuilder
  ) throws(RoutingFileError) {
    let id = try route["vehicle"].integer(0...(1 << 53))
    guard let vroom, let vehicle = vroom.vehicles.firstIndex(where: { $0.id == id }) else {
      throw RoutingFileError(.unknownPosition, route["vehicle"].place, found: "\(id)")
    }
    for step in try route["steps"].items() where try step["type"].optionalString() == "job" {
      let id = try step["id"].integer(0...(1 << 53))
      guard let job = vroom.jobs.firstIndex(where: { $0.id == id }) else {
        throw RoutingFileError(.unknownPosition, step["id"].place, found: "\(id)")
      }
      try builder.add(job, vehicle: vehicle, step.place)
    }
  }
}

/// Gathers a plan node by node.
private struct PlanBuilder {
  private(set) var plan: RoutingPlan
  private let stopOfNode: [Int]
  private var isPlaced: [Bool]

  init(_ file: RoutingFile) {
    plan = RoutingPlan(routes: Array(repeating: [], count: file.problem.vehicles.count))
    var stops = [Int](repeating: -1, count: file.nodeCount)
    for (stop, node) in file.nodes.enumerated() { stops[node] = stop }
    stopOfNode = stops
    isPlaced = Array(repeating: false, count: file.nodes.count)
  }

  /// The first vehicle that has no stop yet.
  var nextVehicle: Int { plan.routes.firstIndex(where: \.isEmpty) ?? plan.routes.count }

  func isStop(_ node: Int) -> Bool { stopOfNode[node] >= 0 }

  mutating func add(
    _ node: Int, vehicle: Int, _ place: RoutingFileError.Place
  ) throws(RoutingFileError) {
    guard stopOfNode.indices.contains(node), stopOfNode[node] >= 0 else {
      throw RoutingFileError(.unknownPosition, place, field: "node", found: "\(node)")
    }
    guard plan.routes.indices.contains(vehicle) else {
      throw RoutingFileError(.unknownPosition, place, field: "vehicle", found: "\(vehicle)")
    }
    let stop = stopOfNode[node]
    guard !isPlaced[stop] else {
      throw RoutingFileError(.repeated, place, field: "node", found: "\(node)")
    }
    isPlaced[stop] = true
    plan.routes[vehicle].append(Index(stop))
  }
}
