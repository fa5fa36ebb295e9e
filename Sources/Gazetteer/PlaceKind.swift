/// What a holder of a place file is: the kinds of ``PlaceDraft/Kind``, and streets.
enum PlaceKind: UInt8, Sendable, CaseIterable {
  case city = 0
  case town, district, suburb, village, hamlet, neighbourhood
  case compound, landmark, postcode
  case street

  init(_ kind: PlaceDraft.Kind) {
    self = PlaceKind(rawValue: kind.rawValue) ?? .landmark
  }

  /// How far a place of this kind reaches, in metres, where the map does not say.
  var usualRadius: Double {
    switch self {
    case .city, .district: 15_000
    case .town: 3_000
    case .suburb: 2_000
    case .village: 1_200
    case .hamlet, .neighbourhood: 700
    case .compound, .landmark, .postcode: 300
    case .street: 200
    }
  }

  /// Whether addresses are told apart by it (`…, Ryde`).
  var isSettlement: Bool {
    switch self {
    case .city, .town, .suburb, .village, .hamlet, .neighbourhood: true
    case .district, .compound, .landmark, .postcode, .street: false
    }
  }

  /// The part of an address that names it.
  var part: AddressPart.Kind {
    switch self {
    case .city, .town, .district: .district
    case .suburb, .village, .hamlet, .neighbourhood: .village
    case .compound: .compound
    case .landmark: .landmark
    case .postcode: .postcode
    case .street: .street
    }
  }

  var precision: PlaceMatch.Precision {
    switch self {
    case .city, .town, .district: .district
    case .suburb, .village, .hamlet, .neighbourhood: .village
    case .compound: .compound
    case .landmark: .landmark
    case .postcode: .postcode
    case .street: .street
    }
  }
}
