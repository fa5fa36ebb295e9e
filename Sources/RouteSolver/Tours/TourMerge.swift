/// The better parts of two tours in one.
///
/// Where two tours differ they mostly do so in many places that have nothing to do with each other.
/// Ways that only one of them has are put together if they share a node; each such patch can be
/// taken from either tour, and is taken from the cheaper one as long as what results is still one
/// ring. (Partition crossover: Whitley, Hains and Howe 2009, with the ring tested by walking it.)
struct TourMerge: ~Copyable {
  private let count: Int
  private let isSymmetric: Bool
  /// By node: who follows, and who comes before, in the tour that is changed and in the other.
  private let next: FlatBuffer<Int32>
  private let previous: FlatBuffer<Int32>
  private let otherNext: FlatBuffer<Int32>
  private let otherPrevious: FlatBuffer<Int32>
  /// The patches as sets (Tarjan 1975).
  ///
  /// Where costs differ there and back, a node is in one as left
  /// and, `count` further on, in another as entered.
  private let parent: FlatBuffer<Int32>
  /// By the head of a patch: what it saves to take the other tour's ways there.
  private let saving: FlatBuffer<Int>
  private let first: FlatBuffer<Int32>
  /// By node: the one after it in its patch.
  private let mate: FlatBuffer<Int32>
  private var gain = 0

  /// Puts into `order` what `other` does better.
  ///
  /// - Returns: how much shorter `order` has become.
  static func merge(
    _ order: borrowing FlatBuffer<Int32>, with other: borrowing FlatBuffer<Int32>,
    _ costs: borrowing TourCosts
  ) -> Int {
    var merge = TourMerge(order, other, isSymmetric: costs.isSymmetric)
    merge.findPatches(costs)
    for head in 0..<merge.parent.count where merge.saving[head] > 0 { merge.take(head) }
    if merge.gain > 0 { merge.write(order) }
    return merge.gain
  }

  private init(
    _ order: borrowing FlatBuffer<Int32>, _ other: borrowing FlatBuffer<Int32>, isSymmetric: Bool
  ) {
    let count = order.count
    let sides = isSymmetric ? count : 2 * count
    self.count = count
    self.isSymmetric = isSymmetric
    next = FlatBuffer(repeating: 0, count: count)
    previous = FlatBuffer(repeating: 0, count: count)
    otherNext = FlatBuffer(repeating: 0, count: count)
    otherPrevious = FlatBuffer(repeating: 0, count: count)
    parent = FlatBuffer((0..<sides).map { Int32($0) })
    saving = FlatBuffer(repeating: 0, count: sides)
    first = FlatBuffer(repeating: -1, count: sides)
    mate = FlatBuffer(repeating: -1, count: count)
    Self.link(order, next, previous)
    Self.link(other, otherNext, otherPrevious)
  }

  private static func link(
    _ order: borrowing FlatBuffer<Int32>, _ next: borrowing FlatBuffer<Int32>,
    _ previous: borrowing FlatBuffer<Int32>
  ) {
    var from = order[order.count - 1]
    for place in 0..<order.count {
      let to = order[place]
      next[Int(from)] = to
      previous[Int(to)] = from
      from = to
    }
  }

  private mutating func findPatches(_ costs: borrowing TourCosts) {
    let entered = isSymmetric ? 0 : count
    for node in 0..<count {
      if !isShared(node, next[node], otherNext, otherPrevious) {
        join(node, Int(next[node]) + entered)
      }
      if !isShared(node, otherNext[node], next, previous) {
        join(node, Int(otherNext[node]) + entered)
      }
    }
    for node in 0..<count {
      let head = find(node)
      if !isShared(node, next[node], otherNext, otherPrevious) {
        saving[head] += costs.cost(node, Int(next[node]))
      }
      if !isShared(node, otherNext[node], next, previous) {
        saving[head] -= costs.cost(node, Int(otherNext[node]))
      }
      mate[node] = first[head]
      first[head] = Int32(node)
    }
  }

  /// Whether the tour given by its links has the way between `from` and `to`.
  private func isShared(
    _ from: Int, _ to: Int32, _ next: borrowing FlatBuffer<Int32>,
    _ previous: borrowing FlatBuffer<Int32>
  ) -> Bool {
    next[from] == to || isSymmetric && previous[from] == to
  }

  private func find(_ member: Int) -> Int {
    var member = member
    while Int(parent[member]) != member {
      parent[member] = parent[Int(parent[member])]
      member = Int(parent[member])
    }
    return member
  }

  private func join(_ one: Int, _ other: Int) {
    let head = find(one)
    let root = find(other)
    if head != root { parent[max(head, root)] = Int32(min(head, root)) }
  }

  /// Takes a patch from the other tour, unless that breaks the ring.
  private mutating func take(_ head: Int) {
    exchange(head)
    if isRing() { gain += saving[head] } else { exchange(head) }
  }

  private func exchange(_ head: Int) {
    var node = Int(first[head])
    while node >= 0 {
      (next[node], otherNext[node]) = (otherNext[node], next[node])
      if isSymmetric {
        (previous[node], otherPrevious[node]) = (otherPrevious[node], previous[node])
      }
      node = Int(mate[node])
    }
  }

  private func isRing() -> Bool {
    var before = 0
    var node = Int(next[0])
    var steps = 1
    while node != 0, steps <= count {
      let following = follower(of: node, from: before)
      before = node
      node = following
      steps += 1
    }
    return steps == count
  }

  /// Where one goes on from `node` having come from `before`; patches of symmetric tours may be
  /// linked in the opposite sense.
  @inline(__always)
  private func follower(of node: Int, from before: Int) -> Int {
    isSymmetric && Int(previous[node]) != before ? Int(previous[node]) : Int(next[node])
  }

  private func write(_ order: borrowing FlatBuffer<Int32>) {
    var before = 0
    var node = Int(next[0])
    order[0] = 0
    for place in 1..<count {
      order[place] = Int32(node)
      let following = follower(of: node, from: before)
      before = node
      node = following
    }
  }
}
