import Quantities
import TestSupport
import Testing

@testable import RoadNetwork

@Suite("What can be reached within a time")
struct IsochroneTests {
  private func network(_ seed: Int, side: Int = 12) throws -> RoadNetwork {
    let town = RandomTown(seed: UInt64(seed), side: side, modes: [.car, .foot])
    return try RoadNetwork(FileBytes(RoadFileBuilder.build(town.draft).bytes))
  }

  private func position(
    _ network: RoadNetwork, _ mode: TravelMode, _ chance: inout SeededGenerator
  ) throws -> RoadPosition {
    let place = Coordinate(
      latitude: 310_000_000 + Int32(chance.below(110_000)),
      longitude: 1_210_000_000 + Int32(chance.below(110_000)))
    return try #require(network.nearest(place, mode: mode))
  }

  @Test("a place on a road is reached exactly if a plain search says so", arguments: 1...5)
  func stretches(seed: Int) throws {
    let network = try network(seed)
    var chance = SeededGenerator(seed: UInt64(seed))
    for mode in [TravelMode.car, .foot] {
      let graph = try #require(network.network(for: mode))
      let source = try position(network, mode, &chance)
      let costs = PlainSearch(graph, network.sections).costs(from: source)
      let limits = [Seconds(40), Seconds(150), Seconds(0)]
      let reached = network.isochrones(
        from: source, within: limits, mode: mode, keepsStretches: true)
      var counts = (inside: 0, outside: 0)
      for road in network.sections.roads.indices where graph.isOpen(road: road) {
        let length = Int32(network.sections.roads[road].length)
        for along in [0, length / 3, length / 2, length] {
          let target = RoadPosition(
            requested: source.coordinate, coordinate: source.coordinate, moved: .zero,
            road: Index(road), along: Distance(decimetres: along))
          let cost = costs(target)
          for (limit, isochrone) in zip(limits, reached) {
            let hundredths = Int64(limit.value) * 100
            // A decimetre more or less is rounding: at 5 km/h it takes 7 hundredths of a second.
            guard cost == .unreachable || abs(cost.duration - hundredths) > 8 else { continue }
            let isCovered = isochrone.stretches.contains {
              $0.road == target.road && $0.from <= target.along && target.along <= $0.to
            }
            #expect(
              isCovered == (cost.duration <= hundredths),
              "seed \(seed) \(mode) road \(road) at \(along) within \(limit)")
            if isCovered { counts.inside += 1 } else { counts.outside += 1 }
          }
        }
      }
      #expect(counts.inside > 20 && counts.outside > 20, "seed \(seed) \(mode)")
    }
  }

  @Test("every reached road lies in the area, and nothing far from all of them", arguments: 1...6)
  func areas(seed: Int) throws {
    let network = try network(seed)
    var chance = SeededGenerator(seed: UInt64(seed))
    let source = try position(network, .car, &chance)
    for (shape, limit) in [
      (Isochrone.Shape(), 60), (Isochrone.Shape(buffer: Distance(metres: 20)), 240),
      (Isochrone.Shape(resolution: Distance(metres: 40), buffer: Distance(metres: 30)), 120),
    ] {
      let area = network.isochrone(
        from: source, within: Seconds(Int32(limit)), mode: .car, shape: shape, keepsStretches: true)
      #expect(area.buffer >= shape.buffer)
      #expect(area.buffer.metres >= 3 * area.cell.metres - 0.2)
      for stretch in area.stretches {
        for share in [0.0, 0.25, 0.5, 0.75, 1] {
          let place = RoadGeometry.part(of: stretch.line, from: share, to: share)
          for place in place { #expect(area.contains(place), "seed \(seed) \(place)") }
        }
      }
      var outside = 0
      for _ in 0..<1500 {
        let place = Coordinate(
          latitude: 310_000_000 - 30_000 + Int32(chance.below(180_000)),
          longitude: 1_210_000_000 - 30_000 + Int32(chance.below(180_000)))
        let distance = Self.metres(from: place, to: area.stretches)
        if distance > area.buffer.metres + 2.5 * area.cell.metres {
          #expect(!area.contains(place), "seed \(seed) \(place) is \(distance) m away")
          outside += 1
        } else if distance < area.buffer.metres - 2 * area.cell.metres {
          #expect(area.contains(place), "seed \(seed) \(place) is \(distance) m away")
        }
      }
      #expect(outside > 50)
      for polygon in area.polygons { Self.expectSound(polygon) }
    }
  }

  private static func metres(from place: Coordinate, to stretches: [ReachedStretch]) -> Double {
    let shrink = RoadGeometry.shrink(at: place.latitude)
    var least = Double.infinity
    for line in stretches.map(\.line) {
      for (start, end) in zip(line, line.count > 1 ? Array(line.dropFirst()) : line) {
        least = min(least, RoadGeometry.project(place, on: start, end, shrink: shrink).square)
      }
    }
    return least.squareRoot() * RoadGeometry.metresPerUnit
  }

  /// Rings are closed, turn the right way and do not cross themselves or each other.
  private static func expectSound(_ polygon: Isochrone.Polygon) {
    func area(_ ring: [Coordinate]) -> Double {
      zip(ring, ring.dropFirst()).reduce(0) { sum, pair in
        let (x1, y1) = (pair.0.degreesLongitude - 121, pair.0.degreesLatitude - 31)
        let (x2, y2) = (pair.1.degreesLongitude - 121, pair.1.degreesLatitude - 31)
        return sum + x1 * y2 - x2 * y1
      }
    }
    #expect(area(polygon.outer) > 0)
    for hole in polygon.holes {
      #expect(area(hole) < 0)
      #expect(Isochrone.Polygon.isInside(hole[0], polygon.outer))
    }
    let rings = [polygon.outer] + polygon.holes
    for ring in rings {
      #expect(ring.count >= 4 && ring.first == ring.last)
      #expect(Set(ring.dropLast()).count == ring.count - 1)
    }
    let segments = rings.flatMap { zip($0, $0.dropFirst()) }
    var crossings = 0
    for (position, one) in segments.enumerated() {
      for other in segments[(position + 1)...] where Self.cross(one, other) { crossings += 1 }
    }
    #expect(crossings == 0)
  }

  private static func cross(
    _ one: (Coordinate, Coordinate), _ other: (Coordinate, Coordinate)
  ) -> Bool {
    func side(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
      let left =
        (Int(b.longitude) - Int(a.longitude)) * (Int(c.latitude) - Int(a.latitude))
      let right =
        (Int(b.latitude) - Int(a.latitude)) * (Int(c.longitude) - Int(a.longitude))
      return (left - right).signum()
    }
    return side(one.0, one.1, other.0) * side(one.0, one.1, other.1) < 0
      && side(other.0, other.1, one.0) * side(other.0, other.1, one.1) < 0
  }

  @Test("longer times hold shorter ones, one sweep or several, again and again the same")
  func nested() throws {
    let network = try network(3)
    var chance = SeededGenerator(seed: 9)
    let source = try position(network, .foot, &chance)
    let limits = [Seconds(60), Seconds(300), Seconds(900)]
    let together = network.isochrones(
      from: source, within: limits, mode: .foot, keepsStretches: true)
    for (limit, isochrone) in zip(limits, together) {
      let alone = network.isochrone(
        from: source, within: limit, mode: .foot, keepsStretches: true)
      #expect(alone == isochrone)
    }
    for (shorter, longer) in zip(together, together.dropFirst()) {
      for stretch in shorter.stretches {
        #expect(
          longer.stretches.contains {
            $0.road == stretch.road && $0.from <= stretch.from && $0.to >= stretch.to
          })
      }
    }
  }

  @Test("a ring road leaves a hole in the middle")
  func hole() throws {
    let town = try RoadSketch(
      """
      A-------B
      |       |
      |       |
      |       |
      |       |
      C-------D
      """, streets: ["ABDCA"])
    let area = town.network.isochrone(from: town["A"], within: .hours(1), mode: .foot)
    #expect(area.polygons.count == 1)
    #expect(area.polygons.first?.holes.count == 1)
    #expect(area.contains(town.coordinate(of: "D")))
    let (a, d) = (town.coordinate(of: "A"), town.coordinate(of: "D"))
    #expect(
      !area.contains(
        Coordinate(
          latitude: (a.latitude + d.latitude) / 2, longitude: (a.longitude + d.longitude) / 2)))
  }

  @Test("no time reaches the place itself; below it, by another mode or elsewhere, nothing")
  func edges() throws {
    let network = try network(2, side: 5)
    var chance = SeededGenerator(seed: 2)
    let source = try position(network, .car, &chance)
    let here = network.isochrone(from: source, within: .zero, mode: .car, keepsStretches: true)
    #expect(here.contains(source.coordinate))
    #expect(here.stretches.map(\.road) == [source.road])
    #expect(here.stretches.map(\.from) == here.stretches.map(\.to))
    #expect(network.isochrone(from: source, within: Seconds(-1), mode: .car).polygons.isEmpty)
    #expect(network.isochrone(from: source, within: .hours(1), mode: .bicycle).polygons.isEmpty)
    let foreign = RoadPosition(
      requested: source.coordinate, coordinate: source.coordinate, moved: .zero,
      road: Index(99_999), along: .zero)
    #expect(network.isochrone(from: foreign, within: .hours(1), mode: .car).polygons.isEmpty)
    let all = network.isochrone(from: source, within: .max, mode: .car)
    #expect(all.polygons.count >= 1)
  }

  @Test("the raster stays within its bounds however fine it is asked for")
  func bounded() throws {
    let network = try network(4)
    var chance = SeededGenerator(seed: 4)
    let source = try position(network, .car, &chance)
    let fine = network.isochrone(
      from: source, within: .minutes(20), mode: .car,
      shape: Isochrone.Shape(
        resolution: Distance(decimetres: 1), buffer: Distance(metres: 10)))
    #expect(fine.cell.metres >= 0.5)
    let wide = network.isochrone(
      from: source, within: .minutes(20), mode: .car,
      shape: Isochrone.Shape(buffer: Distance(metres: 5000)))
    #expect(wide.polygons.count == 1)
    #expect(wide.contains(source.coordinate))
  }
}
