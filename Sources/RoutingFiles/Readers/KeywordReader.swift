import Quantities
import RouteSolver

/// Reads TSPLIB and VRPLIB files (see the article RoutingFiles for the keywords).
struct KeywordReader {
  let file: KeywordFile
  let format: RoutingFileFormat
  let name: String
  let kind: String
  let scaling: Scaling
  let count: Int

  /// What a written unit is inside, by the class of problem.
  enum Scaling {
    /// The nearest whole number.
    case whole
    /// Tenths, the rest cut off.
    case tenths
    /// Thousandths, rounded.
    case thousandths

    var scale: Int {
      switch self {
      case .whole: 1
      case .tenths: 10
      case .thousandths: 1000
      }
    }

    func callAsFunction(_ value: Double) -> Double {
      switch self {
      case .whole: (value + 0.5).rounded(.towardZero)
      case .tenths: (10 * value).rounded(.towardZero)
      case .thousandths: (1000 * value + 0.5).rounded(.towardZero)
      }
    }
  }

  init(
    _ bytes: [UInt8], name: String, format: RoutingFileFormat
  ) throws(RoutingFileError) {
    file = try KeywordFile(bytes)
    self.format = format
    self.name = name
    let type = try file.header("TYPE")
    kind = type.value.uppercased()
    switch kind {
    case "TSP", "ATSP", "CVRP", "GVRP": scaling = .whole
    case "VRPTW", "PCVRPTW": scaling = .tenths
    case "MDVRPTW", "SDVRPTW": scaling = .thousandths
    default:
      throw RoutingFileError(.unknownValue, type.place, field: "TYPE", found: type.value)
    }
    guard let count = try file.integer("DIMENSION", 1...RoutingFileLimits.locations) else {
      throw RoutingFileError(.missing, field: "DIMENSION")
    }
    self.count = count
  }

  /// Sections that are read, or that mean nothing for a plan.
  private static let known: Set<String> = [
    "NODE_COORD", "DEMAND", "SERVICE_TIME", "TIME_WINDOW", "PRIZE", "MUTUALLY_EXCLUSIVE_GROUP",
    "DEPOT", "CAPACITY", "VEHICLES_DEPOT", "VEHICLES_ALLOWED_CLIENTS", "EDGE_WEIGHT",
    "DISPLAY_DATA",
  ]

  /// Keywords that would make plans wrong if they were passed over.
  private static let binding: Set<String> = ["DISTANCE", "GVRP_SETS", "RELEASE_TIME"]

  func read() throws(RoutingFileError) -> RoutingFile {
    try refuseUnknown()
    var nodes = try readNodes()
    let depots = try readDepots()
    if let service = try time("SERVICE_TIME") {
      for node in nodes.indices { nodes[node].service = depots.contains(node) ? .zero : service }
    }
    let vehicles = try readVehicles(nodes, depots)
    let isClosed = depots.count > 1 || vehicles.contains { $0.allowed != nil }
    let groups = file.sections["MUTUALLY_EXCLUSIVE_GROUP"]?.count ?? 0
    return try NodeProblem(
      name: name, kind: kind, format: format, scale: scaling.scale, isClosed: isClosed,
      nodes: nodes, depots: depots, vehicles: vehicles, legs: try readLegs(),
      requiredGroups: Set(0..<groups)
    ).file()
  }

  private func refuseUnknown() throws(RoutingFileError) {
    for section in file.order where !Self.known.contains(section.name) {
      throw RoutingFileError(
        .notSupported, .line(section.line), field: section.name + "_SECTION")
    }
    let read: Set<String> = ["VEHICLES", "VEHICLES_MAX_DURATION"]
    for (key, header) in file.headers.sorted(by: { $0.value.line < $1.value.line })
    where Self.binding.contains(key) || key.hasPrefix("VEHICLES") && !read.contains(key) {
      throw RoutingFileError(.notSupported, header.place, field: key, found: header.value)
    }
  }

  private func time(_ key: String) throws(RoutingFileError) -> Seconds? {
    guard let number = try file.number(key), let header = file.headers[key] else { return nil }
    return try RoutingFileLimits.duration(Int(scaling(number)), header.place, key)
  }

  private func readLegs() throws(RoutingFileError) -> NodeProblem.Legs {
    let type = file.headers["EDGE_WEIGHT_TYPE"]
    let word = type?.value.uppercased() ?? LegRule.euclidean.rawValue
    if word == "EXPLICIT" {
      let scaling = scaling
      return .table(
        try EdgeWeights(file: file, count: count, scaled: { scaling($0) }).table())
    }
    let known: [LegRule] = [
      .euclidean, .euclideanUp, .manhattan, .maximum, .pseudoEuclidean, .geographic,
    ]
    guard let rule = known.first(where: { $0.rawValue == word }) else {
      throw RoutingFileError(
        .unknownValue, type?.place ?? .file, field: "EDGE_WEIGHT_TYPE", found: word)
    }
    // Classes with windows are published by rules of their own, whatever their files say.
    switch scaling {
    case .whole: return .rule(rule)
    case .tenths: return .rule(.tenths)
    case .thousandths: return .rule(.thousandths)
    }
  }
}

/// Nodes and depots.
extension KeywordReader {
  private func readNodes() throws(RoutingFileError) -> [NodeProblem.Node] {
    var nodes = [NodeProblem.Node](repeating: NodeProblem.Node(), count: count)
    if file.headers["EDGE_WEIGHT_TYPE"]?.value.uppercased() != "EXPLICIT" {
      try readPoints(into: &nodes)
    }
    for row in file.sections["DEMAND"] ?? [] {
      let node = try row.position(0, below: count, "DEMAND_SECTION")
      nodes[node].demand = try RoutingFileLimits.amount(
        try row.integer(1, "DEMAND_SECTION"), row.place, "DEMAND_SECTION")
    }
    for row in file.sections["SERVICE_TIME"] ?? [] {
      let node = try row.position(0, below: count, "SERVICE_TIME_SECTION")
      nodes[node].service = try RoutingFileLimits.duration(
        Int(scaling(try row.number(1, "SERVICE_TIME_SECTION"))), row.place, "SERVICE_TIME_SECTION")
    }
    for row in file.sections["TIME_WINDOW"] ?? [] {
      let node = try row.position(0, below: count, "TIME_WINDOW_SECTION")
      let open = Int(scaling(try row.number(1, "TIME_WINDOW_SECTION")))
      let close = Int(scaling(try row.number(2, "TIME_WINDOW_SECTION")))
      nodes[node].windows = [
        try RoutingFileLimits.span(open, close, row.place, "TIME_WINDOW_SECTION")
      ]
    }
    for row in file.sections["PRIZE"] ?? [] {
      let node = try row.position(0, below: count, "PRIZE_SECTION")
      nodes[node].prize = Int64(scaling(try row.number(1, "PRIZE_SECTION")))
      nodes[node].isRequired = nodes[node].prize == 0
    }
    try readGroups(into: &nodes)
    return nodes
  }

  private func readPoints(into nodes: inout [NodeProblem.Node]) throws(RoutingFileError) {
    var isKnown = [Bool](repeating: false, count: count)
    let rows = try file.rows("NODE_COORD")
    for row in rows {
      let node = try row.position(0, below: count, "NODE_COORD_SECTION")
      guard !isKnown[node] else {
        throw RoutingFileError(
          .repeated, row.place, field: "NODE_COORD_SECTION", found: "\(node + 1)")
      }
      isKnown[node] = true
      nodes[node].point = LegRule.Point(
        x: try row.number(1, "NODE_COORD_SECTION"), y: try row.number(2, "NODE_COORD_SECTION"))
    }
    guard rows.count == count else {
      throw RoutingFileError(
        .wrongCount, rows.last?.place ?? .file, field: "NODE_COORD_SECTION",
        found: "\(rows.count) / \(count)")
    }
  }

  private func readGroups(into nodes: inout [NodeProblem.Node]) throws(RoutingFileError) {
    let field = "MUTUALLY_EXCLUSIVE_GROUP_SECTION"
    for (group, row) in (file.sections["MUTUALLY_EXCLUSIVE_GROUP"] ?? []).enumerated() {
      for word in row.words.indices.dropFirst() {
        let node = try row.position(word, below: count, field)
        guard nodes[node].group == nil else {
          throw RoutingFileError(.repeated, row.place, field: field, found: "\(node + 1)")
        }
        nodes[node].group = group
      }
    }
  }

  private func readDepots() throws(RoutingFileError) -> [Int] {
    var depots: [Int] = []
    for row in file.sections["DEPOT"] ?? [] {
      for word in row.words.indices where row.words[word] != "-1" {
        let depot = try row.position(word, below: count, "DEPOT_SECTION")
        if !depots.contains(depot) { depots.append(depot) }
      }
    }
    guard depots.count <= 1_000 else {
      throw RoutingFileError(.tooLarge, field: "DEPOT_SECTION", found: "\(depots.count)")
    }
    return depots.isEmpty ? [0] : depots
  }
}

/// Vehicles.
extension KeywordReader {
  private func readVehicles(
    _ nodes: [NodeProblem.Node], _ depots: [Int]
  ) throws(RoutingFileError) -> [NodeProblem.Vehicle] {
    let range = 1...RoutingFileLimits.vehicles
    let fleet =
      format == .tsplib
      ? 1 : try file.integer("VEHICLES", range) ?? max(1, count - depots.count)
    var capacity: Int32?
    if let number = try file.number("CAPACITY"), let header = file.headers["CAPACITY"] {
      capacity = try RoutingFileLimits.amount(Int(number), header.place, "CAPACITY")
    }
    var vehicles = [NodeProblem.Vehicle](
      repeating: NodeProblem.Vehicle(
        start: depots[0], end: depots[0], capacity: capacity,
        maxDuty: try time("VEHICLES_MAX_DURATION")),
      count: fleet)
    for row in file.sections["CAPACITY"] ?? [] {
      let vehicle = try row.position(0, below: fleet, "CAPACITY_SECTION")
      vehicles[vehicle].capacity = try RoutingFileLimits.amount(
        try row.integer(1, "CAPACITY_SECTION"), row.place, "CAPACITY_SECTION")
    }
    for row in file.sections["VEHICLES_DEPOT"] ?? [] {
      let vehicle = try row.position(0, below: fleet, "VEHICLES_DEPOT_SECTION")
      let depot = try row.position(1, below: count, "VEHICLES_DEPOT_SECTION")
      vehicles[vehicle].start = depot
      vehicles[vehicle].end = depot
    }
    for row in file.sections["VEHICLES_ALLOWED_CLIENTS"] ?? [] {
      let field = "VEHICLES_ALLOWED_CLIENTS_SECTION"
      let vehicle = try row.position(0, below: fleet, field)
      var allowed: [Int] = []
      for word in row.words.indices.dropFirst() {
        allowed.append(try row.position(word, below: count, field))
      }
      vehicles[vehicle].allowed = Set(allowed).sorted()
    }
    for vehicle in vehicles.indices {
      if let window = nodes[vehicles[vehicle].start].windows.first {
        vehicles[vehicle].shift = window
      }
    }
    return vehicles
  }
}
