public import Quantities

/// One place that may be visited once.
public struct RoutingStop: Hashable, Sendable {
  /// Where it is.
  public var location: Index<RoutingLocation>
  /// How long the visit takes.
  public var service: Seconds
  /// When service may begin; empty means at any time.
  public var windows: [HorizonSpan]
  /// Whether leaving it out costs ``ObjectiveWeights/unservedRequired``.
  public var isRequired: Bool
  /// How much of a vehicle's ``RoutingVehicle/capacity`` it takes, in any unit.
  public var load: Int32
  /// What leaving it out costs in any case.
  public var prize: Cost
  /// A level of ``ObjectiveWeights/priorities``.
  public var priority: Int
  /// The skills a vehicle must have, one bit each.
  public var skills: UInt64
  /// The vehicles that may come; `nil` for all.
  public var allowedVehicles: [Index<RoutingVehicle>]?
  /// What it costs extra when certain vehicles come.
  public var affinities: [RoutingAffinity]
  /// Stops of one group are alternatives: at most one is visited.
  ///
  /// A group is required if a member is, has the highest priority of its members, and what its
  /// best member's prize exceeds the visited member's prize by is paid as an unserved prize.
  public var group: Int?
  /// A position in ``RoutingProblem/spacings``.
  public var spacing: Int?
  /// The one vehicle that may come, whatever `allowedVehicles` says.
  public var pinnedVehicle: Index<RoutingVehicle>?
  /// The one day on which it may be visited.
  public var pinnedDay: Int?
  /// The one moment at which service may begin, whatever `windows` say.
  public var pinnedStart: Seconds?
  /// The one place among the visits of a route at which it may be visited.
  ///
  /// A stop that cannot stand there is left out. Locked visits come before all others, so none of
  /// those can be first where there are some.
  public var pinnedPosition: RoutePosition?

  /// A stop; see the properties.
  public init(
    location: Index<RoutingLocation>, service: Seconds, windows: [HorizonSpan] = [],
    load: Int32 = 0, isRequired: Bool = true, prize: Cost = .zero, priority: Int = 0,
    skills: UInt64 = 0,
    allowedVehicles: [Index<RoutingVehicle>]? = nil, affinities: [RoutingAffinity] = [],
    group: Int? = nil, spacing: Int? = nil, pinnedVehicle: Index<RoutingVehicle>? = nil,
    pinnedDay: Int? = nil, pinnedStart: Seconds? = nil,
    pinnedPosition: RoutePosition? = nil
  ) {
    self.location = location
    self.service = service
    self.windows = windows
    self.load = load
    self.isRequired = isRequired
    self.prize = prize
    self.priority = priority
    self.skills = skills
    self.allowedVehicles = allowedVehicles
    self.affinities = affinities
    self.group = group
    self.spacing = spacing
    self.pinnedVehicle = pinnedVehicle
    self.pinnedDay = pinnedDay
    self.pinnedStart = pinnedStart
    self.pinnedPosition = pinnedPosition
  }
}

/// What it costs extra when `vehicle` makes a visit; negative where it is welcome.
public struct RoutingAffinity: Hashable, Sendable {
  /// The vehicle concerned.
  public var vehicle: Index<RoutingVehicle>
  /// The cost on top of all others.
  public var cost: Cost

  /// An extra `cost` for `vehicle`.
  public init(vehicle: Index<RoutingVehicle>, cost: Cost) {
    self.vehicle = vehicle
    self.cost = cost
  }
}
