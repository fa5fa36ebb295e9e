/// Joins lines at their ends until they close, as the members of a multipolygon do.
enum RingAssembler {
  /// The result of joining.
  struct Outcome: Sendable {
    /// Closed lines, first and last node alike.
    var rings: [[UInt32]] = []
    /// What could not be closed, each as long as it could be joined.
    var lines: [[UInt32]] = []
  }

  /// Joins `lines` where exactly the ends of two meet; each line is used once.
  ///
  /// - Complexity: linear in the number of nodes.
  static func join(_ lines: [[UInt32]]) -> Outcome {
    var outcome = Outcome()
    var open: [Int] = []
    for (index, line) in lines.enumerated() where line.count >= 2 {
      if line.count >= 4, line.first == line.last {
        outcome.rings.append(line)
      } else {
        open.append(index)
      }
    }
    var byEnd: [UInt32: [Int]] = [:]
    for index in open {
      byEnd[lines[index][0], default: []].append(index)
      byEnd[lines[index][lines[index].count - 1], default: []].append(index)
    }
    var isUsed = Array(repeating: false, count: lines.count)

    /// The next unused line at `node`, turned so that it begins there.
    func next(at node: UInt32) -> [UInt32]? {
      while let index = byEnd[node]?.popLast() {
        guard !isUsed[index] else { continue }
        isUsed[index] = true
        return lines[index][0] == node ? lines[index] : lines[index].reversed()
      }
      return nil
    }

    for index in open where !isUsed[index] {
      isUsed[index] = true
      var chain = lines[index]
      grow(&chain)
      if chain.first != chain.last {
        chain.reverse()
        grow(&chain)
      }
      if chain.count >= 4, chain.first == chain.last {
        outcome.rings.append(chain)
      } else {
        outcome.lines.append(chain)
      }
    }
    return outcome

    func grow(_ chain: inout [UInt32]) {
      while chain.first != chain.last, let last = chain.last, let line = next(at: last) {
        chain += line.dropFirst()
      }
    }
  }
}
