import FieldModel
import Gazetteer
import Planning
import Quantities
import Testing

@Suite("Locator")
struct LocatorTests {
  private static func at(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(
      latitude: Int32((latitude * 1e7).rounded()), longitude: Int32((longitude * 1e7).rounded()))
  }

  private let bounds = CoordinateBounds(
    southWest: LocatorTests.at(32.8, 116.8), northEast: LocatorTests.at(33.2, 117.2))

  private func locator() throws -> Locator {
    var draft = PlaceDraft(sourceName: "town", licenceLine: "")
    func place(
      _ kind: PlaceDraft.Kind, _ name: String, _ coordinate: Coordinate, _ metres: Double
    ) {
      draft.places.append(
        .init(
          kind: kind, names: [.init(text: name)], coordinate: coordinate,
          radius: Distance(metres: metres)))
    }
    place(.district, "清溪县", Self.at(33, 117), 12_000)
    place(.town, "东镇", Self.at(33.0, 117.0), 1500)
    place(.town, "西镇", Self.at(33.0, 116.9), 1500)
    place(.village, "王家村", Self.at(33.05, 117.05), 500)
    place(.town, "远方镇", Self.at(40, 100), 1500)
    for longitude in [117.0, 116.9] {
      let place = longitude == 117.0 ? "东镇" : "西镇"
      draft.streets.append(
        .init(
          names: [.init(text: "人民路")],
          lines: [[Self.at(33, longitude - 0.002), Self.at(33, longitude + 0.002)]]))
      for number in [1, 3, 8] {
        draft.houses.append(
          .init(
            number: "\(number)号", street: "人民路", place: place, postcode: "",
            coordinate: Self.at(33.0001, longitude + Double(number) * 0.0002)))
      }
    }
    let gazetteer = try Gazetteer(FileBytes(PlaceFileBuilder.build(draft)))
    return Locator(gazetteer: gazetteer, bounds: bounds)
  }

  private func address(_ text: String) -> Address { Address(id: "A1", kind: .home, text: text) }

  @Test("a house that only one place can be needs nobody's eye")
  func sure() throws {
    let finding = try locator().locate(address("清溪县东镇人民路3号2单元"))
    #expect(finding.location?.coordinate == Self.at(33.0001, 117.0006))
    #expect(finding.location?.precision == .house && finding.location?.source == .gazetteer)
    #expect(finding.location?.isDoubtful == false)
    #expect(finding.doubts.isEmpty && finding.candidates.isEmpty)
  }

  @Test("two streets of one name are both listed, whatever lies nearer")
  func ambiguous() throws {
    let near = Self.at(33.0, 116.9)
    let finding = try locator().locate(address("清溪县人民路3号"), near: near)
    #expect(finding.doubts == [.severalPlaces])
    #expect(finding.candidates.map(\.label) == ["西镇人民路3号", "东镇人民路3号"])
    let location = try #require(finding.location)
    #expect(location.isDoubtful && location.candidates.map(\.label) == ["东镇人民路3号"])
  }

  @Test(
    "what is found only in part is doubtful, and what is not found has no place",
    arguments: [
      ("东镇人民路300号", LocatingDoubt.partlyFound, LocationPrecision?.some(.street)),
      ("清溪县南湖路8号", .partlyFound, nil),
      ("清溪县", .onlyDistrict, .district),
      ("北京市朝阳区建国路1号", .notFound, nil),
      ("远方镇", .notFound, nil),
      ("  ", .nothingGiven, nil),
    ])
  func partly(_ text: String, doubt: LocatingDoubt, precision: LocationPrecision?) throws {
    let finding = try locator().locate(address(text))
    #expect(finding.doubts.contains(doubt), "\(finding.doubts)")
    #expect(finding.location?.precision == precision)
    #expect(finding.location?.isDoubtful ?? true)
  }

  @Test("a village that the address names wholly is a place, not a doubt")
  func village() throws {
    let finding = try locator().locate(address("清溪县王家村"))
    #expect(finding.location?.precision == .place && finding.location?.isDoubtful == false)
  }

  @Test("coordinates are converted from their own datum", arguments: Datum.allCases)
  func datums(_ datum: Datum) throws {
    let place = Self.at(33.0001, 117.0006)
    var address = address("东镇人民路3号")
    address.given = ForeignCoordinate(place, in: datum)
    let finding = try locator().locate(address)
    let location = try #require(finding.location)
    #expect(location.coordinate.metres(to: place) < 1)
    #expect(location.source == .given && !location.isDoubtful && finding.doubts.isEmpty)
  }

  @Test("coordinates in another datum than stated are noticed by the address")
  func wrongDatum() throws {
    var address = address("东镇人民路3号")
    let shifted = ForeignCoordinate(Self.at(33.0001, 117.0006), in: .gcj02)
    address.given = ForeignCoordinate(
      datum: .wgs84, latitude: shifted.latitude, longitude: shifted.longitude)
    let finding = try locator().locate(address)
    #expect(finding.doubts == [.otherDatum])
    #expect(finding.diagnostics.map(\.advice) == ["gcj02"])
    #expect(finding.location?.isDoubtful == true)
  }

  @Test("exchanged latitude and longitude are put right, and shown")
  func swapped() throws {
    var address = address("东镇人民路3号")
    address.given = ForeignCoordinate(datum: .wgs84, latitude: 117.0006, longitude: 33.0001)
    let finding = try locator().locate(address)
    #expect(finding.doubts == [.swapped])
    #expect(finding.location?.coordinate == Self.at(33.0001, 117.0006))
    #expect(finding.location?.isDoubtful == true)
    #expect(finding.diagnostics.map(\.code) == ["coordinate-swapped"])
  }

  @Test("coordinates off the map give way to the address, with an error")
  func outside() throws {
    var address = address("东镇人民路3号")
    address.given = ForeignCoordinate(datum: .wgs84, latitude: 50, longitude: 8)
    let finding = try locator().locate(address)
    #expect(finding.doubts == [.outsideMap])
    #expect(finding.diagnostics.map(\.severity) == [.error])
    #expect(finding.location?.source == .gazetteer && finding.location?.isDoubtful == true)
    address.text = ""
    address.given = ForeignCoordinate(datum: .wgs84, latitude: .nan, longitude: 900)
    let nowhere = try locator().locate(address)
    #expect(nowhere.location == nil && nowhere.diagnostics.map(\.advice) == ["not-on-earth"])
  }

  @Test("coordinates far from where the address lies are doubtful")
  func far() throws {
    var address = address("东镇人民路3号")
    address.given = ForeignCoordinate(datum: .wgs84, latitude: 33.1, longitude: 117.1)
    let finding = try locator().locate(address)
    #expect(finding.doubts == [.farFromText])
    #expect(finding.candidates.first?.label == "东镇人民路3号")
  }

  @Test("a pin is never overwritten")
  func pin() throws {
    var address = address("东镇人民路3号")
    address.given = ForeignCoordinate(datum: .wgs84, latitude: 33.1, longitude: 117.1)
    let pin = Location(coordinate: Self.at(33.02, 117.03), precision: .door, source: .pin)
    address.location = pin
    #expect(try locator().locate(address).location == pin)
    address.location?.coordinate = Self.at(50, 8)
    let finding = try locator().locate(address)
    #expect(finding.location == address.location && finding.doubts == [.pinOutsideMap])
  }

  @Test("the work list has the unlocated first, then the doubtful, and locating twice is the same")
  func workList() throws {
    let money = Money(minorUnits: 1, currency: .cny)
    let overdue = Loan(
      id: "L", product: "", overdue: money,
      overdueSince: try #require(ServiceDate(year: 2026, month: 1, day: 1)))
    var cases = ["清溪县人民路3号", "东镇人民路3号", "月球1号"].enumerated().map { index, text in
      var loanCase = LoanCase(
        id: "C\(index)", lender: "B", borrower: Borrower(id: "P", name: "N"), loans: [overdue])
      loanCase.addresses = [address(text)]
      return loanCase
    }
    let report = try locator().locate(&cases)
    #expect(report.workList.map(\.loanCase.text) == ["C2", "C0"])
    #expect(report.count(.located) == 1 && report.count(.doubtful) == 1)
    #expect(report.count(.house) == 2 && report.count(.gazetteer) == 2)
    #expect(cases[1].addresses[0].location?.isDoubtful == false)
    let before = cases
    #expect(try locator().locate(&cases) == report)
    #expect(cases == before)
  }
}
