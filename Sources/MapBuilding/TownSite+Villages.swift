import Quantities

extension TownSite {
  /// A village as its roads meet it.
  private struct Village {
    var name: TownNames.Name
    var centre: UInt32
    var east: Double
    var north: Double
  }

  /// Draws villages in bands north and south of the town, each joined by a county road to the one
  /// nearer the town, and half of them to their neighbour as well.
  mutating func drawVillages() {
    let width = eastings[columns - 1] - eastings[0]
    let slots = max(1, Int(width / 2200))
    let empty = [Village?](repeating: nil, count: slots)
    var outer = [empty, empty]
    for number in 0..<villageCount {
      let isNorth = number % 2 == 0
      let slot = number / 2 % slots
      let band = number / (2 * slots)
      let edge = isNorth ? northings[rows - 1] : northings[0]
      let away = (1500 + 2200 * Double(band) + between(-200, 200)) * (isNorth ? 1 : -1)
      let east =
        eastings[0] + (Double(slot) + 0.5) * width / Double(slots) + between(-250, 250)
      let village = drawVillage(TownNames.village(number), east: east, north: edge + away)
      let side = isNorth ? 0 : 1
      join(village, to: outer[side][slot] ?? gateway(slot, of: slots, isNorth: isNorth), slot)
      if slot > 0, chance.below(2) == 0, let neighbour = outer[side][slot - 1] {
        drawLane(from: village, to: neighbour)
      }
      outer[side][slot] = village
    }
  }

  /// The crossing of the ring road at which the first village of a slot is joined.
  private func gateway(_ slot: Int, of slots: Int, isNorth: Bool) -> Village {
    let column = min(columns - 1, (2 * slot + 1) * columns / (2 * slots))
    let crossing = crossings[index(isNorth ? rows - 1 : 0, column)]
    let spot = plane.metres(builder.coordinate(crossing))
    let name = TownNames.Name(chinese: "清溪", pinyin: "Qingxi", english: "Qingxi")
    return Village(name: name, centre: crossing, east: spot.x, north: spot.y)
  }

  private mutating func join(_ village: Village, to other: Village, _ slot: Int) {
    let name = TownNames.joined(
      (village.name.chinese, village.name.pinyin), ("路", "Lu"), english: "Road")
    let nodes = bentLine(from: village, to: other)
    builder.way(nodes, [("highway", "tertiary"), ("ref", "X\(101 + slot)")] + name.tags)
  }

  private mutating func drawLane(from village: Village, to other: Village) {
    let nodes = bentLine(from: village, to: other)
    builder.way(nodes, [("highway", "unclassified"), ("surface", "concrete")])
  }

  private mutating func bentLine(from village: Village, to other: Village) -> [UInt32] {
    let bends = (1...4).map { step in
      let share = Double(step) / 5
      return node(
        village.east + share * (other.east - village.east) + between(-60, 60),
        village.north + share * (other.north - village.north) + between(-40, 40))
    }
    return [village.centre] + bends + [other.centre]
  }

  /// Draws a village: a main street with lanes to both sides; in large towns lanes have alleys.
  private mutating func drawVillage(
    _ name: TownNames.Name, east: Double, north: Double
  ) -> Village {
    let count = isDetailed ? 8 : 10
    var street: [UInt32] = []
    for spot in 0..<count {
      street.append(node(east + Double(spot - count / 2) * 62, north + between(-12, 12)))
    }
    builder.way(street, [("highway", "residential")])
    var number = 1
    for (spot, start) in street.enumerated() {
      let side = spot % 2 == 0 ? 1.0 : -1.0
      let x = east + Double(spot - count / 2) * 62
      drawVillageLane(from: start, east: x, north: north, side: side, name, &number)
    }
    _ = node(east + 20, north + 30, [("place", "village")] + name.tags)
    return Village(name: name, centre: street[count / 2], east: east, north: north)
  }

  private mutating func drawVillageLane(
    from start: UInt32, east: Double, north: Double, side: Double, _ name: TownNames.Name,
    _ number: inout Int
  ) {
    var lane = [start]
    let alleys = isDetailed ? 0 : 3
    for step in 1...(alleys + 1) {
      let y = north + side * Double(step) * between(45, 60)
      let next = node(east + between(-6, 6), y)
      lane.append(next)
      if step <= alleys {
        builder.way([next, node(east + 25, y + 5)], [("highway", "service")])
      }
    }
    builder.way(lane, [("highway", "residential")])
    guard isDetailed else { return }
    for offset in [16.0, 34.0] {
      _ = node(
        east + 9, north + side * offset,
        [("addr:housenumber", "\(number)号"), ("addr:place", name.chinese)])
      number += 1
    }
  }
}
