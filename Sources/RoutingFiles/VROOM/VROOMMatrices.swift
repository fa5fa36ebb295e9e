import Quantities
import RouteSolver

/// The matrices of a VROOM problem, one for each profile, in the order of the file.
struct VROOMMatrices {
  private let field: JSONField
  private let profiles: [String]
  let tables: [TravelMatrix]
  let hasDistances: Bool

  var count: Int { tables[0].count }

  init(_ field: JSONField) throws(RoutingFileError) {
    guard field.isPresent else { throw field.missing() }
    self.field = field
    profiles = try field.keys()
    var tables: [TravelMatrix] = []
    var hasDistances = false
    for profile in profiles {
      let matrices = field[profile]
      try matrices.refuseOthers(than: ["durations", "distances", "costs"])
      guard matrices["durations"].isPresent else { throw matrices["durations"].missing() }
      let durations = try JSONMatrix(
        matrices["durations"], count: tables.first?.count, limit: RoutingFileLimits.duration)
      let count = Int(Double(durations.cells.count).squareRoot())
      var distances: [Int32] = []
      if matrices["distances"].isPresent {
        hasDistances = true
        distances = try JSONMatrix(
          matrices["distances"], count: count, limit: RoutingFileLimits.decimetres, factor: 10
        ).cells
      }
      if matrices["costs"].isPresent {
        let costs = try JSONMatrix(
          matrices["costs"], count: count, limit: RoutingFileLimits.duration)
        // Travel costs what it takes; another price of each leg cannot be expressed.
        guard costs.cells == durations.cells else { throw matrices["costs"].notSupported() }
      }
      tables.append(
        TravelMatrix(count: count, durations: durations.cells, distances: distances))
    }
    guard !tables.isEmpty, tables[0].count > 0 else { throw field.missing() }
    self.tables = tables
    self.hasDistances = hasDistances
  }

  /// The position of the profile that a vehicle names; `car` when it names none.
  func position(of profile: JSONField) throws(RoutingFileError) -> Int {
    let name = try profile.optionalString() ?? "car"
    guard let position = profiles.firstIndex(of: name) else { throw field[name].missing() }
    return position
  }
  /// Refuses a profile whose ways have no lengths.
  func demandDistances(of profile: JSONField) throws(RoutingFileError) {
    let distances = field[profiles[try position(of: profile)]]["distances"]
    guard distances.isPresent else { throw distances.missing() }
  }
}
