import Briefing
import FieldModel
import OfficeStore
import Planning
import Quantities
import RoadNetwork
import RouteSolver

/// What territories stand on: located borrowers and the road times between them.
struct TerritoryGround {
  let roads: RoadNetwork
  let units: [TerritoryUnit]
  let matrix: TravelMatrix

  /// The most borrowers that territories are built over in one go.
  static let limit = 6000

  /// The ground of a workspace's open cases, by car.
  init(_ workspace: Workspace) throws {
    roads = try workspace.roads()
    let cases = try workspace.stored { try $0.listCases() }
    var seen: Set<Identifier<Borrower>> = []
    var units: [TerritoryUnit] = []
    for loanCase in cases where loanCase.status == .open {
      let place = loanCase.addresses.first { $0.status.isVisitable && $0.location != nil }
      guard let coordinate = place?.location?.coordinate, seen.insert(loanCase.borrower.id).inserted
      else { continue }
      units.append(
        TerritoryUnit(
          borrower: loanCase.borrower.id, coordinate: coordinate, service: .minutes(15)))
    }
    guard !units.isEmpty else {
      throw CommandFailure(.unavailable, workspace.terminal.phrases.commands.nothingLocated)
    }
    guard units.count <= Self.limit else {
      throw CommandFailure(
        .badInput, workspace.terminal.phrases.commands.tooManyBorrowers(units.count, Self.limit))
    }
    self.units = units.sorted { $0.borrower < $1.borrower }
    workspace.terminal.progress(Progress(stage: "territories.roads", done: 0))
    matrix = roads.travelMatrix(between: self.units.map(\.coordinate), mode: .car)
  }
}

extension TravelMatrix {
  /// The matrix of some of its places, in their order.
  func restricted(to places: [Int]) -> TravelMatrix {
    TravelMatrix(
      count: places.count,
      durations: places.flatMap { row in places.map { durations[row * count + $0] } },
      distances: places.flatMap { row in places.map { distances[row * count + $0] } })
  }
}

/// Gives new territories ids that locked ones do not use, and the names that go with them.
enum TerritoryNumbers {
  static func renumber(
    _ territories: [Territory], avoiding taken: Set<Identifier<Territory>>, name: (Int) -> String
  ) -> [Territory] {
    var next = 1
    return territories.map { territory in
      var renumbered = territory
      repeat {
        renumbered.id = Identifier("T" + (next < 10 ? "0" : "") + "\(next)")
        renumbered.name = name(next)
        next += 1
      } while taken.contains(renumbered.id)
      return renumbered
    }
  }
}
