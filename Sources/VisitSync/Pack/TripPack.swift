public import FieldModel
public import Quantities

/// What the office sends out with one crew for one day: the stops and what may be known of them.
public struct TripPack: Hashable, Sendable {
  /// The trip's name, fresh for every pack.
  public var trip: Identifier<Trip>
  /// The plan's code.
  public var plan: String
  /// The crew.
  public var crew: Identifier<Crew>
  /// The crew's name.
  public var crewName: String
  /// The day.
  public var date: ServiceDate
  /// Who goes.
  public var members: [PackMember]
  /// When the pack was made; its offset is the office's.
  public var issued: Instant
  /// Made for this trip: endorses the key of every log that is opened on the pack.
  public var endorsingKey: SigningKey
  /// Logs are sealed to it; receipts are checked with it.
  public var office: OfficePublicKey
  /// The day's stops in their order.
  public var stops: [PackStop]
  /// The checklists whose items the stops name.
  public var checklists: [PackChecklist]

  /// A pack for one crew and day.
  public init(
    trip: Identifier<Trip>, plan: String, crew: Identifier<Crew>, crewName: String,
    date: ServiceDate, members: [PackMember], issued: Instant, endorsingKey: SigningKey,
    office: OfficePublicKey, stops: [PackStop], checklists: [PackChecklist]
  ) {
    self.trip = trip
    self.plan = plan
    self.crew = crew
    self.crewName = crewName
    self.date = date
    self.members = members
    self.issued = issued
    self.endorsingKey = endorsingKey
    self.office = office
    self.stops = stops
    self.checklists = checklists
  }

  /// What the office remembers of the trip to know its logs again.
  public var knownTrip: KnownTrip {
    KnownTrip(trip: trip, endorsing: endorsingKey.publicKey)
  }
}

/// A trip that the office sent out, and the key that endorses its logs.
public struct KnownTrip: Hashable, Sendable {
  /// The trip.
  public var trip: Identifier<Trip>
  /// The public half of the pack's endorsing key.
  public var endorsing: PublicKey

  /// A trip and its endorsing key.
  public init(trip: Identifier<Trip>, endorsing: PublicKey) {
    self.trip = trip
    self.endorsing = endorsing
  }
}

/// One of the crew.
public struct PackMember: Hashable, Sendable {
  /// The name that events are written under.
  public var id: Identifier<CrewMember>
  /// The name people read.
  public var name: String

  /// A member and their name.
  public init(id: Identifier<CrewMember>, name: String) {
    self.id = id
    self.name = name
  }
}

/// One stop as a crew may know it.
public struct PackStop: Hashable, Sendable {
  /// The visit.
  public var visit: Identifier<PlannedVisit>
  /// The token that stands for the case on paper and screen.
  public var caseToken: String
  /// The lender's case numbers.
  public var caseNumbers: [String]
  /// The address as it is written.
  public var address: String
  /// Where it is; `nil` if only the text is known.
  public var coordinate: Coordinate?
  /// When the visit may be.
  public var window: TimeWindow
  /// When the crew should be there.
  public var arrival: TimeOfDay
  /// How long the visit should take.
  public var service: Seconds
  /// The purpose's code.
  public var purpose: String
  /// The dossier's fields that may be shown in the app, in order.
  public var dossier: [PackField]
  /// The checklist items to go through, in order.
  public var checklistItems: [Identifier<ChecklistItem>]

  /// A stop of the day.
  public init(
    visit: Identifier<PlannedVisit>, caseToken: String, caseNumbers: [String], address: String,
    coordinate: Coordinate?, window: TimeWindow, arrival: TimeOfDay, service: Seconds,
    purpose: String, dossier: [PackField], checklistItems: [Identifier<ChecklistItem>]
  ) {
    self.visit = visit
    self.caseToken = caseToken
    self.caseNumbers = caseNumbers
    self.address = address
    self.coordinate = coordinate
    self.window = window
    self.arrival = arrival
    self.service = service
    self.purpose = purpose
    self.dossier = dossier
    self.checklistItems = checklistItems
  }
}

/// A labelled line of a dossier.
public struct PackField: Hashable, Sendable {
  /// The label's code.
  public var label: String
  /// What it says.
  public var value: String

  /// A labelled line.
  public init(label: String, value: String) {
    self.label = label
    self.value = value
  }
}

/// A checklist as it is shown, with the hash that answers cite.
public struct PackChecklist: Hashable, Sendable {
  /// The checklist's name.
  public var id: String
  /// The items in order.
  public var items: [PackChecklistItem]

  /// A checklist of `items`.
  public init(id: String, items: [PackChecklistItem]) {
    self.id = id
    self.items = items
  }

  /// SHA-256 of the items' JSON, base64url: what a `checklist.answered` event cites.
  public var hash: String { Fingerprint.text(JSONValue.array(items.map(\.json)).text) }
}

/// One item of a checklist, in the languages the crew reads.
public struct PackChecklistItem: Hashable, Sendable {
  /// The item's code.
  public var id: Identifier<ChecklistItem>
  /// The section's code.
  public var section: String
  /// The line in English.
  public var english: String
  /// The line in simplified Chinese.
  public var chinese: String
  /// Whether it must be ticked.
  public var isMandatory: Bool

  /// The item of a workspace's checklist.
  public init(_ item: ChecklistItem) {
    id = item.id
    section = item.section.rawValue
    english = item.english
    chinese = item.chinese
    isMandatory = item.isMandatory
  }
}
