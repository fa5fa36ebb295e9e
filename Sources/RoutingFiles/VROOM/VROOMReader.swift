import Quantities
import RouteSolver

/// Reads problems in VROOM's JSON (its API documentation, release 1.14); what the solver cannot
/// express is refused by name and path.
struct VROOMReader {
  private let root: JSONField
  private let origin: Int
  private let costUnit: Int
  private let matrices: VROOMMatrices
  private var skills = SkillBits()

  private static let numbers = 0...(1 << 53)

  static func read(_ root: JSONField, name: String) throws(RoutingFileError) -> RoutingFile {
    var reader = try VROOMReader(root)
    return try reader.file(name: name)
  }

  private init(_ root: JSONField) throws(RoutingFileError) {
    self.root = root
    try root.refuseOthers(than: ["vehicles", "jobs", "shipments", "matrices", "options"])
    guard try root["shipments"].items().isEmpty else { throw root["shipments"].notSupported() }
    origin = try VROOMTimes.origin(of: root)
    costUnit = try VROOMCosts.unit(of: root)
    matrices = try VROOMMatrices(root["matrices"])
  }

  private mutating func file(name: String) throws(RoutingFileError) -> RoutingFile {
    let fields = try root["jobs"].items()
    var names = VROOMNames(
      jobs: [], vehicles: [], origin: origin, costUnit: Int64(costUnit),
      amounts: try amounts(of: fields), hasDistances: matrices.hasDistances)
    var stops: [RoutingStop] = []
    let shared = try sharedLocations(fields)
    var highest = 0
    for field in fields {
      let job = try job(field, amounts: names.amounts, shared: shared)
      names.jobs.append(job)
      highest = max(highest, job.priority)
      stops.append(try stop(field, job))
    }
    let prices = VROOMPrices(jobs: stops.count, highest: highest)
    for (position, job) in names.jobs.enumerated() {
      stops[position].prize = prices.prize(of: job.priority)
    }
    var vehicles: [RoutingVehicle] = []
    for field in try root["vehicles"].items() {
      let (vehicle, name) = try self.vehicle(field)
      vehicles.append(vehicle)
      names.vehicles.append(name)
    }
    guard !vehicles.isEmpty else { throw root["vehicles"].missing() }
    try refuseTwins(names.jobs.map(\.id), root["jobs"])
    try refuseTwins(names.vehicles.map(\.id), root["vehicles"])
    let problem: RoutingProblem
    do {
      problem = try RoutingProblem(
        matrices: matrices.tables, stops: stops, vehicles: vehicles,
        weights: ObjectiveWeights(unservedRequired: prices.unserved))
    } catch {
      throw RoutingFileError(contradiction: error)
    }
    return RoutingFile(
      name: name, kind: "VROOM", format: .vroom, scale: costUnit, isClosed: true, problem: problem,
      nodes: Array(stops.indices), nodeCount: stops.count, vroom: names)
  }

  private func refuseTwins(_ ids: [Int], _ field: JSONField) throws(RoutingFileError) {
    var seen: Set<Int> = []
    for (position, id) in ids.enumerated() where !seen.insert(id).inserted {
      throw RoutingFileError(.repeated, .path("\(field.path)[\(position)].id"), found: "\(id)")
    }
  }
}

/// Jobs.
extension VROOMReader {
  /// Whether jobs bring or take; both at once would need the load along the way.
  private func amounts(
    of jobs: [JSONField]
  ) throws(RoutingFileError) -> VROOMNames.Amounts? {
    var found: VROOMNames.Amounts?
    for job in jobs {
      for kind in [VROOMNames.Amounts.delivery, .pickup] {
        let moved = try amount(job[kind.rawValue]) ?? 0
        if moved > 0, found ?? kind != kind { throw job[kind.rawValue].notSupported() }
        if moved > 0 { found = kind }
      }
    }
    return found
  }

  /// The one amount at `field`; several dimensions are refused.
  private func amount(_ field: JSONField) throws(RoutingFileError) -> Int? {
    let amounts = try field.optionalIntegers(0...RoutingFileLimits.amount) ?? []
    guard amounts.count <= 1 else { throw field.notSupported() }
    return amounts.first
  }

  /// Locations where a set-up may be saved, because something else is there as well.
  private func sharedLocations(_ jobs: [JSONField]) throws(RoutingFileError) -> Set<Int> {
    var seen: Set<Int> = []
    var shared: Set<Int> = []
    for job in jobs {
      guard let place = try job["location_index"].optionalInteger(Self.numbers) else { continue }
      if !seen.insert(place).inserted { shared.insert(place) }
    }
    for vehicle in try root["vehicles"].items() {
      if let place = try vehicle["start_index"].optionalInteger(Self.numbers) {
        shared.insert(place)
      }
    }
    return shared
  }

  private func job(
    _ field: JSONField, amounts: VROOMNames.Amounts?, shared: Set<Int>
  ) throws(RoutingFileError) -> VROOMNames.Job {
    try field.refuseOthers(than: [
      "id", "description", "location", "location_index", "setup", "service", "delivery", "pickup",
      "skills", "priority", "time_windows",
    ])
    let place = try location(field["location_index"], field["location"])
    let setup = try field["setup"].optionalInteger(0...RoutingFileLimits.duration) ?? 0
    if setup > 0, shared.contains(place) { throw field["setup"].notSupported() }
    return VROOMNames.Job(
      id: try field["id"].integer(Self.numbers),
      description: try field["description"].optionalString(), locationIndex: place,
      location: try field["location"].optionalPoint(), setup: setup,
      service: try field["service"].optionalInteger(0...RoutingFileLimits.duration) ?? 0,
      amount: try amounts.map { kind throws(RoutingFileError) in
        try amount(field[kind.rawValue]) ?? 0
      } ?? 0,
      priority: try field["priority"].optionalInteger(0...100) ?? 0)
  }

  private func location(
    _ index: JSONField, _ point: JSONField
  ) throws(RoutingFileError) -> Int {
    guard let place = try index.optionalInteger(Self.numbers) else {
      // A point alone would need a road engine to find the way.
      throw point.isPresent ? point.notSupported() : index.missing()
    }
    guard place < matrices.count else {
      throw RoutingFileError(.unknownPosition, index.place, found: "\(place)")
    }
    return place
  }

  private mutating func stop(
    _ field: JSONField, _ job: VROOMNames.Job
  ) throws(RoutingFileError) -> RoutingStop {
    RoutingStop(
      location: Index(job.locationIndex),
      service: try RoutingFileLimits.duration(job.service + job.setup, field.place, "service"),
      windows: try JSONSpans.list(field["time_windows"], minus: origin),
      load: Int32(job.amount), skills: try skills.bits(field["skills"]))
  }
}

/// Vehicles.
extension VROOMReader {
  private mutating func vehicle(
    _ field: JSONField
  ) throws(RoutingFileError) -> (RoutingVehicle, VROOMNames.Vehicle) {
    try field.refuseOthers(than: [
      "id", "profile", "description", "start", "start_index", "end", "end_index", "capacity",
      "costs", "skills", "time_window", "breaks", "speed_factor", "max_tasks", "max_travel_time",
      "max_distance", "type",
    ])
    if let factor = try field["speed_factor"].optionalNumber(), factor != 1 {
      throw field["speed_factor"].notSupported()
    }
    let start = try place(field["start_index"], field["start"])
    let end = try place(field["end_index"], field["end"])
    guard start != nil || end != nil else { throw field["start_index"].missing() }
    let breaks = try breaks(field["breaks"])
    let costs = field["costs"]
    let vehicle = RoutingVehicle(
      matrix: try matrices.position(of: field["profile"]), start: start.map { Index($0) },
      end: end.map { Index($0) }, shift: try VROOMTimes.shift(field["time_window"], origin),
      maxDriving: try field["max_travel_time"].optionalInteger(Self.numbers).map {
        Seconds(Int32(min($0, RoutingFileLimits.moment)))
      },
      maxDistance: try field["max_distance"].optionalInteger(Self.numbers).map {
        Distance(decimetres: Int32(min($0, RoutingFileLimits.decimetres) * 10))
      },
      capacity: try amount(field["capacity"]).map { Int32($0) },
      maxStops: try field["max_tasks"].optionalInteger(Self.numbers),
      breaks: breaks.map(\.rule), skills: try skills.bits(field["skills"]),
      fixedCost: Cost(
        Int64((try costs["fixed"].optionalInteger(0...1_000_000_000) ?? 0) * costUnit)),
      costPerTravelSecond: Int64(try VROOMCosts.perHour(costs) * costUnit / 3_600),
      costPerKilometre: Int64(try perKilometre(field)))
    let name = VROOMNames.Vehicle(
      id: try field["id"].integer(Self.numbers),
      description: try field["description"].optionalString(), startIndex: start, endIndex: end,
      breaks: breaks.map(\.name))
    return (vehicle, name)
  }

  /// What a kilometre costs inside; it needs the lengths of the ways.
  private func perKilometre(_ vehicle: JSONField) throws(RoutingFileError) -> Int {
    let price = try VROOMCosts.perKilometre(vehicle["costs"])
    if price > 0 { try matrices.demandDistances(of: vehicle["profile"]) }
    return price * costUnit
  }

  private func place(
    _ index: JSONField, _ point: JSONField
  ) throws(RoutingFileError) -> Int? {
    index.isPresent || point.isPresent ? try location(index, point) : nil
  }

  private func breaks(
    _ field: JSONField
  ) throws(RoutingFileError) -> [(rule: RoutingBreak, name: VROOMNames.Rest)] {
    var breaks: [(rule: RoutingBreak, name: VROOMNames.Rest)] = []
    for item in try field.items() {
      try item.refuseOthers(than: ["id", "time_windows", "service", "description"])
      let windows = try JSONSpans.list(item["time_windows"], minus: origin)
      guard windows.count == 1 else { throw item["time_windows"].notSupported() }
      breaks.append(
        (
          RoutingBreak(
            window: windows[0],
            duration: Seconds(Int32(try item["service"].optionalInteger(0...86_400) ?? 0))),
          VROOMNames.Rest(
            id: try item["id"].integer(Self.numbers),
            description: try item["description"].optionalString())
        ))
    }
    return breaks.sorted {
      ($0.rule.window.start, $0.rule.window.end) < ($1.rule.window.start, $1.rule.window.end)
    }
  }
}

extension JSONField {
  /// The refusal of what stands here.
  func notSupported() -> RoutingFileError {
    RoutingFileError(.notSupported, place, found: wrongKind().found)
  }

  /// Refuses members that are not among `known`.
  func refuseOthers(than known: [String]) throws(RoutingFileError) {
    for key in try keys() where !known.contains(key) && self[key].isPresent {
      throw self[key].notSupported()
    }
  }

  /// The two numbers of a point, if there is one.
  func optionalPoint() throws(RoutingFileError) -> [Double]? {
    guard isPresent else { return nil }
    var numbers: [Double] = []
    for item in try items() { numbers.append(try item.number()) }
    guard numbers.count == 2 else {
      throw RoutingFileError(.wrongCount, place, found: "\(numbers.count)")
    }
    return numbers
  }
}
