/// Remembers the cheapest place of a stop in a route for as long as the route stays as it is.
///
/// Most routes are not touched between two attempts to place a stop, and those that are ruined in
/// vain come back as they were, so most answers are already known. A table of fixed size; an entry
/// that is overwritten is found anew.
struct InsertionMemory: ~Copyable {
  /// What is known of one stop and one route.
  struct Entry: BitwiseCopyable {
    /// The route's signature, mixed with stop and vehicle.
    var key: UInt64 = 0
    /// The cost of the cheapest place, overload apart; without a place, none costs less than this.
    var cost: Int64 = 0
    /// The node before the place, or -1.
    var node: Int32 = -1
  }

  private static let mostEntries = 1 << 19
  /// Routes in use are seldom more; what lies closer together is at hand sooner.
  private static let mostVehicles = 128
  private let entries: FlatBuffer<Entry>
  private let mask: Int
  private let width: Int

  init(_ problem: CompiledProblem) {
    var width = 1
    while width < min(Self.mostVehicles, problem.vehicleCount) { width *= 2 }
    self.width = width
    var size = width
    while size < min(Self.mostEntries, problem.stopCount * width) { size *= 2 }
    mask = size - 1
    entries = FlatBuffer(repeating: Entry(), count: size)
  }

  /// Where what is known of `stop` and the route of `vehicle` is kept.
  @inline(__always)
  func slot(stop: Int, vehicle: Int) -> Int {
    (stop * width + vehicle & (width - 1)) & mask
  }

  /// What tells this stop, vehicle and order of stops from others.
  @inline(__always)
  func key(stop: Int, vehicle: Int, signature: UInt64) -> UInt64 {
    signature ^ RouteSignature.leg(from: stop, to: vehicle + 1)
  }

  @inline(__always)
  subscript(slot: Int) -> Entry {
    get { entries[slot] }
    nonmutating set { entries[slot] = newValue }
  }
}
