import Gazetteer
import Quantities

/// A hand-made draft: two English towns with a street of one name, and a Chinese county town.
enum SmallWorld {
  static func at(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitude: Int32(latitude * 1e7), longitude: Int32(longitude * 1e7))
  }

  static func place(
    _ kind: PlaceDraft.Kind, _ names: [PlaceDraft.Name], _ latitude: Double, _ longitude: Double,
    radius: Double
  ) -> PlaceDraft.Place {
    PlaceDraft.Place(
      kind: kind, names: names, coordinate: at(latitude, longitude),
      radius: Distance(metres: radius))
  }

  static func english(_ text: String) -> [PlaceDraft.Name] { [.init(text: text)] }

  static func chinese(_ text: String, _ pinyin: String) -> [PlaceDraft.Name] {
    [.init(text: text), .init(language: "zh-Latn-pinyin", text: pinyin)]
  }

  /// An east–west street through a point.
  static func street(
    _ names: [PlaceDraft.Name], _ latitude: Double, _ longitude: Double
  ) -> PlaceDraft.Street {
    PlaceDraft.Street(
      names: names, lines: [[at(latitude, longitude - 0.003), at(latitude, longitude + 0.003)]])
  }

  static func houses(
    _ numbers: [String], street: String, place: String, postcode: String, _ latitude: Double,
    _ longitude: Double
  ) -> [PlaceDraft.House] {
    numbers.enumerated().map { index, number in
      PlaceDraft.House(
        number: number, street: street, place: place, postcode: postcode,
        coordinate: at(latitude + 0.0001, longitude + Double(index) * 0.0003))
    }
  }

  static let draft: PlaceDraft = {
    var draft = PlaceDraft(sourceName: "small.osm", licenceLine: "© nobody")
    draft.places = [
      place(.town, english("Ryde"), 50.730, -1.160, radius: 2000),
      place(.town, english("Newport"), 50.700, -1.290, radius: 2500),
      place(.suburb, english("Oakfield"), 50.722, -1.150, radius: 500),
      place(.village, english("Whitwell"), 50.600, -1.260, radius: 700),
      place(.landmark, english("Ryde Pavilion"), 50.7325, -1.155, radius: 60),
      place(.district, chinese("清溪县", "Qīngxī Xiàn"), 33.000, 117.000, radius: 9000),
      place(.town, chinese("城关镇", "Chéngguān Zhèn"), 33.000, 117.000, radius: 2500),
      place(.village, chinese("王家村", "Wángjiā Cūn"), 33.040, 117.050, radius: 600),
      place(.village, chinese("李家", "Lǐjiā"), 32.960, 117.040, radius: 600),
      place(.landmark, chinese("第一中学", "Dì-Yī Zhōngxué"), 33.004, 117.006, radius: 150),
      place(.landmark, chinese("3号楼", "3 Hao Lou"), 33.008, 117.008, radius: 20),
    ]
    var garden = place(
      .compound, chinese("阳光花园", "Yángguāng Huāyuán"), 33.0020, 117.0100, radius: 150)
    garden.entrances = [at(33.0035, 117.0100), at(33.0006, 117.0101)]
    let riverside = place(
      .compound, chinese("滨河小区", "Bīnhé Xiǎoqū"), 33.0100, 117.0200, radius: 200)
    draft.places += [garden, riverside]
    draft.streets = [
      street(english("Green Street"), 50.7310, -1.1600),
      street(english("High Street"), 50.7290, -1.1620),
      street(english("High Street"), 50.7000, -1.2900),
      street(english("St John's Road"), 50.7240, -1.1560),
      street(english("Church Lane"), 50.6005, -1.2600),
      street(chinese("河东路", "Hédōng Lù"), 33.0000, 117.0100),
      street(chinese("人民大街", "Rénmín Dàjiē"), 32.9950, 117.0000),
      street(chinese("八一路", "Bāyī Lù"), 32.9980, 116.9950),
      street(
        [
          .init(text: "彌敦道 Nathan Road"), .init(language: "en", text: "Nathan Road"),
          .init(language: "zh", text: "彌敦道"),
        ], 33.0060, 116.9900),
    ]
    draft.houses =
      houses(
        ["2", "4", "6", "12A", "14", "20", "22"], street: "Green Street", place: "Ryde",
        postcode: "PO33 2QT", 50.7310, -1.1610)
      + houses(
        ["1", "3", "5", "7", "9"], street: "High Street", place: "Ryde", postcode: "PO33 2RE",
        50.7290, -1.1630)
      + houses(
        ["5", "7", "8-12", "44"], street: "High Street", place: "Newport", postcode: "PO30 1SS",
        50.7000, -1.2910)
      + houses(
        ["Rose Cottage", "1"], street: "Church Lane", place: "Whitwell", postcode: "PO38 2PP",
        50.6005, -1.2600)
      + houses(
        ["3", "5"], street: "Forgotten Row", place: "Seaview", postcode: "PO34 5AA", 50.7200,
        -1.1100)
      + houses(
        ["126号", "128号", "136号"], street: "河东路", place: "清溪县", postcode: "", 33.0000, 117.0090)
      + houses(
        ["1栋", "2栋", "3栋", "A座"], street: "阳光花园", place: "清溪县", postcode: "", 33.0020,
        117.0095)
      + houses(
        ["10栋", "12栋", "14幢"], street: "", place: "滨河小区", postcode: "", 33.0100, 117.0195)
      + houses(["12号", "15号"], street: "", place: "王家村", postcode: "", 33.0400, 117.0500)
      + houses(["8"], street: "人民大街", place: "城关镇", postcode: "", 32.9950, 117.0000)
      + houses(["1栋"], street: "和谐家园", place: "城关镇", postcode: "", 33.0050, 116.9960)
    return draft
  }()

  static let bytes = PlaceFileBuilder.build(draft)

  static func gazetteer() throws -> Gazetteer { try Gazetteer(FileBytes(bytes)) }
}
