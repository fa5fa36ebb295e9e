public import Quantities
public import RoadNetwork

/// A little town drawn in characters, as a road network for tests.
///
/// Letters and digits are nodes; everything else is for the eye. A street is the string of nodes it
/// leads over in a straight line each, both ways unless it says otherwise:
///
///     let town = try RoadSketch("""
///       A---B
///       |   |
///       C---D--E
///       """, streets: ["ABDE", "ACD"], cell: Seconds(10))
///
/// One character of the drawing, across or down, is a hundred metres and takes `cell` to pass. On
/// foot, turns are free, so that times are plain sums.
public struct RoadSketch {
  /// The network of the drawing.
  public let network: RoadNetwork
  /// The draft it was built from.
  public let draft: RoadDraft
  /// What became of the draft.
  public let report: RoadBuildReport
  private let nodes: [Character: UInt32]
  private let mode: TravelMode

  /// Why a sketch cannot be a network.
  public enum Mistake: Error {
    case unknownNode(Character)
    case draft(RoadDraftError)
    case file(RoadFileError)
  }

  /// The network of a drawing.
  ///
  /// - Parameters:
  ///   - drawing: lines of characters; each letter or digit may stand once.
  ///   - streets: the nodes of each street; way `i` of the draft is `streets[i]`.
  ///   - cell: the time for one character of the drawing.
  ///   - modes: who may use all streets, both ways.
  ///   - origin: where the drawing's top left corner lies.
  ///   - edit: changes the draft before the network is built; gets the node of a character.
  /// - Throws: what is wrong with the drawing, the draft or its road file.
  public init(
    _ drawing: String, streets: [String], cell: Seconds = Seconds(10),
    modes: [TravelMode] = [.foot], origin: Coordinate = Coordinate(latitude: 0, longitude: 0),
    edit: (inout RoadDraft, (Character) -> UInt32) -> Void = { _, _ in }
  ) throws {
    var draft = RoadDraft(
      source: RoadDraft.Source(name: "sketch", date: nil, licenceLine: "drawn by hand"))
    draft.turnCosts = TurnCosts.usual
    var nodes: [Character: UInt32] = [:]
    for (row, line) in drawing.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for (column, character) in line.enumerated()
      where character.isLetter || character.isNumber {
        nodes[character] = UInt32(draft.nodes.count)
        draft.nodes.append(
          Coordinate(
            latitude: origin.latitude - Int32(row) * Self.unitsPerCell,
            longitude: origin.longitude + Int32(column) * Self.unitsPerCell))
      }
    }
    // A hundred metres in `cell` seconds, in tenths of a km/h.
    let speed = UInt16(clamping: 3600 / max(1, Int(cell.value)))
    for street in streets {
      var positions: [UInt32] = []
      for character in street {
        guard let node = nodes[character] else { throw Mistake.unknownNode(character) }
        positions.append(node)
      }
      var way = RoadDraft.Way(nodes: positions, roadClass: .residential)
      way.names = [RoadDraft.Name(text: street)]
      for mode in modes {
        way.forward[mode] = RoadDraft.Permission(speed: speed)
        way.backward[mode] = RoadDraft.Permission(speed: speed)
      }
      draft.ways.append(way)
    }
    edit(&draft) { nodes[$0] ?? .max }
    do {
      let built = try RoadFileBuilder.build(draft)
      report = built.report
      network = try RoadNetwork(FileBytes(built.bytes))
    } catch let error as RoadDraftError {
      throw Mistake.draft(error)
    } catch let error as RoadFileError {
      throw Mistake.file(error)
    }
    self.draft = draft
    self.nodes = nodes
    mode = modes.first ?? .foot
  }

  /// A hundred metres in 1e-7 degree, at the equator to the third decimal of a metre.
  private static let unitsPerCell: Int32 = 8993

  /// The position at a node, on whichever of its roads comes first.
  ///
  /// - Precondition: the drawing has the node, and a road of the first mode leads there.
  public subscript(node: Character) -> RoadPosition {
    guard let position = network.nearest(coordinate(of: node), mode: mode) else {
      preconditionFailure("no road leads to \(node)")
    }
    return position
  }

  /// The position at a share of the line between two nodes.
  ///
  /// - Precondition: as for one node.
  public func between(_ one: Character, _ other: Character, share: Double = 0.5) -> RoadPosition {
    let (start, end) = (coordinate(of: one), coordinate(of: other))
    func mix(_ low: Int32, _ high: Int32) -> Int32 {
      low + Int32((Double(high - low) * share).rounded())
    }
    let place = Coordinate(
      latitude: mix(start.latitude, end.latitude),
      longitude: mix(start.longitude, end.longitude))
    guard let position = network.nearest(place, mode: mode) else {
      preconditionFailure("no road leads from \(one) to \(other)")
    }
    return position
  }

  /// Where a node lies.
  ///
  /// - Precondition: the drawing has the node.
  public func coordinate(of node: Character) -> Coordinate {
    guard let position = nodes[node] else { preconditionFailure("no node \(node)") }
    return draft.nodes[Int(position)]
  }
}
