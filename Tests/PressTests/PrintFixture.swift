import Briefing
import FieldModel
import Press
import Quantities
import RoadNetwork

/// A town on a grid with a river and a coast, and sheets of a crew's day in it.
struct GridTown: MapSource {
  static let origin = Coordinate(latitude: 336_300_000, longitude: 1_169_700_000)

  static func place(_ east: Int, _ north: Int) -> Coordinate {
    Coordinate(
      latitude: origin.latitude + Int32(north) * 9_000,
      longitude: origin.longitude + Int32(east) * 10_800)
  }

  func mapStreets(in bounds: CoordinateBounds, minimumClass: RoadClass) -> [MapStreet] {
    (0...10).flatMap { row in
      let roadClass: RoadClass = row % 5 == 0 ? .primary : .residential
      let names = [
        RoadDraft.Name(text: "人民路\(row)"), RoadDraft.Name(language: "en", text: "Main \(row)"),
      ]
      let line = (0...10).map { $0 }
      return [
        MapStreet(
          roadClass: roadClass, names: names, points: line.map { Self.place($0, row) }),
        MapStreet(roadClass: roadClass, points: line.map { Self.place(row, $0) }),
      ]
    }
    .filter { $0.roadClass.rawValue <= minimumClass.rawValue }
  }

  func mapScenery(in bounds: CoordinateBounds) -> [RoadDraft.Scenery] {
    [
      RoadDraft.Scenery(kind: .river, rings: [[Self.place(-3, 3), Self.place(14, 4)]]),
      RoadDraft.Scenery(
        kind: .wood,
        rings: [[Self.place(1, 1), Self.place(3, 1), Self.place(3, 3), Self.place(1, 1)]]),
      RoadDraft.Scenery(kind: .coastline, rings: [[Self.place(-40, 9), Self.place(50, 9)]]),
    ]
  }

  func mapLabels(in bounds: CoordinateBounds) -> [RoadDraft.Label] {
    [RoadDraft.Label(names: [.init(text: "青溪")], coordinate: Self.place(5, 5), rank: 1)]
  }
}

/// Sheets to print.
enum PrintFixture {
  static let rareNames = ["李㛃", "王䶮", "赵𠅤"]

  static func sheet(
    _ language: Language, stops count: Int, privacy: PrivacyLevel = .standard,
    extraName: String? = nil
  ) -> RouteSheet {
    let date = ServiceDate(daysSinceEpoch: 20_781)
    let window = TimeWindow(start: TimeOfDay(hour: 9), end: TimeOfDay(hour: 18))
    var cases: [LoanCase] = []
    var stops: [PlannedStop] = []
    var legs: [RouteLeg] = []
    var clock = TimeOfDay(hour: 9)
    var previous = GridTown.place(0, 0)
    for number in 1...count {
      let name = number == 1 ? extraName ?? rareNames[0] : rareNames[number % 3]
      var loanCase = LoanCase(
        id: Identifier("QX-\(number)"), lender: "River Bank",
        borrower: Borrower(id: Identifier("B\(number)"), name: name),
        loans: [
          Loan(
            id: "L", product: "Loan", overdue: Money(minorUnits: 123_456, currency: .cny),
            overdueSince: date.adding(days: -40))
        ])
      let place = GridTown.place(number * 3 % 11, number * 7 % 11)
      loanCase.addresses = [
        Address(id: "A1", kind: .home, text: "青溪县城关镇人民路\(number)号2单元301室")
      ]
      cases.append(loanCase)
      clock = clock + .minutes(5)
      stops.append(
        PlannedStop(
          visit: Identifier("v\(number)"), request: "r", borrower: loanCase.borrower.id,
          cases: [loanCase.id], address: "A1", coordinate: place, purpose: .contact,
          arrival: clock, start: clock, service: .minutes(15), window: window,
          travel: .minutes(5), distance: Distance(metres: 1200),
          risk: number % 4 == 0 ? .medium : .low))
      clock = clock + .minutes(15)
      legs.append(
        RouteLeg(
          steps: [
            DirectionStep(.depart(.east), road: "人民路", distance: Distance(metres: 400)),
            DirectionStep(.left, road: "河西街", distance: Distance(metres: 800)),
            DirectionStep(.arrive(.right)),
          ], line: [previous, place]))
      previous = place
    }
    let base = CrewBase(
      id: "b1", name: "城关驻点", address: "人民路1号", coordinate: GridTown.place(0, 0))
    let crew = Crew(
      id: "c1", name: "城关一组", members: [CrewMember(id: "1021", name: "陈晓")], base: base,
      mode: .car)
    let route = DailyRoute(
      crew: "c1", date: date, departure: TimeOfDay(hour: 9), back: clock + .minutes(9),
      stops: stops, returnTravel: .minutes(9), returnDistance: Distance(metres: 1500))
    var sources = SheetSources(
      route: route, crew: crew, cases: cases, planCode: "7KQ2M9XT",
      printed: Instant(secondsSinceEpoch: 1_795_428_300, offsetMinutes: 480),
      checklist: Checklist(items: []),
      office: OfficeCard(
        deskPhone: "0557-555-0100", emergency: [OfficeCard.Number(label: "SOS", number: "110")]))
    sources.legs = legs
    sources.navigation = .amap
    sources.licenceLine = "© OpenStreetMap contributors"
    return SheetComposer(sources, language: language, privacy: privacy).compose()
  }
}
