import Gazetteer
import Quantities
import RoadNetwork

/// Joins the pieces of named roads into streets: pieces of the same name that lie within a few
/// hundred metres of each other are one street, those in another town another.
enum StreetJoiner {
  /// About five hundred metres of latitude.
  private static let cell: Int32 = 45_000

  /// The streets of `extract`, in the order in which their first pieces stand there.
  static func streets(_ extract: MapExtract) -> [PlaceDraft.Street] {
    var groups: [String: Int] = [:]
    var members: [[Int]] = []
    for position in 0..<extract.wayCount {
      let way = extract.way(position)
      guard let name = way.tags[.name]?.trimmed, !name.isEmpty,
        let roadClass = RoadClass(tags: way.tags), roadClass != .ferry, way.nodes.count >= 2
      else { continue }
      let group = groups[name] ?? members.count
      if group == members.count {
        groups[name] = group
        members.append([])
      }
      members[group].append(position)
    }
    return members.flatMap { clusters(extract, $0) }.sorted { $0[0] < $1[0] }
      .map { street(extract, $0) }
  }

  private static func street(_ extract: MapExtract, _ positions: [Int]) -> PlaceDraft.Street {
    var names: [PlaceDraft.Name] = []
    for position in positions.prefix(50) {
      for name in NameTags.searchNames(extract.way(position).tags) {
        let name = PlaceDraft.Name(language: name.language, text: name.text)
        if !names.contains(name), names.count < 24 { names.append(name) }
      }
    }
    let lines = positions.map { extract.line(extract.way($0)) }.filter { $0.count >= 2 }
    return PlaceDraft.Street(names: names, lines: lines)
  }

  /// Groups ways whose nodes lie in the same or neighbouring cells.
  private static func clusters(_ extract: MapExtract, _ positions: [Int]) -> [[Int]] {
    guard positions.count > 1 else { return [positions] }
    var sets = DisjointSets(count: positions.count)
    var owners: [Cell: Int] = [:]
    for (index, position) in positions.enumerated() {
      for coordinate in extract.line(extract.way(position)) {
        let home = Cell(coordinate, size: cell)
        if let owner = owners[home] { sets.join(owner, index) } else { owners[home] = index }
        for neighbour in home.neighbours {
          if let owner = owners[neighbour] { sets.join(owner, index) }
        }
      }
    }
    var clusters: [Int: [Int]] = [:]
    for (index, position) in positions.enumerated() {
      clusters[sets.root(index), default: []].append(position)
    }
    return clusters.values.sorted { $0[0] < $1[0] }
  }

  private struct Cell: Hashable {
    var row: Int32
    var column: Int32

    init(_ coordinate: Coordinate, size: Int32) {
      row = coordinate.latitude / size
      column = coordinate.longitude / size
    }

    var neighbours: [Cell] {
      (-1...1).flatMap { down in
        (-1...1).compactMap { right in
          var cell = self
          cell.row += Int32(down)
          cell.column += Int32(right)
          return cell == self ? nil : cell
        }
      }
    }
  }
}

/// Sets that only ever grow together (union by size, paths halved; Tarjan and van Leeuwen, 1984).
struct DisjointSets: Sendable {
  private var parents: [Int]
  private var sizes: [Int]

  /// `count` sets of one element each.
  init(count: Int) {
    parents = Array(0..<count)
    sizes = Array(repeating: 1, count: count)
  }

  /// The element that stands for the set of `element`.
  mutating func root(_ element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// Makes one set of the sets of two elements.
  mutating func join(_ first: Int, _ second: Int) {
    var large = root(first)
    var small = root(second)
    guard large != small else { return }
    if sizes[large] < sizes[small] { swap(&large, &small) }
    parents[small] = large
    sizes[large] += sizes[small]
  }
}
