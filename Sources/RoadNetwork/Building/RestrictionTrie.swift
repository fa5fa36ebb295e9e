/// Turning rules as a machine that remembers just enough of the way come along.
///
/// Every rule is a sequence of directed roads. After Aho and Corasick (1975) the sequences form a
/// trie whose states are the vertices of the edge-based graph: state `e` below `edgeCount` means
/// "on directed road `e`", a state above means "on its last road, having come along the whole
/// prefix". Only rules via ways add states.
struct RestrictionTrie {
  /// One rule: after all but the last of `edges`, the last is forbidden or the only one allowed.
  struct Rule: Hashable {
    var edges: [UInt32]
    var isMandatory: Bool
  }

  private let edgeCount: Int
  /// The prefixes of the states above `edgeCount`.
  private var prefixes: [[UInt32]] = []
  /// The state of the longest proper suffix of each prefix.
  private var suffixes: [UInt32] = []
  private var children: [UInt64: UInt32] = [:]
  private var banned: [UInt32: [UInt32]] = [:]
  private var allowed: [UInt32: [UInt32]] = [:]
  /// Whether a plain state has any rule or child.
  private var isSpecial: [Bool]

  /// The machine of `rules` over directed roads `0 ..< edgeCount`.
  init(edgeCount: Int, rules: [Rule]) {
    self.edgeCount = edgeCount
    isSpecial = [Bool](repeating: false, count: edgeCount)
    for rule in rules where rule.edges.count >= 2 { add(rule) }
    suffixes = prefixes.map { suffix(of: $0) }
  }

  /// How many states there are.
  var stateCount: Int { edgeCount + prefixes.count }

  /// The directed road that a state is on.
  func edge(of state: UInt32) -> UInt32 {
    Int(state) < edgeCount ? state : prefixes[Int(state) - edgeCount].last ?? 0
  }

  /// The state after going on into `edge`; `nil` if a rule forbids it.
  func next(_ state: UInt32, _ edge: UInt32) -> UInt32? {
    var current = state
    var result: UInt32?
    while true {
      let isPlain = Int(current) < edgeCount
      if isPlain, !isSpecial[Int(current)] { return result ?? edge }
      if banned[current]?.contains(edge) == true { return nil }
      if let only = allowed[current], !only.contains(edge) { return nil }
      if result == nil { result = children[Self.key(current, edge)] }
      if isPlain { return result ?? edge }
      current = suffixes[Int(current) - edgeCount]
    }
  }

  private static func key(_ state: UInt32, _ edge: UInt32) -> UInt64 {
    UInt64(state) << 32 | UInt64(edge)
  }

  private mutating func add(_ rule: Rule) {
    var state = rule.edges[0]
    isSpecial[Int(state)] = true
    for (position, edge) in rule.edges.enumerated().dropFirst() {
      let isLast = position == rule.edges.count - 1
      if rule.isMandatory {
        allowed[state, default: []].append(edge)
      } else if isLast {
        banned[state, default: []].append(edge)
      }
      if isLast { return }
      let key = Self.key(state, edge)
      if let known = children[key] {
        state = known
      } else {
        state = UInt32(stateCount)
        prefixes.append(Array(rule.edges[...position]))
        children[key] = state
      }
    }
  }

  private func suffix(of prefix: [UInt32]) -> UInt32 {
    search: for start in 1..<prefix.count {
      var state = prefix[start]
      for edge in prefix[(start + 1)...] {
        guard let child = children[Self.key(state, edge)] else { continue search }
        state = child
      }
      return state
    }
    return prefix[prefix.count - 1]
  }
}
