import FieldModel
import Planning
import Quantities
import RouteSolver
import Testing

@Suite("Territories")
struct TerritoryTests {
  private func build(
    _ town: FlatTown, _ count: Int, seed: UInt64 = 1
  ) -> (territories: [Territory], report: TerritoryReport) {
    let matrix = town.matrix
    let territories = TerritoryBuilder(units: town.units, matrix: matrix)
      .build(count: count, seed: seed) { "T\($0 + 1)" }
    return (territories, TerritoryReport(territories, units: town.units, matrix: matrix))
  }

  @Test(
    "are even within 5 %, in one piece each, and hold everybody once",
    arguments: [
      (1, 200, 4), (2, 200, 7), (3, 300, 5), (4, 300, 10), (5, 150, 3), (6, 240, 8),
      (7, 200, 2), (8, 400, 12),
    ] as [(UInt64, Int, Int)])
  func balance(seed: UInt64, borrowers: Int, count: Int) {
    let town = FlatTown(seed: seed, count: borrowers)
    let (territories, report) = build(town, count)
    #expect(territories.count == count)
    #expect(territories.flatMap(\.borrowers).sorted() == town.units.map(\.borrower))
    #expect(report.lines.map(\.pieces) == Array(repeating: 1, count: count))
    #expect(report.largestDeviation <= 50)
    #expect(report.lines.map(\.workload) == territories.map(\.workload))
    #expect(territories.map(\.id.text) == territories.map(\.id.text).sorted())
  }

  @Test("are the same for the same seed")
  func repeats() {
    let town = FlatTown(seed: 9, count: 120)
    #expect(build(town, 4, seed: 5).territories == build(town, 4, seed: 5).territories)
  }

  @Test("never come empty, not even where all live at one door or nobody does")
  func extremes() {
    var town = FlatTown(seed: 1, count: 0)
    #expect(build(town, 3).territories.isEmpty)
    town.places = Array(repeating: Coordinate(latitude: 1, longitude: 1), count: 9)
    #expect(build(town, 3).territories.map(\.borrowers.count) == [3, 3, 3])
    town.places = Array(town.places.prefix(2))
    #expect(build(town, 3).territories.map(\.borrowers.count) == [1, 1])
  }

  @Test("take in whom no road reaches")
  func island() {
    let town = FlatTown(seed: 2, count: 20)
    var durations = town.matrix.durations
    for other in 1..<20 {
      durations[other] = TravelMatrix.unreachable
      durations[other * 20] = TravelMatrix.unreachable
    }
    let matrix = TravelMatrix(count: 20, durations: durations)
    let territories = TerritoryBuilder(units: town.units, matrix: matrix)
      .build(count: 2, seed: 1) { "\($0)" }
    #expect(territories.flatMap(\.borrowers).count == 20)
  }

  @Test("follow the road, not the crow: a river parts what lies side by side")
  func river() {
    // Two banks, 300 m apart, one bridge 40 minutes away.
    let places = (0..<20).map {
      Coordinate(latitude: Int32($0 % 2) * 30_000, longitude: Int32($0 / 2) * 40_000)
    }
    let durations = (0..<400).map { cell -> Int32 in
      let (from, to) = (cell / 20, cell % 20)
      return Int32(abs(from / 2 - to / 2) * 60 + (from % 2 == to % 2 ? 0 : 2400))
    }
    let units = places.enumerated().map {
      TerritoryUnit(
        borrower: FlatTown.borrower($0), coordinate: $1, service: .minutes(15))
    }
    let territories = TerritoryBuilder(
      units: units, matrix: TravelMatrix(count: 20, durations: durations)
    ).build(count: 2, seed: 3) { "\($0)" }
    let banks = territories.map { territory in
      Set(territory.borrowers.map { ($0.text.last?.wholeNumberValue ?? 0) % 2 })
    }
    #expect(banks == [[0], [1]] || banks == [[1], [0]])
  }

  @Test("are reported with what is uneven, torn and overlapping")
  func report() {
    let places = (0..<4).map { Coordinate(latitude: 0, longitude: Int32($0) * 100_000) }
    let units = places.enumerated().map {
      TerritoryUnit(borrower: FlatTown.borrower($0), coordinate: $1, service: .minutes(10))
    }
    func territory(_ id: Identifier<Territory>, _ members: [Int]) -> Territory {
      Territory(
        id: id, name: "", borrowers: members.map(FlatTown.borrower),
        outline: [TerritoryOutline.around(members.map { places[$0] })])
    }
    let report = TerritoryReport(
      [territory("T01", [0, 2, 3]), territory("T02", [1]), territory("T03", [])], units: units,
      matrix: FlatTown.matrix(places))
    #expect(report.lines.map(\.borrowers) == [3, 1, 0])
    #expect(report.lines[1].overlap == 1000)
    #expect(report.lines[0].overlap == 0)
    #expect(report.lines[2].deviation == -1000)
    #expect(report.largestDeviation == 1000 || report.lines[0].deviation > 1000)
  }
}

@Suite("Territory outlines")
struct TerritoryOutlineTests {
  private let places = [(0, 0), (0, 100_000), (100_000, 0), (100_000, 100_000), (50_000, 50_000)]
    .map { Coordinate(latitude: $0.0, longitude: $0.1) }

  @Test("run around all places, closed, with some room")
  func around() {
    let ring = TerritoryOutline.around(places)
    #expect(ring.first == ring.last)
    #expect(places.allSatisfy { TerritoryOutline.contains($0, in: ring) })
    #expect(!TerritoryOutline.contains(Coordinate(latitude: 120_000, longitude: 0), in: ring))
    #expect(TerritoryOutline.around([]).isEmpty)
    #expect(TerritoryOutline.around([places[0]]).count == 9, "an octagon")
  }

  @Test("are as compact as their shape")
  func compactness() {
    func ring(_ corners: [(Int32, Int32)]) -> [Coordinate] {
      corners.map { Coordinate(latitude: $0.0, longitude: $0.1) }
    }
    let square = ring([(0, 0), (0, 1000), (1000, 1000), (1000, 0), (0, 0)])
    #expect(abs(TerritoryOutline.compactness(of: square) - .pi / 4) < 0.001)
    #expect(TerritoryOutline.compactness(of: ring([(0, 0), (0, 1000), (0, 0)])) == 0)
    #expect(TerritoryOutline.compactness(of: []) == 0)
    let circle = TerritoryOutline.compactness(of: TerritoryOutline.around([places[0]]))
    #expect(circle > 0.94 && circle < 1)
  }

  @Test("drawn by hand take in whoever lives inside, the first one where two overlap")
  func assignment() {
    func square(_ id: Identifier<Territory>, _ from: Int32, _ to: Int32) -> Territory {
      Territory(
        id: id, name: "", borrowers: ["old"],
        outline: [
          [(from, from), (from, to), (to, to), (to, from), (from, from)].map {
            Coordinate(latitude: $0.0, longitude: $0.1)
          }
        ])
    }
    let units = [10, 50, 90, 300].enumerated().map {
      TerritoryUnit(
        borrower: FlatTown.borrower($0), coordinate: Coordinate(latitude: $1, longitude: $1),
        service: .zero)
    }
    let (territories, outside) = TerritoryAssignment.assign(
      units, to: [square("T1", 0, 60), square("T2", 40, 100)])
    #expect(territories[0].borrowers == [0, 1].map(FlatTown.borrower))
    #expect(territories[1].borrowers == [FlatTown.borrower(2)])
    #expect(outside == [FlatTown.borrower(3)])
  }
}
