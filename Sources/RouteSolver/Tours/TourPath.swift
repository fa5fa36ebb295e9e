/// A tour opened at one leg and read as a path, with a few changes that are thought of but not made.
///
/// Place 0 is the node after the opened leg, the last place the node before it. Every change turns or
/// swaps a beginning of the path and leaves the rest alone, so that where a node has come to lie is
/// one comparison and one subtraction for each change: no array is touched until a step pays.
struct TourPath: ~Copyable {
  /// How a beginning of the path is changed.
  enum Change: Int32 {
    /// Places `0 ..< first` are turned, and so are `first ... last`, each in its place.
    case turn
    /// Places `0 ... first` go behind `first + 1 ... last`.
    case swap
  }

  let count: Int
  /// The position of place 0, and whether places run against positions.
  private(set) var base = 0
  private(set) var isMirrored = false
  private(set) var changes = 0
  private let kind: FlatBuffer<Int32>
  private let first: FlatBuffer<Int32>
  private let last: FlatBuffer<Int32>

  init(count: Int, most: Int) {
    self.count = count
    kind = FlatBuffer(repeating: 0, count: most)
    first = FlatBuffer(repeating: 0, count: most)
    last = FlatBuffer(repeating: 0, count: most)
  }

  /// Reads the tour from `base` on.
  @inline(__always)
  mutating func open(at base: Int, isMirrored: Bool) {
    self.base = base
    self.isMirrored = isMirrored
    changes = 0
  }

  @inline(__always)
  mutating func push(_ change: Int32, _ first: Int, _ last: Int) {
    kind[changes] = change
    self.first[changes] = Int32(truncatingIfNeeded: first)
    self.last[changes] = Int32(truncatingIfNeeded: last)
    changes &+= 1
  }

  @inline(__always)
  mutating func pop() { changes &-= 1 }

  /// Where the node at `position` of the tour lies before any change.
  @inline(__always)
  func place(of position: Int) -> Int {
    let place = isMirrored ? base &- position : position &- base
    return place < 0 ? place &+ count : place
  }

  /// The position in the tour of what lay at `place` before any change.
  @inline(__always)
  func position(of place: Int) -> Int {
    if isMirrored {
      let position = base &- place
      return position < 0 ? position &+ count : position
    }
    let position = base &+ place
    return position >= count ? position &- count : position
  }

  /// Where that which lay at `place` lies now.
  @inline(__always)
  func moved(_ place: Int) -> Int {
    var place = place
    for number in 0..<changes {
      let low = Int(first[number])
      let high = Int(last[number])
      if kind[number] == 0 {
        if place < low {
          place = low &- 1 &- place
        } else if place <= high {
          place = low &+ high &- place
        }
      } else if place <= low {
        place = place &+ high &- low
      } else if place <= high {
        place = place &- low &- 1
      }
    }
    return place
  }

  /// Where that which lies at `place` now lay before any change.
  @inline(__always)
  func original(_ place: Int) -> Int {
    var place = place
    var number = changes &- 1
    while number >= 0 {
      let low = Int(first[number])
      let high = Int(last[number])
      if kind[number] == 0 {
        if place < low {
          place = low &- 1 &- place
        } else if place <= high {
          place = low &+ high &- place
        }
      } else if place < high &- low {
        place = place &+ low &+ 1
      } else if place <= high {
        place = place &- high &+ low
      }
      number &-= 1
    }
    return place
  }

  /// The tour after all changes, in segments of positions.
  func collect(_ segments: inout TourSegments) {
    segments.removeAll()
    segments.append(start: 0, length: count)
    for number in 0..<changes {
      let low = Int(first[number])
      let high = Int(last[number])
      if kind[number] == Change.turn.rawValue {
        let middle = segments.cut(at: low)
        let end = segments.cut(at: high + 1)
        segments.turn(0..<middle)
        segments.turn(middle..<end)
      } else {
        let middle = segments.cut(at: low + 1)
        let end = segments.cut(at: high + 1)
        segments.reverse(0..<middle)
        segments.reverse(middle..<end)
        segments.reverse(0..<end)
      }
    }
    toPositions(&segments)
  }

  private func toPositions(_ segments: inout TourSegments) {
    for number in 0..<segments.count {
      let place = Int(segments.start[number])
      let edge = isMirrored ? place + Int(segments.length[number]) - 1 : place
      segments.start[number] = Int32(position(of: edge))
    }
    if isMirrored { segments.reverse(0..<segments.count) }
  }
}
