/// A directed graph as lists of heads: vertex `v` has `heads[first[v] ..< first[v + 1]]`.
struct Digraph {
  var first: [Int] = [0]
  var heads: [UInt32] = []

  var count: Int { first.count - 1 }

  func heads(of vertex: Int) -> ArraySlice<UInt32> { heads[first[vertex]..<first[vertex + 1]] }

  /// Ends the list of the next vertex.
  mutating func endVertex() { first.append(heads.count) }

  /// The same arcs the other way round.
  func reversed() -> Digraph {
    var counts = [Int](repeating: 0, count: count + 1)
    for head in heads { counts[Int(head) + 1] += 1 }
    for vertex in 0..<count { counts[vertex + 1] += counts[vertex] }
    var result = Digraph(first: counts, heads: [UInt32](repeating: 0, count: heads.count))
    for vertex in 0..<count {
      for head in heads(of: vertex) {
        result.heads[counts[Int(head)]] = UInt32(vertex)
        counts[Int(head)] += 1
      }
    }
    return result
  }

  /// Which vertices can be reached from `starts`, which are reached themselves.
  func reachable(from starts: [Int]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: count)
    var pending: [Int] = []
    for start in starts where !isReached[start] {
      isReached[start] = true
      pending.append(start)
    }
    while let vertex = pending.popLast() {
      for head in heads(of: vertex) where !isReached[Int(head)] {
        isReached[Int(head)] = true
        pending.append(Int(head))
      }
    }
    return isReached
  }

  /// The largest strongly connected part among the vertices that `isOpen` says, by Tarjan's
  /// algorithm (1972) without recursion; of equals the one found first.
  func largestStrongPart(isOpen: (Int) -> Bool) -> [Int] {
    let unseen = -1
    var order = [Int](repeating: unseen, count: count)
    var low = order
    var cursor = order
    var isStacked = [Bool](repeating: false, count: count)
    var (stack, calls, largest): ([Int], [Int], [Int]) = ([], [], [])
    var time = 0
    for root in 0..<count where order[root] == unseen && isOpen(root) {
      calls.append(root)
      while let vertex = calls.last {
        if order[vertex] == unseen {
          (order[vertex], low[vertex], cursor[vertex]) = (time, time, first[vertex])
          time += 1
          stack.append(vertex)
          isStacked[vertex] = true
        }
        var descended = false
        while cursor[vertex] < first[vertex + 1] {
          let head = Int(heads[cursor[vertex]])
          guard isOpen(head) else {
            cursor[vertex] += 1
            continue
          }
          if order[head] == unseen {
            calls.append(head)
            descended = true
            break
          }
          if isStacked[head] { low[vertex] = min(low[vertex], low[head]) }
          cursor[vertex] += 1
        }
        if descended { continue }
        calls.removeLast()
        guard low[vertex] == order[vertex] else { continue }
        var size = stack.count
        repeat {
          size -= 1
          isStacked[stack[size]] = false
        } while stack[size] != vertex
        if stack.count - size > largest.count { largest = Array(stack[size...]) }
        stack.removeSubrange(size...)
      }
    }
    return largest
  }
}
