import Quantities

/// A part of the road network while it is being taken apart.
struct RoadCell {
  /// Where its junctions are, in units that are equally long both ways.
  var places: [(x: Int32, y: Int32)] = []
  /// Its roads, by their numbers in the whole network.
  var roads: [UInt32] = []
  /// The junctions of the cell at the ends of each road.
  var ends: [(from: UInt32, to: UInt32)] = []
}

/// Puts roads into an order of importance that holds for every travel mode and every speed.
///
/// Nested dissection (George 1973): the roads of a cut that parts the network in two halves are the
/// most important, then those that part the halves, and so on. Two roads of different halves share
/// no junction, so whatever the turns between them, a shortcut never leads from one half to the
/// other. Cutting roads and not junctions is what an edge-based graph needs, see Buchhold, Wagner,
/// Zeitz and Zündorf, "Customizable Contraction Hierarchies with Turn Costs" (2020).
struct NestedDissection {
  /// Cells of so few junctions are not cut further.
  private static let smallCell = 8

  /// The group of each road, `UInt32.max` for roads not asked for; the least important group is 0.
  private(set) var group: [UInt32]
  /// Which groups are whole small cells rather than cuts.
  private(set) var isCell: [Bool] = []

  private let importance: [UInt8]

  /// Takes apart the network of the roads that `isUsed` says.
  init(_ draft: RoadDraft, _ cut: CutRoads, isUsed: (Int) -> Bool) {
    group = [UInt32](repeating: .max, count: cut.roads.count)
    importance = cut.roads.map { draft.ways[Int($0.way)].roadClass.rawValue }
    dissect(Self.wholeNetwork(draft, cut, isUsed: isUsed))
  }

  private static func wholeNetwork(
    _ draft: RoadDraft, _ cut: CutRoads, isUsed: (Int) -> Bool
  ) -> RoadCell {
    var cell = RoadCell()
    var number = [UInt32](repeating: .max, count: cut.node.count)
    func local(_ junction: UInt32) -> UInt32 {
      if number[Int(junction)] == .max {
        number[Int(junction)] = UInt32(cell.places.count)
        let place = draft.nodes[Int(cut.node[Int(junction)])]
        let shrink = RoadGeometry.shrink(at: place.latitude)
        cell.places.append((Int32(Double(place.longitude) * shrink), place.latitude))
      }
      return number[Int(junction)]
    }
    for (road, record) in cut.roads.enumerated() where isUsed(road) {
      cell.roads.append(UInt32(road))
      cell.ends.append((local(record.from), local(record.to)))
    }
    return cell
  }

  /// Numbers the roads of a cell, halves before the cut between them.
  private mutating func dissect(_ whole: RoadCell) {
    // A task is a cell to take apart, or the roads of a cut whose halves have been numbered.
    var tasks: [(cell: RoadCell, isCut: Bool)] = [(whole, false)]
    while let (cell, isCut) = tasks.popLast() {
      if isCut || cell.places.count <= Self.smallCell {
        number(cell.roads, isCell: !isCut)
        continue
      }
      var flow = InertialFlow(cell)
      let cut = flow.bestCut()
      let (first, second, between) = Self.part(cell, by: cut.isSecond)
      tasks.append((between, true))
      tasks.append((second, false))
      tasks.append((first, false))
    }
  }

  private mutating func number(_ roads: [UInt32], isCell: Bool) {
    guard !roads.isEmpty else { return }
    if !isCell {
      for road in roads.sorted(by: { (importance[Int($0)], $0) > (importance[Int($1)], $1) }) {
        group[Int(road)] = UInt32(self.isCell.count)
        self.isCell.append(false)
      }
      return
    }
    for road in roads { group[Int(road)] = UInt32(self.isCell.count) }
    self.isCell.append(isCell)
  }

  private static func part(
    _ cell: RoadCell, by isSecond: [Bool]
  ) -> (first: RoadCell, second: RoadCell, between: RoadCell) {
    var parts = [RoadCell(), RoadCell()]
    var between = RoadCell()
    var number = [UInt32](repeating: 0, count: cell.places.count)
    for (junction, place) in cell.places.enumerated() {
      let side = isSecond[junction] ? 1 : 0
      number[junction] = UInt32(parts[side].places.count)
      parts[side].places.append(place)
    }
    for (road, ends) in zip(cell.roads, cell.ends) {
      let sides = (isSecond[Int(ends.from)], isSecond[Int(ends.to)])
      if sides.0 != sides.1 {
        between.roads.append(road)
      } else {
        let side = sides.0 ? 1 : 0
        parts[side].roads.append(road)
        parts[side].ends.append((number[Int(ends.from)], number[Int(ends.to)]))
      }
    }
    return (parts[0], parts[1], between)
  }
}
