public import Quantities

/// A piece of a map as OpenStreetMap hands it over: nodes, ways and relations with their tags.
///
/// Only what a ``FeatureFilter`` asks for is in it. Nodes are in the order of their ids; ways name
/// them by position.
public struct MapExtract: Sendable {
  /// What a member of a relation is.
  public enum Entity: UInt8, Hashable, Sendable {
    case node = 0
    case way, relation
  }

  /// A member of a relation.
  public struct Member: Hashable, Sendable {
    /// Which of the three kinds it is.
    public var entity: Entity
    /// Its OpenStreetMap id, unique within its kind.
    public var id: Int64
    /// What it does in the relation, such as `from` or `outer`; empty without one.
    public var role: String
  }

  /// A node that carries tags.
  public struct Node: Sendable {
    /// Its OpenStreetMap id.
    public let id: Int64
    /// Where it stands in ``MapExtract/coordinates``.
    public let position: UInt32
    /// Where it is (WGS-84).
    public let coordinate: Coordinate
    /// Those of its tags that the filter asks for.
    public let tags: Tags
  }

  /// A way.
  public struct Way: Sendable {
    /// Where it stands among the ways.
    public let position: Int
    /// Its OpenStreetMap id.
    public let id: Int64
    /// Positions in ``MapExtract/coordinates``; ``MapExtract/missingNode`` where the extract has a
    /// gap.
    public let nodes: ArraySlice<UInt32>
    /// Those of its tags that the filter asks for.
    public let tags: Tags
  }

  /// A relation.
  public struct Relation: Sendable {
    /// Its OpenStreetMap id.
    public let id: Int64
    /// In the order the relation lists them; they need not be in the extract.
    public let members: ArraySlice<Member>
    /// Those of its tags that the filter asks for.
    public let tags: Tags
  }

  /// Stands in a way for a node that the extract does not hold.
  public static let missingNode = UInt32.max

  /// The file it came from, without its folder.
  public var name: String
  /// What must be printed beside every map made from it.
  public var licenceLine: String
  /// The state of the data; `nil` where the extract does not tell.
  public var date: ServiceDate?
  /// The area it covers; `nil` when it is empty.
  public var bounds: CoordinateBounds?
  /// Nodes left out because their position is not on the earth.
  public internal(set) var invalidNodeCount = 0
  /// References of ways to nodes that the extract does not hold.
  public internal(set) var missingNodeCount = 0

  /// Where the nodes are, in the order of their ids.
  public internal(set) var coordinates: [Coordinate] = []
  var nodeIDs: [Int64] = []
  var taggedNodes: [UInt32] = []
  var nodeTagOffsets: [UInt32] = [0]
  var wayIDs: [Int64] = []
  var wayNodes: [UInt32] = []
  var wayNodeOffsets: [UInt32] = [0]
  var wayTagOffsets: [UInt32] = [0]
  var relationIDs: [Int64] = []
  var members: [Member] = []
  var memberOffsets: [UInt32] = [0]
  var relationTagOffsets: [UInt32] = [0]
  var tagStore = TagStore.empty

  /// An extract with nothing in it yet.
  init(name: String, licenceLine: String) {
    self.name = name
    self.licenceLine = licenceLine
  }
}

extension MapExtract {
  /// How many nodes there are, with tags or without.
  public var nodeCount: Int { coordinates.count }
  /// How many nodes have tags.
  public var taggedNodeCount: Int { taggedNodes.count }
  /// How many ways there are.
  public var wayCount: Int { wayIDs.count }
  /// How many relations there are.
  public var relationCount: Int { relationIDs.count }

  /// A node with tags, by its position among those.
  public func taggedNode(_ index: Int) -> Node {
    let position = taggedNodes[index]
    return Node(
      id: nodeIDs[Int(position)], position: position, coordinate: coordinates[Int(position)],
      tags: tags(nodeTagOffsets, index))
  }

  /// A way by its position.
  public func way(_ position: Int) -> Way {
    Way(
      position: position, id: wayIDs[position],
      nodes: wayNodes[Int(wayNodeOffsets[position])..<Int(wayNodeOffsets[position + 1])],
      tags: tags(wayTagOffsets, position))
  }

  /// A relation by its position.
  public func relation(_ position: Int) -> Relation {
    Relation(
      id: relationIDs[position],
      members: members[Int(memberOffsets[position])..<Int(memberOffsets[position + 1])],
      tags: tags(relationTagOffsets, position))
  }

  /// The tags of the node at `position`; none for most.
  func nodeTags(at position: UInt32) -> Tags {
    var low = 0
    var high = taggedNodes.count
    while low < high {
      let middle = (low + high) / 2
      if taggedNodes[middle] < position { low = middle + 1 } else { high = middle }
    }
    guard low < taggedNodes.count, taggedNodes[low] == position else {
      return Tags(store: tagStore, range: 0..<0)
    }
    return tags(nodeTagOffsets, low)
  }

  /// Where the nodes of a way are, gaps left out.
  func line(_ way: Way) -> [Coordinate] {
    way.nodes.compactMap { $0 == Self.missingNode ? nil : coordinates[Int($0)] }
  }

  private func tags(_ offsets: [UInt32], _ index: Int) -> Tags {
    Tags(store: tagStore, range: Int(offsets[index])..<Int(offsets[index + 1]))
  }
}

extension MapExtract {
  /// The position of the node with `id`; `nil` if the extract does not hold it.
  func nodePosition(_ id: Int64) -> UInt32? {
    var low = 0
    var high = nodeIDs.count
    while low < high {
      let middle = (low + high) / 2
      if nodeIDs[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < nodeIDs.count && nodeIDs[low] == id ? UInt32(low) : nil
  }

  /// The positions of ways by their ids, for whoever follows relations.
  func wayPositions() -> [Int64: Int] {
    Dictionary(zip(wayIDs, wayIDs.indices), uniquingKeysWith: { first, _ in first })
  }
}
