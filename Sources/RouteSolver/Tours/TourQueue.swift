/// Nodes from which a step may pay, first in, first out, each at most once: Bentley's don't-look
/// bits (1992) as a queue.
struct TourQueue: ~Copyable {
  private let ring: FlatBuffer<Int32>
  private let isIn: FlatBuffer<Bool>
  private var head = 0
  private(set) var count = 0

  init(count: Int) {
    ring = FlatBuffer(repeating: 0, count: count)
    isIn = FlatBuffer(repeating: false, count: count)
  }

  @inline(__always)
  mutating func append(_ node: Int) {
    if isIn[node] { return }
    isIn[node] = true
    var place = head &+ count
    if place >= ring.count { place &-= ring.count }
    ring[place] = Int32(truncatingIfNeeded: node)
    count &+= 1
  }

  @inline(__always)
  mutating func popFirst() -> Int? {
    guard count > 0 else { return nil }
    let node = Int(ring[head])
    isIn[node] = false
    head = head &+ 1 == ring.count ? 0 : head &+ 1
    count &-= 1
    return node
  }

  mutating func removeAll() {
    while popFirst() != nil {}
  }
}
