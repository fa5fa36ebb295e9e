/// The places in their routes that stops are pinned to.
struct CompiledPositions: ~Copyable {
  static let free: Int32 = 0
  static let last: Int32 = -1

  /// Whether there are any.
  let isEmpty: Bool
  /// By stop: the number of the visit it must be, counted from 1, or `last`, or `free`; no entries
  /// where no stop is pinned to a place.
  private let place: FlatBuffer<Int32>

  init(_ stops: [RoutingStop]) {
    isEmpty = stops.allSatisfy { $0.pinnedPosition == nil }
    place = FlatBuffer(
      isEmpty
        ? []
        : stops.map { stop in
          switch stop.pinnedPosition {
          case nil: Self.free
          case .number(let number): Int32(clamping: number)
          case .last: Self.last
          }
        })
  }

  /// The place that `stop` is pinned to.
  @inline(__always)
  func place(of stop: Int) -> Int32 { isEmpty ? Self.free : place[stop] }

  /// Whether `stop` may be visit `number`, counted from 1, of a route of `count`.
  @inline(__always)
  func allows(_ stop: Int, at number: Int32, of count: Int32) -> Bool {
    switch place(of: stop) {
    case Self.free: true
    case Self.last: number == count
    case let due: number == due
    }
  }
}
