import FieldModel
public import Quantities
public import RouteSolver
import VisitRules

/// A share of the plan as the route solver sees it, with the way back to requests and crews.
public struct ShareProblem: Sendable {
  /// What a solver's stop stands for.
  struct Option: Sendable {
    let request: Int
    let option: Int
  }

  /// What a solver's vehicle stands for.
  struct CrewDay: Sendable {
    let crew: Int
    let date: ServiceDate
  }

  /// What a second of travel costs, and a point of a visit's value is worth, to the solver.
  static let travelRate: Int64 = 2
  static let valueRate: Int64 = 20
  /// What every visit is worth beyond its points: an hour and a half on the road.
  static let baseValue: Int64 = 10_800

  let share: PlanningShare
  let firstDay: ServiceDate
  let options: [Option]
  let crewDays: [CrewDay]
  /// The problem handed to the solver; `nil` when no crew has a day or no stop a place.
  public let problem: RoutingProblem?

  /// Times for one mode between all places of a share.
  public typealias MatrixMaker = ([Coordinate], TravelMode) -> TravelMatrix

  /// States a share as a routing problem.
  ///
  /// - Parameters:
  ///   - share: the crews and requests.
  ///   - world: the plan's days and rules.
  ///   - matrix: makes road travel times between places.
  /// - Throws: `RoutingProblemError` when the share cannot be stated.
  public init(
    _ share: PlanningShare, in world: PlanningWorld, matrix: MatrixMaker
  ) throws(RoutingProblemError) {
    self.share = share
    firstDay = world.dates.first ?? ServiceDate(daysSinceEpoch: 0)
    let modes = Self.modes(of: share)
    var places = PlaceList(bases: share.crews.map(\.base.coordinate))
    var options: [Option] = []
    var locations: [Index<RoutingLocation>] = []
    for (request, entry) in share.requests.enumerated() {
      for (position, option) in entry.request.options.enumerated() {
        options.append(Option(request: request, option: position))
        locations.append(places.add(option.coordinate))
      }
    }
    self.options = options
    var vehicles: [RoutingVehicle] = []
    var crewDays: [CrewDay] = []
    for date in world.dates {
      for (crew, member) in share.crews.enumerated() {
        guard
          let vehicle = Self.vehicle(
            member, at: places.bases[crew], on: date, in: world, modes: modes)
        else { continue }
        vehicles.append(vehicle)
        crewDays.append(CrewDay(crew: crew, date: date))
      }
    }
    self.crewDays = crewDays
    guard !vehicles.isEmpty, !options.isEmpty else {
      problem = nil
      return
    }
    let matrices = modes.map { matrix(places.coordinates, $0) }
    let stops = options.indices.map {
      Self.stop(
        options[$0], at: locations[$0], in: share, crewDays: crewDays, first: world.dates[0])
    }
    problem = try RoutingProblem(
      matrices: matrices, stops: stops, vehicles: vehicles,
      weights: ObjectiveWeights(imbalance: 3))
  }

  private static func modes(of share: PlanningShare) -> [TravelMode] {
    TravelMode.allCases.filter { mode in share.crews.contains { $0.mode == mode } }
  }

  private static func vehicle(
    _ crew: Crew, at base: Index<RoutingLocation>, on date: ServiceDate, in world: PlanningWorld,
    modes: [TravelMode]
  ) -> RoutingVehicle? {
    guard let shift = crew.shift(on: date) else { return nil }
    let assessment = world.rules.assess(crew, on: date)
    guard assessment.isAllowed, let matrix = modes.firstIndex(of: crew.mode) else { return nil }
    let day = world.dates[0].days(until: date)
    var vehicle = RoutingVehicle(
      day: day, matrix: matrix, start: base, end: base,
      shift: HorizonSpan(day: day, from: shift.start, until: shift.end))
    vehicle.maxDuty = min(crew.maximumDuty, assessment.maximumDuty)
    vehicle.maxDriving = min(crew.maximumDriving, assessment.maximumDriving)
    vehicle.continuousDriving = assessment.continuousDriving.map {
      ContinuousDriving(limit: $0, rest: assessment.drivingRest)
    }
    if shift.end > .endOfDay {
      // A window is of one day: what lies after midnight is the next day's, under its own rules.
      vehicle.latestServiceEnd = HorizonSpan.moment(day: day, .endOfDay)
    }
    vehicle.maxStops = crew.maximumStops
    vehicle.breaks = crew.breaks.map {
      RoutingBreak(
        window: HorizonSpan(day: day, from: $0.window.start, until: $0.window.end),
        duration: $0.duration)
    }
    vehicle.fixedCost = Cost(600 * travelRate)
    vehicle.costPerTravelSecond = travelRate
    vehicle.costPerWaitingSecond = 1
    return vehicle
  }

  private static func stop(
    _ option: Option, at location: Index<RoutingLocation>, in share: PlanningShare,
    crewDays: [CrewDay], first: ServiceDate
  ) -> RoutingStop {
    let entry = share.requests[option.request]
    let place = entry.request.options[option.option]
    let windows = place.windows.sorted { $0.key < $1.key }.flatMap { date, windows in
      windows.map {
        HorizonSpan(day: first.days(until: date), from: $0.start, until: $0.end)
      }
    }
    let vehicles = crewDays.indices.filter { vehicle in
      let crewDay = crewDays[vehicle]
      return entry.crews.contains(crewDay.crew) && place.windows[crewDay.date] != nil
        && share.crews[crewDay.crew].members.count >= place.minimumPersons
    }
    return RoutingStop(
      location: location, service: entry.request.service, windows: windows,
      isRequired: entry.request.isAppointment,
      prize: Cost(baseValue + Int64(max(0, entry.request.value - place.penalty)) * valueRate),
      allowedVehicles: vehicles.map { Index($0) },
      group: entry.request.options.count > 1 ? option.request : nil)
  }
}

/// The places of a share, each once: bases first.
private struct PlaceList {
  private(set) var coordinates: [Coordinate] = []
  private(set) var bases: [Index<RoutingLocation>] = []
  private var known: [Coordinate: Index<RoutingLocation>] = [:]

  init(bases: [Coordinate]) {
    for base in bases { self.bases.append(add(base)) }
  }

  mutating func add(_ coordinate: Coordinate) -> Index<RoutingLocation> {
    if let index = known[coordinate] { return index }
    let index = Index<RoutingLocation>(coordinates.count)
    coordinates.append(coordinate)
    known[coordinate] = index
    return index
  }
}
