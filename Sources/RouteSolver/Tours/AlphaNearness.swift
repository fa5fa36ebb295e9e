/// How much dearer the minimum 1-tree becomes if it must contain a given way: a far better guess at
/// the ways of the best tour than their length (Helsgaun 2000).
///
/// Taking the way in drops the dearest way of the ring that it closes.
struct AlphaNearness: ~Copyable {
  private let tree: OneTree
  /// By node: the dearest way on the tree between it and the node looked at.
  private let dearest: FlatBuffer<Int>
  private let mark: FlatBuffer<Int32>
  private let alphas: FlatBuffer<Int>
  let nodes: FlatBuffer<Int32>
  private let width: Int

  /// The `width` nearest of each node.
  init(_ costs: borrowing TourCosts, _ tree: consuming OneTree, width: Int) {
    let count = tree.count
    self.tree = tree
    self.width = width
    dearest = FlatBuffer(repeating: 0, count: count)
    mark = FlatBuffer(repeating: -1, count: count)
    alphas = FlatBuffer(repeating: .max, count: width)
    nodes = FlatBuffer(repeating: 0, count: count * width)
    chooseForFirst(costs)
    for node in 1..<count { choose(node, costs) }
  }

  private func chooseForFirst(_ costs: borrowing TourCosts) {
    beginList()
    for other in 1..<tree.count {
      insert(other, alphaOfFirst(other, costs), row: 0)
    }
  }

  private func choose(_ node: Int, _ costs: borrowing TourCosts) {
    beginList()
    let row = node * width
    insert(0, alphaOfFirst(node, costs), row: row)
    let root = Int(tree.sequence[0])
    // Up to the root first, then down from there to all others.
    var place = node
    dearest[node] = .min
    mark[node] = Int32(node)
    while place != root {
      let parent = Int(tree.parent[place])
      dearest[parent] = max(dearest[place], tree.way[place])
      mark[parent] = Int32(node)
      place = parent
    }
    for number in 0..<(tree.count - 1) {
      let other = Int(tree.sequence[number])
      if mark[other] != Int32(node) {
        dearest[other] = max(dearest[Int(tree.parent[other])], tree.way[other])
      }
      if other != node {
        insert(other, tree.cost(node, other, costs) - dearest[other], row: row)
      }
    }
  }

  private func alphaOfFirst(_ node: Int, _ costs: borrowing TourCosts) -> Int {
    node == Int(tree.parent[0]) ? 0 : max(0, tree.cost(0, node, costs) - tree.second)
  }

  private func beginList() {
    for place in 0..<width { alphas[place] = .max }
  }

  @inline(__always)
  private func insert(_ node: Int, _ alpha: Int, row: Int) {
    var place = width - 1
    guard alpha < alphas[place] else { return }
    while place > 0, alpha < alphas[place - 1] {
      alphas[place] = alphas[place - 1]
      nodes[row + place] = nodes[row + place - 1]
      place -= 1
    }
    alphas[place] = alpha
    nodes[row + place] = Int32(node)
  }
}
