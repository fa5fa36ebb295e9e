import Quantities
import RouteSolver

/// Reads weeks of field visits: nodes in metres, visits with options, teams with shifts.
enum FieldReader {
  static func read(_ root: JSONField) throws(RoutingFileError) -> RoutingFile {
    let points = try root["nodes"].items()
    guard !points.isEmpty, points.count <= RoutingFileLimits.locations else {
      throw RoutingFileError(
        points.isEmpty ? .missing : .tooLarge, root["nodes"].place, found: "\(points.count)")
    }
    var nodes: [NodeProblem.Node] = []
    for point in points {
      let numbers = try point.items()
      guard numbers.count == 2 else {
        throw RoutingFileError(.wrongCount, point.place, found: "\(numbers.count)")
      }
      nodes.append(
        NodeProblem.Node(
          point: LegRule.Point(x: try numbers[0].number(), y: try numbers[1].number())))
    }
    var skills = SkillBits()
    var isVisited = [Bool](repeating: false, count: nodes.count)
    var required: Set<Int> = []
    for (group, visit) in try root["visits"].items().enumerated() {
      let options = try visit["options"].items()
      guard !options.isEmpty else { throw visit["options"].missing() }
      if try visit["required"].bool(else: false), options.count > 1 { required.insert(group) }
      for option in options {
        let position = try option["node"].integer(0...(nodes.count - 1))
        guard !isVisited[position] else {
          throw RoutingFileError(.repeated, option["node"].place, found: "\(position)")
        }
        isVisited[position] = true
        nodes[position] = try node(
          visit, option, point: nodes[position].point, group: options.count > 1 ? group : nil,
          skills: &skills)
      }
    }
    var vehicles: [NodeProblem.Vehicle] = []
    for team in try root["teams"].items() {
      vehicles.append(try vehicle(team, nodes: nodes.count, skills: &skills))
    }
    guard (1...RoutingFileLimits.vehicles).contains(vehicles.count) else {
      throw RoutingFileError(.wrongCount, root["teams"].place, found: "\(vehicles.count)")
    }
    return try NodeProblem(
      name: try root["name"].optionalString() ?? "", kind: try root["kind"].optionalString() ?? "",
      format: .field, isClosed: true, nodes: nodes,
      depots: nodes.indices.filter { !isVisited[$0] }, vehicles: vehicles, legs: .rule(.field),
      requiredGroups: required
    ).file()
  }

  private static func node(
    _ visit: JSONField, _ option: JSONField, point: LegRule.Point, group: Int?,
    skills: inout SkillBits
  ) throws(RoutingFileError) -> NodeProblem.Node {
    NodeProblem.Node(
      point: point,
      service: Seconds(Int32(try visit["service"].integer(0...RoutingFileLimits.duration))),
      windows: try JSONSpans.list(option["windows"]),
      prize: Int64(try visit["prize"].optionalInteger(0...Int(RoutingFileLimits.cost)) ?? 0),
      isRequired: try visit["required"].bool(else: false) && group == nil, group: group,
      skills: try skills.bits(visit["skills"]))
  }

  private static func vehicle(
    _ team: JSONField, nodes: Int, skills: inout SkillBits
  ) throws(RoutingFileError) -> NodeProblem.Vehicle {
    let duty = try team["max_duty"].optionalInteger(0...RoutingFileLimits.moment) ?? 0
    var rest: RoutingBreak?
    if team["break"].isPresent {
      rest = RoutingBreak(
        window: try JSONSpans.span(team["break"]["window"]),
        duration: Seconds(Int32(try team["break"]["duration"].integer(0...86_400))))
    }
    return NodeProblem.Vehicle(
      start: try team["start"].integer(0...(nodes - 1)),
      end: try team["end"].integer(0...(nodes - 1)),
      shift: try JSONSpans.span(team["shift"]),
      maxDuty: duty > 0 ? Seconds(Int32(duty)) : nil, rest: rest,
      skills: try skills.bits(team["skills"]))
  }
}

/// Skills by name, one bit each.
struct SkillBits {
  private var known: [String: Int] = [:]

  /// The bits of the names or numbers listed at `field`.
  ///
  /// - Throws: ``RoutingFileError`` when there are more than 64 different ones.
  mutating func bits(_ field: JSONField) throws(RoutingFileError) -> UInt64 {
    var bits: UInt64 = 0
    for item in try field.items() {
      let name: String
      if case .number(let number)? = item.value {
        name = "\(number)"
      } else if let text = try item.optionalString() {
        name = text
      } else {
        throw item.missing()
      }
      let bit = known[name] ?? known.count
      guard bit < 64 else { throw RoutingFileError(.tooLarge, item.place, found: "65") }
      known[name] = bit
      bits |= 1 << UInt64(bit)
    }
    return bits
  }
}

/// Stretches of time in JSON: `[open, close]`, where null closes never.
enum JSONSpans {
  static func span(_ field: JSONField, minus origin: Int = 0) throws(RoutingFileError)
    -> HorizonSpan
  {
    let edges = try field.items()
    guard edges.count == 2 else {
      throw edges.isEmpty && !field.isPresent
        ? field.missing() : RoutingFileError(.wrongCount, field.place, found: "\(edges.count)")
    }
    let range = 0...(1 << 50)
    let close = try edges[1].optionalInteger(range)
    return try RoutingFileLimits.span(
      try edges[0].integer(range) - origin, close.map { $0 - origin }, field.place, "")
  }

  static func list(_ field: JSONField, minus origin: Int = 0) throws(RoutingFileError)
    -> [HorizonSpan]
  {
    let items = try field.items()
    guard items.count <= 1_000 else {
      throw RoutingFileError(.tooLarge, field.place, found: "\(items.count)")
    }
    var spans: [HorizonSpan] = []
    for item in items { spans.append(try span(item, minus: origin)) }
    return spans
  }
}
