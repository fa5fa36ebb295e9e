import Quantities

/// Orders candidates, and keeps one of those that are the same place.
struct CandidateRanking {
  let file: PlaceFile
  let near: Coordinate?

  private static let mostCompared = 200

  /// The best `limit` candidates that are different places.
  func best(of candidates: [Candidate], limit: Int) -> [Candidate] {
    let plane = near.map { Plane(at: $0) }
    let keyed = candidates.map { candidate in
      (candidate, key: Key(candidate, kind: file.kind(of: candidate.holder), plane: plane))
    }
    let sorted = keyed.sorted { $0.key < $1.key }.prefix(Self.mostCompared).map(\.0)
    guard let top = sorted.first else { return [] }
    var kept: [Candidate] = []
    for candidate in sorted where kept.count < limit {
      guard candidate.score >= top.score / 2, candidate.score > 0.05 else { continue }
      if !kept.contains(where: { isSame($0, candidate) }) { kept.append(candidate) }
    }
    return kept
  }

  /// Score in steps of 1/1000 first, then precision, nearness and position in the file.
  private struct Key: Comparable {
    var score: Int
    var precision: Int
    var kind: Int
    var metres: Int
    var holder: UInt32
    var house: Int

    init(_ candidate: Candidate, kind: PlaceKind, plane: Plane?) {
      score = -Int((candidate.score * 1000).rounded())
      precision = Int(candidate.precision.rawValue)
      self.kind = Int(kind.rawValue)
      metres = plane.map { Int($0.metres(to: candidate.coordinate)) } ?? 0
      holder = candidate.holder
      house = candidate.house ?? -1
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.score != right.score { return left.score < right.score }
      if left.metres != right.metres { return left.metres < right.metres }
      return (left.precision, left.kind, left.holder, left.house)
        < (right.precision, right.kind, right.holder, right.house)
    }
  }

  /// The same house, the same holder, or a place that is drawn twice on the map.
  private func isSame(_ kept: Candidate, _ other: Candidate) -> Bool {
    if let house = kept.house, let second = other.house {
      return house == second || sameDoor(house, second)
    }
    if kept.holder == other.holder { return other.house == nil }
    guard kept.house == nil, other.house == nil,
      file.kind(of: kept.holder).precision == file.kind(of: other.holder).precision
    else { return false }
    let metres = Plane(at: kept.coordinate).metres(to: other.coordinate)
    return metres <= max(100, min(kept.radius, other.radius)) && shareName(kept, other)
  }

  /// Two points that the map has for one number, as for a building and its entrance.
  private func sameDoor(_ left: Int, _ right: Int) -> Bool {
    let first = file.house(left)
    let second = file.house(right)
    return first.number == second.number && first.holder == second.holder
      && Plane(at: first.coordinate).metres(to: second.coordinate) <= 50
  }

  private func shareName(_ left: Candidate, _ right: Candidate) -> Bool {
    let names = file.holder(left.holder).names.map { file.word(.names, $0 * 2 + 1) }
    return file.holder(right.holder).names.contains {
      names.contains(file.word(.names, $0 * 2 + 1))
    }
  }
}
