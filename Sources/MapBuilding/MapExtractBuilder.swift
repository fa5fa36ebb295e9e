import Quantities

/// An extract as it is drawn up thing by thing; ids count up from 1 in each kind.
struct MapExtractBuilder: Sendable {
  typealias TagPairs = [(String, String)]

  private var extract: MapExtract
  private var nodeTags: [(node: UInt32, tags: TagPairs)] = []
  private var wayTags: [TagPairs] = []
  private var relationTags: [TagPairs] = []

  init(name: String, licenceLine: String) {
    extract = MapExtract(name: name, licenceLine: licenceLine)
  }

  /// Adds a node and gives its position.
  mutating func node(_ coordinate: Coordinate, _ tags: TagPairs = []) -> UInt32 {
    let position = UInt32(extract.coordinates.count)
    extract.coordinates.append(coordinate)
    extract.nodeIDs.append(Int64(position) + 1)
    if !tags.isEmpty { nodeTags.append((position, tags)) }
    return position
  }

  /// Where all nodes are, in the order they were added.
  var coordinates: [Coordinate] { extract.coordinates }

  /// Where a node is.
  func coordinate(_ node: UInt32) -> Coordinate { extract.coordinates[Int(node)] }

  /// Adds a way and gives its id.
  @discardableResult
  mutating func way(_ nodes: [UInt32], _ tags: TagPairs) -> Int64 {
    extract.wayNodes += nodes
    extract.wayNodeOffsets.append(UInt32(extract.wayNodes.count))
    extract.wayIDs.append(Int64(extract.wayIDs.count) + 1)
    wayTags.append(tags)
    return Int64(extract.wayIDs.count)
  }

  /// Adds a relation.
  mutating func relation(_ members: [MapExtract.Member], _ tags: TagPairs) {
    extract.members += members
    extract.memberOffsets.append(UInt32(extract.members.count))
    extract.relationIDs.append(Int64(extract.relationIDs.count) + 1)
    relationTags.append(tags)
  }

  /// The finished extract.
  func build() -> MapExtract {
    var extract = extract
    var store = TagStoreBuilder()
    for tags in wayTags {
      store.append(tags)
      extract.wayTagOffsets.append(store.count)
    }
    for tags in relationTags {
      store.append(tags)
      extract.relationTagOffsets.append(store.count)
    }
    if !relationTags.isEmpty {
      extract.relationTagOffsets[0] = extract.wayTagOffsets[wayTags.count]
    }
    extract.nodeTagOffsets = [store.count]
    for (node, tags) in nodeTags {
      store.append(tags)
      extract.taggedNodes.append(node)
      extract.nodeTagOffsets.append(store.count)
    }
    extract.tagStore = store.store()
    extract.bounds = CoordinateBounds(around: extract.coordinates)
    return extract
  }
}
