import Briefing
import CaseImport
import FieldModel
import Foundation
import OfficeStore
import Press
import Quantities
import RoadNetwork
import VisitRules
import VisitSync

/// Gathers what the sheets of one plan are composed from.
struct SheetGathering {
  let workspace: Workspace
  let plan: VisitPlan
  let roads: RoadNetwork
  private let cases: [Identifier<LoanCase>: LoanCase]
  private let crews: [Identifier<Crew>: Crew]
  private let rules: RuleBook
  private let checklist: Checklist
  private let callTimes: [RiskTier: CallTimes]
  private let trips: [StoredTrip]
  private let salt: String
  private let receipts: CrewReceipt

  init(_ workspace: Workspace, plan: VisitPlan) throws {
    self.workspace = workspace
    self.plan = plan
    roads = try workspace.roads()
    let all = try workspace.stored { try $0.listCases() }
    cases = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    crews = Dictionary(
      try workspace.crews().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rules = try workspace.rules()
    checklist = try workspace.checklist()
    callTimes = try workspace.callTimes()
    trips = try workspace.stored { try $0.listTrips() }
    salt = try TokenSalt.read(workspace)
    receipts = CrewReceipt(
      trips: trips, state: try workspace.foldedState(), phrases: workspace.terminal.phrases.sync)
  }

  /// The sources of the sheet of `route`.
  ///
  /// - Throws: ``CommandFailure`` when the crew or a case is no longer there.
  func sources(for route: DailyRoute) throws -> SheetSources {
    guard let crew = crews[route.crew] else {
      throw CommandFailure(
        .badInput, workspace.terminal.phrases.commands.unknownCrew(route.crew.text))
    }
    let numbers = Set(route.stops.flatMap(\.cases))
    var sources = SheetSources(
      route: route, crew: crew,
      cases: numbers.sorted().compactMap { cases[$0] }, planCode: plan.code,
      printed: workspace.now, checklist: checklist, office: office)
    sources.legs = legs(of: route, crew: crew)
    sources.callTimes = callTimes
    let daylight = Daylight(
      at: crew.base.coordinate, on: route.date, offsetMinutes: workspace.settings.offsetMinutes)
    sources.sunset = daylight.sunset
    sources.lawfulHours = lawfulHours(of: route)
    sources.stopTriggers = triggers(of: route, crew: crew)
    sources.dayTriggers = sources.stopTriggers.values.reduce(into: []) { $0.formUnion($1) }
    sources.navigation = NavigationApp(rawValue: workspace.settings.navigationApp.rawValue) ?? .geo
    sources.tokenSalt = salt
    sources.licenceLine = roads.summary.source.licenceLine
    sources.dayKey = dayKey(of: route)
    sources.receipt = receipts.notice(for: route.crew, on: route.date)
    return sources
  }

  /// The route for other programs.
  func exchange(for route: DailyRoute, legs: [RouteLeg]) -> RouteExchange? {
    crews[route.crew].map {
      RouteExchange(
        route: route, base: $0.base.coordinate, legs: legs.map(\.line),
        cases: route.stops.flatMap(\.cases).compactMap { cases[$0] }, tokenSalt: salt)
    }
  }

  private var office: OfficeCard {
    let isMainland = workspace.settings.jurisdiction.text == "CN"
    return OfficeCard(
      deskPhone: workspace.settings.controllerPhone,
      emergency: workspace.terminal.phrases.commands.emergencyNumbers(isMainland).map {
        OfficeCard.Number(label: $0.label, number: $0.number)
      })
  }

  private func legs(of route: DailyRoute, crew: Crew) -> [RouteLeg] {
    let places = [crew.base.coordinate] + route.stops.map(\.coordinate) + [crew.base.coordinate]
    let positions = places.map { roads.nearest($0, mode: crew.mode) }
    return zip(positions, positions.dropFirst()).map { from, to in
      guard let from, let to, let way = roads.route(from: from, to: to, mode: crew.mode) else {
        return RouteLeg(steps: [], line: [])
      }
      return RouteLeg(way, in: workspace.terminal.language)
    }
  }

  /// The hours in which the route's visits are lawful, over all stops.
  private func lawfulHours(of route: DailyRoute) -> [TimeWindow] {
    let windows = route.stops.map(\.window)
    guard let first = windows.map(\.start).min(), let last = windows.map(\.end).max() else {
      return []
    }
    return [TimeWindow(start: first, end: last)]
  }

  private func triggers(
    of route: DailyRoute, crew: Crew
  ) -> [Identifier<PlannedVisit>: Set<ChecklistTrigger>] {
    var triggers: [Identifier<PlannedVisit>: Set<ChecklistTrigger>] = [:]
    for stop in route.stops {
      let group = stop.cases.compactMap { cases[$0] }
      guard let address = group.lazy.compactMap({ $0.findAddress(stop.address) }).first else {
        continue
      }
      triggers[stop.visit] = ChecklistTriggers.of(
        group, address: address, risk: stop.risk, on: route.date, at: stop.start,
        daylight: Daylight(
          at: stop.coordinate, on: route.date, offsetMinutes: workspace.settings.offsetMinutes),
        persons: crew.members.count)
    }
    return triggers
  }

  private func dayKey(of route: DailyRoute) -> DayKeyText? {
    let trip = trips.last {
      $0.planCode == plan.code && $0.crew == route.crew && $0.date == route.date
    }
    return trip.map { DayKeyText(typed: $0.dayKey, payload: $0.dayKey) }
  }
}

/// The secret that case tokens are made with; without it a token means nothing.
enum TokenSalt {
  /// The workspace's salt; drawn and kept at first use.
  static func read(_ workspace: Workspace) throws -> String {
    let file = workspace.layout.keys.appendingPathComponent("token-salt")
    if let data = FileManager.default.contents(atPath: file.path) {
      return String(decoding: data, as: UTF8.self)
    }
    var generator = SystemRandomNumberGenerator()
    let salt = String(generator.next(), radix: 16) + String(generator.next(), radix: 16)
    try AtomicFile.write(Array(salt.utf8), to: file, permissions: 0o600)
    return salt
  }
}

extension Workspace {
  /// When crews call, as the folder `checklists` says.
  func callTimes() throws -> [RiskTier: CallTimes] {
    let file = layout.checklists.appendingPathComponent("check-in.yaml")
    let (table, remarks) = CheckInRules.read(try InputFile.read(file, terminal: terminal))
    terminal.show(remarks, of: file)
    guard let table else { return CallTimes.usual }
    var times: [RiskTier: CallTimes] = [:]
    for tier in RiskTier.allCases {
      guard let plan = table.plan(for: tier) else { continue }
      times[tier] = CallTimes(
        atArrival: plan.points.contains(.arrival), pulse: plan.pulse, grace: plan.grace)
    }
    return times
  }
}
