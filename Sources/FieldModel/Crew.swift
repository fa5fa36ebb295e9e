public import Quantities

/// Something a crew can do or hold: `legal`, `motorcycle`, `lang:yue`; a name for identifiers only.
public enum Skill {}

/// Somebody who goes out.
public struct CrewMember: Hashable, Sendable {
  /// The staff number.
  public var id: Identifier<CrewMember>
  /// The name, printed on the crew's own sheets only.
  public var name: String
  /// The last day of the training certificate; `nil` when there is none.
  public var trainedUntil: ServiceDate?
  /// The last day of the badge and authorisation letter; `nil` when there is none.
  public var authorisedUntil: ServiceDate?

  /// A member by staff number and name.
  public init(id: Identifier<CrewMember>, name: String) {
    self.id = id
    self.name = name
  }
}

/// Where crews start and end their day.
public struct CrewBase: Hashable, Sendable {
  /// The base's code.
  public var id: Identifier<CrewBase>
  /// What people call it.
  public var name: String
  /// Its address as written.
  public var address: String
  /// Where it is.
  public var coordinate: Coordinate

  /// A base by code, name, address and place.
  public init(id: Identifier<CrewBase>, name: String, address: String, coordinate: Coordinate) {
    self.id = id
    self.name = name
    self.address = address
    self.coordinate = coordinate
  }
}

/// A pause that a crew takes within a span of the day.
public struct CrewBreak: Hashable, Sendable {
  /// When it may begin.
  public var window: TimeWindow
  /// How long it lasts.
  public var duration: Seconds

  /// A pause of `duration` that begins within `window`.
  public init(window: TimeWindow, duration: Seconds) {
    self.window = window
    self.duration = duration
  }
}

/// Two or more people who visit together, with what limits their day.
public struct Crew: Hashable, Sendable {
  /// The crew's code.
  public var id: Identifier<Crew>
  /// What people call it.
  public var name: String
  /// Who goes; the first leads the talk.
  public var members: [CrewMember]
  /// Where the day starts and ends.
  public var base: CrewBase
  /// How the crew moves.
  public var mode: TravelMode
  /// The vehicle's number plate; empty on foot.
  public var plate: String
  /// What the crew can do.
  public var skills: Set<Identifier<Skill>>
  /// Working hours by weekday; a day that is missing is free.
  public var shifts: [Weekday: TimeWindow]
  /// Days on which the crew is away although a shift says otherwise.
  public var daysOff: Set<ServiceDate>
  /// Pauses, in order of window.
  public var breaks: [CrewBreak]
  /// How long a day may be from leaving to return.
  public var maximumDuty: Seconds
  /// How long a day may be spent driving.
  public var maximumDriving: Seconds
  /// How many stops a day may have.
  public var maximumStops: Int

  /// A crew with no shift yet: 8 h of duty, 5 h of driving, 25 stops at most.
  public init(
    id: Identifier<Crew>, name: String, members: [CrewMember], base: CrewBase, mode: TravelMode
  ) {
    self.id = id
    self.name = name
    self.members = members
    self.base = base
    self.mode = mode
    plate = ""
    skills = []
    shifts = [:]
    daysOff = []
    breaks = []
    maximumDuty = .hours(8)
    maximumDriving = .hours(5)
    maximumStops = 25
  }

  /// The crew's working hours on `date`; `nil` when it is free.
  public func shift(on date: ServiceDate) -> TimeWindow? {
    daysOff.contains(date) ? nil : shifts[date.weekday]
  }
}
