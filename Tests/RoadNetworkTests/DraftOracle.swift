import Quantities

@testable import RoadNetwork

/// The quickest trips of a draft by a plain Dijkstra that remembers the last roads it came along.
///
/// It shares no graph with the road file: every rule is looked up in the draft at every turn. It
/// expects ways of two nodes, so that a directed road is a way and a direction.
struct DraftOracle {
  struct Move: Hashable {
    var way: Int
    var isForward: Bool
  }

  private struct State: Hashable {
    var trail: [Move]
    /// 0 still on ends-only roads, 1 in the network, 2 on ends-only roads at the end.
    var phase: Int
  }

  let draft: RoadDraft
  let mode: TravelMode
  /// Ways that nobody drives through: those for the ends only, and those outside the largest part.
  let isThrough: (Move) -> Bool

  func permission(_ move: Move) -> RoadDraft.Permission? {
    let way = draft.ways[move.way]
    return (move.isForward ? way.forward : way.backward)[mode]
  }

  private func start(_ move: Move) -> UInt32 {
    draft.ways[move.way].nodes[move.isForward ? 0 : 1]
  }

  private func end(_ move: Move) -> UInt32 {
    draft.ways[move.way].nodes[move.isForward ? 1 : 0]
  }

  private func bearing(_ move: Move) -> Double {
    draft.nodes[Int(start(move))].bearing(to: draft.nodes[Int(end(move))])
  }

  private func arrivalBearing(_ move: Move) -> Double {
    let back = draft.nodes[Int(end(move))].bearing(to: draft.nodes[Int(start(move))])
    return back >= 180 ? back - 180 : back + 180
  }

  func metres(_ move: Move) -> Double {
    draft.nodes[Int(start(move))].metres(to: draft.nodes[Int(end(move))])
  }

  /// Hundredths of a second along a way.
  func duration(_ move: Move) -> Int {
    if let whole = draft.ways[move.way].duration { return Int(whole.value) * 100 }
    let decimetres = (metres(move) * 10).rounded()
    return Int((decimetres * 360 / Double(permission(move)?.speed ?? 1)).rounded())
  }

  private func leaving(_ node: UInt32) -> [Move] {
    draft.ways.indices.flatMap { way in
      [Move(way: way, isForward: true), Move(way: way, isForward: false)].filter {
        start($0) == node && permission($0) != nil
      }
    }
  }

  /// Where the rules let one go after a trail, and what the turn costs.
  func turns(after trail: [Move]) -> [(move: Move, cost: Int)] {
    guard let last = trail.last else { return [] }
    let node = end(last)
    let back = Move(way: last.way, isForward: !last.isForward)
    var exits: [Move] = []
    if draft.barriers[node]?.contains(mode) != true {
      exits = leaving(node).filter { $0 != back }
    }
    let isEnd = exits.allSatisfy {
      permission($0)?.endsOnly == true && permission(last)?.endsOnly == false
    }
    if isEnd, permission(back) != nil { exits.append(back) }
    return exits.filter { isLawful(trail, $0) }.map { ($0, cost(last, $0, at: node)) }
  }

  private func cost(_ last: Move, _ next: Move, at node: UInt32) -> Int {
    let roads = draft.ways.filter {
      $0.nodes.contains(node) && ($0.forward[mode] != nil || $0.backward[mode] != nil)
    }
    var angle = bearing(next) - arrivalBearing(last)
    if angle > 180 { angle -= 360 }
    if angle < -180 { angle += 360 }
    let back = Move(way: last.way, isForward: !last.isForward)
    let costs = draft.turnCosts[mode] ?? .free
    return Int(
      costs.cost(
        angle: angle, isUTurn: next == back, isChoice: roads.count > 2,
        hasOncoming: permission(back) != nil, hasSignal: draft.signals.contains(node),
        drivesOnLeft: draft.ways[last.way].drivesOnLeft ?? draft.drivesOnLeft))
  }

  private func isLawful(_ trail: [Move], _ next: Move) -> Bool {
    // All mandatory rules about one trail together allow what any of them allows.
    var allowed: [Int: [Move]] = [:]
    for restriction in draft.restrictions where restriction.modes.contains(mode) {
      guard let moves = moves(of: restriction) else { continue }
      for length in 1..<moves.count where trail.suffix(length) == moves[..<length] {
        if restriction.isMandatory {
          allowed[length, default: []].append(moves[length])
        } else if length == moves.count - 1, moves[length] == next {
          return false
        }
      }
    }
    return allowed.values.allSatisfy { $0.contains(next) }
  }

  private func moves(of restriction: RoadDraft.Restriction) -> [Move]? {
    var ways = [Int(restriction.from)]
    if case .ways(let via) = restriction.via { ways += via.map { Int($0) } }
    ways.append(Int(restriction.to))
    var found: [[Move]] = [[]]
    for way in ways {
      found = found.flatMap { moves in
        [true, false].map { moves + [Move(way: way, isForward: $0)] }.filter { longer in
          guard let last = longer.last, permission(last) != nil else { return false }
          return longer.count == 1 || end(longer[longer.count - 2]) == start(last)
        }
      }
    }
    if case .node(let node) = restriction.via { found = found.filter { end($0[0]) == node } }
    return found.count == 1 ? found[0] : nil
  }

  /// Hundredths of a second from having entered `first` to entering each way, however reached.
  func arrivals(from first: Move) -> [Move: Int] {
    var best: [Move: Int] = [:]
    var costs: [State: Int] = [:]
    var pending: [(cost: Int, state: State)] = [
      (0, State(trail: [first], phase: isThrough(first) ? 1 : 0))
    ]
    var isStart = true
    while let index = pending.indices.min(by: { pending[$0].cost < pending[$1].cost }) {
      let (cost, state) = pending.remove(at: index)
      guard costs[state] == nil || isStart, let last = state.trail.last else { continue }
      if !isStart {
        costs[state] = cost
        best[last] = min(best[last] ?? .max, cost)
      }
      isStart = false
      for (move, turnCost) in turns(after: state.trail) {
        var phase = state.phase
        if isThrough(move) {
          if phase == 2 { continue }
          phase = 1
        } else if phase == 1 {
          phase = 2
        }
        let next = State(trail: Array((state.trail + [move]).suffix(4)), phase: phase)
        if costs[next] == nil { pending.append((cost + duration(last) + turnCost, next)) }
      }
    }
    return best
  }
}
