import Quantities

/// Turning rules as a machine that remembers just enough of the way come along.
///
/// Every rule is a sequence of directed roads. After Aho and Corasick (1975) the sequences form a
/// trie whose states are the vertices of the edge-based graph: state `e` below `edgeCount` means
/// "on directed road `e`", a state above means "on its last road, having come along the whole
/// prefix". Only rules via ways add states, those that hold at times as well as the others.
struct RestrictionTrie {
  /// One rule: after all but the last of `edges`, the last is forbidden or the only one allowed.
  struct Rule: Hashable {
    var edges: [UInt32]
    var isMandatory: Bool
    /// When it holds; `nil` for always.
    var hours: WeeklyHours?
  }

  /// Where one comes to by going on into a road, and when a rule forbids going there.
  struct Step: Hashable {
    var state: UInt32
    /// When the turn is forbidden; ``WeeklyHours/never`` for most.
    var forbidden: WeeklyHours
  }

  /// A road that a rule of a state is about.
  private struct Entry {
    var edge: UInt32
    var hours: WeeklyHours?
  }

  private let edgeCount: Int
  /// Whether any rule holds only at times.
  let hasHours: Bool
  /// The prefixes of the states above `edgeCount`.
  private var prefixes: [[UInt32]] = []
  /// The state of the longest proper suffix of each prefix.
  private var suffixes: [UInt32] = []
  private var children: [UInt64: UInt32] = [:]
  private var banned: [UInt32: [Entry]] = [:]
  private var allowed: [UInt32: [Entry]] = [:]
  /// Whether a plain state has any rule or child.
  private var isSpecial: [Bool]

  /// The machine of `rules` over directed roads `0 ..< edgeCount`.
  init(edgeCount: Int, rules: [Rule]) {
    self.edgeCount = edgeCount
    hasHours = rules.contains { $0.hours != nil }
    isSpecial = [Bool](repeating: false, count: edgeCount)
    for rule in rules where rule.edges.count >= 2 && rule.hours?.isNever != true { add(rule) }
    suffixes = prefixes.map { suffix(of: $0) }
  }

  /// How many states there are.
  var stateCount: Int { edgeCount + prefixes.count }

  /// The directed road that a state is on.
  func edge(of state: UInt32) -> UInt32 {
    Int(state) < edgeCount ? state : prefixes[Int(state) - edgeCount].last ?? 0
  }

  /// The step after going on into `edge`; `nil` if a rule that always holds forbids it.
  func next(_ state: UInt32, _ edge: UInt32) -> Step? {
    var current = state
    var result: UInt32?
    var forbidden = WeeklyHours.never
    while true {
      let isPlain = Int(current) < edgeCount
      if isPlain, !isSpecial[Int(current)] { break }
      guard let hours = forbiddenHours(at: current, into: edge) else { return nil }
      if !hours.isNever { forbidden = forbidden.union(hours) }
      if result == nil { result = children[Self.key(current, edge)] }
      if isPlain { break }
      current = suffixes[Int(current) - edgeCount]
    }
    if forbidden == .always { return nil }
    return Step(state: result ?? edge, forbidden: forbidden)
  }

  /// When the rules of one state forbid going into `edge`; `nil` for always.
  private func forbiddenHours(at state: UInt32, into edge: UInt32) -> WeeklyHours? {
    var forbidden = WeeklyHours.never
    for ban in banned[state] ?? [] where ban.edge == edge {
      guard let hours = ban.hours else { return nil }
      forbidden = forbidden.union(hours)
    }
    guard let only = allowed[state] else { return forbidden }
    // Rules that hold at once allow what any of them allows. One that always holds leaves no room
    // for what others would allow at times.
    let always = only.filter { $0.hours == nil }
    if !always.isEmpty { return always.contains { $0.edge == edge } ? forbidden : nil }
    var (bound, free) = (WeeklyHours.never, WeeklyHours.never)
    for rule in only {
      guard let hours = rule.hours else { continue }
      if rule.edge == edge { free = free.union(hours) } else { bound = bound.union(hours) }
    }
    return forbidden.union(bound.subtracting(free))
  }

  private static func key(_ state: UInt32, _ edge: UInt32) -> UInt64 {
    UInt64(state) << 32 | UInt64(edge)
  }

  private mutating func add(_ rule: Rule) {
    var state = rule.edges[0]
    isSpecial[Int(state)] = true
    for (position, edge) in rule.edges.enumerated().dropFirst() {
      let isLast = position == rule.edges.count - 1
      let entry = Entry(edge: edge, hours: rule.hours)
      if rule.isMandatory {
        allowed[state, default: []].append(entry)
      } else if isLast {
        banned[state, default: []].append(entry)
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
