import FieldModel
import Planning
import Quantities
import RouteSolver
import TestSupport
import Testing

@Suite("Crew assignment")
struct CrewAssignmentTests {
  private func place(_ position: Int32) -> Coordinate {
    Coordinate(latitude: 0, longitude: position * 100_000)
  }

  private func assign(
    _ crews: [(Identifier<Crew>, Int32)], _ territories: [(Identifier<Territory>, Int32)],
    taken: [Identifier<Territory>: Identifier<Crew>] = [:], unreachable: Bool = false
  ) -> [Identifier<Crew>?] {
    let units = territories.map {
      TerritoryUnit(
        borrower: Identifier("B" + $0.0.text), coordinate: place($0.1), service: .minutes(15))
    }
    let assignment = CrewAssignment(
      crews: crews.map { SampleCase.crew($0.0, at: place($0.1)) }, units: units
    ) { bases, places, _ in
      let matrix = FlatTown.matrix(bases + places)
      guard unreachable else { return matrix }
      return TravelMatrix(
        count: matrix.count,
        durations: matrix.durations.map { $0 == 0 ? 0 : TravelMatrix.unreachable })
    }
    return assignment.assign(
      territories.map {
        var territory = Territory(id: $0.0, name: "", borrowers: [Identifier("B" + $0.0.text)])
        territory.crew = taken[$0.0]
        return territory
      }
    ).map(\.crew)
  }

  @Test("gives each crew what lies near its base")
  func near() {
    #expect(assign([("K1", 0), ("K2", 9)], [("T1", 8), ("T2", 1)]) == ["K2", "K1"])
  }

  @Test("gives nobody a second territory before all have one, counting what is given already")
  func fair() {
    #expect(assign([("K1", 0), ("K2", 9)], [("T1", 0), ("T2", 1)]) == ["K1", "K2"])
    let three = assign(
      [("K1", 0), ("K2", 9)], [("T1", 0), ("T2", 1), ("T3", 2)], taken: ["T1": "K1"])
    #expect(three[0] == "K1")
    #expect(three[1...].contains("K2"))
  }

  @Test("does without roads, and without crews")
  func extremes() {
    #expect(assign([], [("T1", 0)]) == [nil])
    #expect(assign([("K1", 0)], [("T1", 5)], unreachable: true) == ["K1"])
  }
}
