import Quantities
import RouteSolver

/// Reads the one JSON form in which the benchmark kit exports all classes.
enum NormalReader {
  static func read(_ root: JSONField) throws(RoutingFileError) -> RoutingFile {
    let items = try root["nodes"].items()
    guard !items.isEmpty, items.count <= RoutingFileLimits.locations else {
      throw RoutingFileError(
        items.isEmpty ? .missing : .tooLarge, root["nodes"].place, found: "\(items.count)")
    }
    var nodes: [NodeProblem.Node] = []
    for item in items { nodes.append(try node(item)) }
    let last = nodes.count - 1
    guard let depots = try root["depots"].optionalIntegers(0...last) else {
      throw root["depots"].missing()
    }
    var vehicles: [NodeProblem.Vehicle] = []
    for item in try root["vehicles"].items() { vehicles.append(try vehicle(item, last: last)) }
    guard (1...RoutingFileLimits.vehicles).contains(vehicles.count) else {
      throw RoutingFileError(.wrongCount, root["vehicles"].place, found: "\(vehicles.count)")
    }
    let objective = try root["objective"].optionalString() ?? "cost"
    guard ["cost", "score"].contains(objective) else {
      throw RoutingFileError(.unknownValue, root["objective"].place, found: objective)
    }
    let kind = try root["kind"].optionalString() ?? ""
    return try NodeProblem(
      name: try root["name"].optionalString() ?? "", kind: kind, format: .normal,
      scale: try root["scale"].optionalInteger(1...1_000_000) ?? 1, isScore: objective == "score",
      isClosed: depots.count > 1 || kind.hasPrefix("FV")
        || vehicles.contains { $0.allowed != nil || $0 != vehicles[0] },
      nodes: nodes, depots: depots, vehicles: vehicles, legs: try legs(root, count: nodes.count),
      periods: try periods(root, count: nodes.count),
      requiredGroups: Set(
        try root["required_groups"].optionalIntegers(0...RoutingFileLimits.amount) ?? [])
    ).file()
  }

  private static func legs(
    _ root: JSONField, count: Int
  ) throws(RoutingFileError) -> NodeProblem.Legs {
    if root["matrix"].isPresent {
      return .table(
        try JSONMatrix(root["matrix"], count: count, limit: RoutingFileLimits.duration).cells)
    }
    guard let name = try root["metric"].optionalString() else { throw root["metric"].missing() }
    guard let rule = LegRule(rawValue: name) else {
      throw RoutingFileError(.unknownValue, root["metric"].place, found: name)
    }
    return .rule(rule)
  }

  /// The tables of later hours, which stand beside `matrix`.
  private static func periods(
    _ root: JSONField, count: Int
  ) throws(RoutingFileError) -> [TravelPeriod] {
    guard root["periods"].isPresent else { return [] }
    guard root["matrix"].isPresent else { throw root["matrix"].missing() }
    let items = try root["periods"].items()
    guard items.count <= RoutingFileLimits.periods else {
      throw RoutingFileError(.tooLarge, root["periods"].place, found: "\(items.count)")
    }
    var periods: [TravelPeriod] = []
    for item in items {
      try item.refuseOthers(than: ["from", "durations"])
      let from = try item["from"].integer(1...86_399)
      if let last = periods.last, from <= Int(last.from.value) {
        throw RoutingFileError(.outOfRange, item["from"].place, found: "\(from)")
      }
      guard item["durations"].isPresent else { throw item["durations"].missing() }
      let table = try JSONMatrix(
        item["durations"], count: count, limit: RoutingFileLimits.duration)
      periods.append(TravelPeriod(from: Seconds(Int32(from)), durations: table.cells))
    }
    return periods
  }

  private static func node(_ item: JSONField) throws(RoutingFileError) -> NodeProblem.Node {
    NodeProblem.Node(
      point: LegRule.Point(x: try item["x"].number(), y: try item["y"].number()),
      demand: Int32(try item["demand"].optionalInteger(0...RoutingFileLimits.amount) ?? 0),
      service: Seconds(
        Int32(try item["service"].optionalInteger(0...RoutingFileLimits.duration) ?? 0)),
      windows: try JSONSpans.list(item["windows"]).filter { $0 != NodeProblem.Vehicle.always },
      prize: Int64(try item["prize"].optionalInteger(0...Int(RoutingFileLimits.cost)) ?? 0),
      isRequired: try item["required"].bool(else: true),
      group: try item["group"].optionalInteger(0...RoutingFileLimits.amount))
  }

  private static func vehicle(
    _ item: JSONField, last: Int
  ) throws(RoutingFileError) -> NodeProblem.Vehicle {
    var rest: RoutingBreak?
    if let numbers = try item["break"].optionalIntegers(0...RoutingFileLimits.moment) {
      guard numbers.count == 3 else {
        throw RoutingFileError(.wrongCount, item["break"].place, found: "\(numbers.count)")
      }
      rest = RoutingBreak(
        window: try RoutingFileLimits.span(numbers[0], numbers[1], item["break"].place, ""),
        duration: try RoutingFileLimits.duration(numbers[2], item["break"].place, ""))
    }
    return NodeProblem.Vehicle(
      start: try item["start"].integer(0...last), end: try item["end"].integer(0...last),
      capacity: try item["capacity"].optionalInteger(0...RoutingFileLimits.amount).map {
        Int32($0)
      },
      shift: item["window"].isPresent
        ? try JSONSpans.span(item["window"]) : NodeProblem.Vehicle.always,
      maxDuty: try item["max_duration"].optionalInteger(0...RoutingFileLimits.moment).map {
        Seconds(Int32($0))
      },
      allowed: try item["allowed"].optionalIntegers(0...last).map { Set($0).sorted() }, rest: rest)
  }
}
