/// Shapes of node lists that maps really hold.
enum NodeRuns {
  /// The stretches of at least two different nodes between gaps; a node written twice in a row
  /// counts once.
  static func split(_ nodes: [UInt32]) -> [[UInt32]] {
    var runs: [[UInt32]] = []
    var run: [UInt32] = []
    func end() {
      if run.count >= 2 { runs.append(run) }
      run = []
    }
    for node in nodes {
      if node == MapExtract.missingNode {
        end()
      } else if run.last != node {
        run.append(node)
      }
    }
    end()
    return runs
  }

  /// The way out, if `nodes` go somewhere and come back over the very same nodes (A-B-A), as some
  /// programs write two-way streets; `nil` otherwise.
  static func outward(_ nodes: [UInt32]) -> [UInt32]? {
    let count = nodes.count
    guard count >= 3, count % 2 == 1 else { return nil }
    for index in 0..<count / 2 where nodes[index] != nodes[count - 1 - index] { return nil }
    return Array(nodes[...(count / 2)])
  }
}
