/// A tour cut into a few segments that are put together anew: each a run of positions, some read
/// backwards.
struct TourSegments: ~Copyable {
  /// Enough for any step and any kick.
  static let most = 64

  private(set) var count = 0
  let start: FlatBuffer<Int32>
  let length: FlatBuffer<Int32>
  let isBackward: FlatBuffer<Bool>

  init() {
    start = FlatBuffer(repeating: 0, count: Self.most)
    length = FlatBuffer(repeating: 0, count: Self.most)
    isBackward = FlatBuffer(repeating: false, count: Self.most)
  }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(start: Int, length: Int, isBackward: Bool = false) {
    if length <= 0 { return }
    self.start[count] = Int32(start)
    self.length[count] = Int32(length)
    self.isBackward[count] = isBackward
    count &+= 1
  }

  /// Makes a cut so that a segment begins at `place`, counted along the segments.
  ///
  /// - Returns: the number of that segment.
  mutating func cut(at place: Int) -> Int {
    var number = 0
    var left = Int32(place)
    while left > 0 {
      if left < length[number] {
        split(number, at: left)
        return number + 1
      }
      left -= length[number]
      number += 1
    }
    return number
  }

  private mutating func split(_ number: Int, at offset: Int32) {
    var other = count
    while other > number {
      move(other - 1, to: other)
      other -= 1
    }
    count += 1
    let whole = length[number]
    length[number] = offset
    length[number + 1] = whole - offset
    if isBackward[number] {
      start[number] += whole - offset
    } else {
      start[number + 1] += offset
    }
  }

  private func move(_ from: Int, to: Int) {
    start[to] = start[from]
    length[to] = length[from]
    isBackward[to] = isBackward[from]
  }

  private func swap(_ one: Int, _ other: Int) {
    let kept = (start[one], length[one], isBackward[one])
    move(other, to: one)
    start[other] = kept.0
    length[other] = kept.1
    isBackward[other] = kept.2
  }

  /// Reads the segments of `range` backwards, in place.
  func turn(_ range: Range<Int>) {
    reverse(range)
    for number in range { isBackward[number].toggle() }
  }

  /// Puts the segments of `range` in the opposite order, each read as before.
  func reverse(_ range: Range<Int>) {
    var low = range.lowerBound
    var high = range.upperBound - 1
    while low < high {
      swap(low, high)
      low += 1
      high -= 1
    }
  }
}
