import Quantities

/// An opened and verified place file; `Formats/PlaceFile` says what each byte means.
struct PlaceFile: Sendable {
  static let magic: [UInt8] = Array("RNDSPLAC".utf8)
  /// The one version that this code writes and reads.
  static let version: UInt32 = 1
  /// Stands for "none" where a holder is expected.
  static let none: UInt32 = .max

  static let headerLength = 24
  static let entryLength = 24
  static let trailerLength = 8

  /// The sections in the order they are written.
  enum Section: UInt32, CaseIterable, Sendable {
    case summary = 1
    case strings, stringStarts, holders, names, points, houses, postcodeHouses
    case keys, keyTargets, terms, postings

    /// The bytes of one record.
    var stride: Int {
      switch self {
      case .summary: 48
      case .strings: 1
      case .stringStarts, .postcodeHouses, .postings: 4
      case .holders: 56
      case .houses: 32
      case .names, .points, .keys, .keyTargets: 8
      case .terms: 12
      }
    }
  }

  let bytes: FileBytes
  /// Where each section lies, by raw value less one.
  var ranges: [Range<Int>]

  /// Opens `bytes` after checking every byte and every reference.
  init(_ bytes: FileBytes) throws(PlaceFileError) {
    self.bytes = bytes
    ranges = []
    try verifyFrame()
    try verifyContents()
  }

  /// How many records `section` has.
  func count(_ section: Section) -> Int {
    ranges[Int(section.rawValue) - 1].count / section.stride
  }

  /// A string of the pool.
  func string(_ id: UInt32) -> String {
    let start = Int(word(.stringStarts, Int(id)))
    let end = Int(word(.stringStarts, Int(id) + 1))
    return text(start..<end)
  }

  /// A point of the point section.
  func point(_ index: Int) -> Coordinate {
    Coordinate(
      latitude: Int32(bitPattern: word(.points, index * 2)),
      longitude: Int32(bitPattern: word(.points, index * 2 + 1)))
  }
}

extension PlaceFile {
  /// A named thing: a place, a street or a postcode.
  struct Holder {
    var kind: PlaceKind
    var coordinate: Coordinate
    var radius: Double
    var names: Range<Int>
    /// Its houses; for a postcode, a range of the postcode-house section.
    var houses: Range<Int>
    /// The outline of a place, sample points of a street.
    var points: Range<Int>
    var entrances: Range<Int>
    var locality: UInt32
    var district: UInt32
  }

  /// The holder numbered `id`.
  func holder(_ id: UInt32) -> Holder {
    let base = Int(id) * 14
    func field(_ index: Int) -> Int { Int(word(.holders, base + index)) }
    return Holder(
      kind: PlaceKind(rawValue: UInt8(field(0))) ?? .landmark,
      coordinate: Coordinate(
        latitude: Int32(bitPattern: word(.holders, base + 1)),
        longitude: Int32(bitPattern: word(.holders, base + 2))),
      radius: Double(field(3)) / 10,
      names: field(4)..<(field(4) + field(5)),
      houses: field(6)..<(field(6) + field(7)),
      points: field(8)..<(field(8) + field(9)),
      entrances: field(10)..<(field(10) + field(11)),
      locality: word(.holders, base + 12), district: word(.holders, base + 13))
  }

  /// The kind of the holder numbered `id`.
  func kind(of id: UInt32) -> PlaceKind {
    PlaceKind(rawValue: UInt8(word(.holders, Int(id) * 14))) ?? .landmark
  }

  /// The name numbered `index`.
  func name(_ index: Int) -> PlaceDraft.Name {
    PlaceDraft.Name(
      language: string(word(.names, index * 2)), text: string(word(.names, index * 2 + 1)))
  }

  /// A house.
  struct House {
    var text: UInt32
    var number: HouseNumber
    var holder: UInt32
    var place: UInt32
    var postcode: UInt32
    var coordinate: Coordinate
  }

  /// The house numbered `index`.
  func house(_ index: Int) -> House {
    let base = index * 8
    return House(
      text: word(.houses, base),
      number: HouseNumber(
        base: word(.houses, base + 2), suffix: string(word(.houses, base + 1))),
      holder: word(.houses, base + 3), place: word(.houses, base + 4),
      postcode: word(.houses, base + 5),
      coordinate: Coordinate(
        latitude: Int32(bitPattern: word(.houses, base + 6)),
        longitude: Int32(bitPattern: word(.houses, base + 7))))
  }

  /// The leading number of the house numbered `index`.
  func houseBase(_ index: Int) -> UInt32 { word(.houses, index * 8 + 2) }
}
