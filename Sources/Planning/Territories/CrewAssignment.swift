public import FieldModel
public import Quantities
public import RouteSolver

/// Gives territories without a crew to crews: near bases first, nobody twice before all have one.
public struct CrewAssignment {
  /// Times by a mode between bases and places, bases first.
  public typealias MatrixMaker = ([Coordinate], [Coordinate], TravelMode) -> TravelMatrix

  private let crews: [Crew]
  private let places: [Identifier<Borrower>: Coordinate]
  private let matrix: MatrixMaker

  /// An assignment of `crews` over located borrowers.
  ///
  /// - Parameters:
  ///   - crews: who can have territories.
  ///   - units: where borrowers are.
  ///   - matrix: makes road times between all the places it is given, bases before others.
  public init(crews: [Crew], units: [TerritoryUnit], matrix: @escaping MatrixMaker) {
    self.crews = crews.sorted { $0.id < $1.id }
    places = Dictionary(
      units.map { ($0.borrower, $0.coordinate) }, uniquingKeysWith: { first, _ in first })
    self.matrix = matrix
  }

  /// The territories, each with a crew.
  ///
  /// Pairs of territory and crew are taken in order of road time from the base to the territory's
  /// borrowers, a crew that has more territories than another waiting for the next round.
  public func assign(_ territories: [Territory]) -> [Territory] {
    guard !crews.isEmpty else { return territories }
    var assigned = territories
    var load = crews.map { crew in territories.count { $0.crew == crew.id } }
    let times = self.times(to: territories)
    var open = assigned.indices.filter { assigned[$0].crew == nil }
    while !open.isEmpty {
      let fewest = load.min() ?? 0
      var best = (time: Int.max, territory: open[0], crew: 0)
      for territory in open {
        for crew in crews.indices
        where load[crew] == fewest && times[crew][territory] < best.time {
          best = (times[crew][territory], territory, crew)
        }
      }
      assigned[best.territory].crew = crews[best.crew].id
      load[best.crew] += 1
      open.removeAll { $0 == best.territory }
    }
    return assigned
  }

  /// The mean road time from each crew's base to each territory's borrowers; a day where no road
  /// leads.
  private func times(to territories: [Territory]) -> [[Int]] {
    crews.map { crew in
      let samples = territories.map { territory in
        let all = territory.borrowers.compactMap { places[$0] }
        return stride(from: 0, to: all.count, by: max(1, all.count / 12)).map { all[$0] }
      }
      let matrix = matrix([crew.base.coordinate], samples.flatMap { $0 }, crew.mode)
      var next = 1
      return samples.map { sample in
        let times = sample.indices.map { min(86_400, Int(matrix.durations[next + $0])) }
        next += sample.count
        return times.isEmpty ? 86_400 : times.reduce(0, +) / times.count
      }
    }
  }
}
