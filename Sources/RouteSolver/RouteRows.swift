/// Routes written out place by place, so that one walks through memory in a straight line where many
/// stops are looked at in a route that stays as it is.
///
/// A table of fixed size; a route that is overwritten is written out anew.
final class RouteRows {
  /// Between two nodes of a route.
  struct Place: BitwiseCopyable {
    /// The location of the node after it.
    var column: Int32
    /// The seconds from the node before it to the one after it.
    var leg: Int32
  }

  /// When one can be there.
  struct Moment: BitwiseCopyable {
    /// The node before the place.
    var node: Int32
    /// The earliest moment at which the crew leaves that.
    var earliest: Int32
    /// The latest arrival at the node after it.
    var latest: Int32
  }

  private static let mostRows = 32
  private let mask: Int
  private let width: Int
  /// By row and place.
  let places: FlatBuffer<Place>
  /// By row and place.
  let moments: FlatBuffer<Moment>
  /// By row: whose route it is, the signature of that, and how many places it has.
  private let vehicles: FlatBuffer<Int32>
  private let signatures: FlatBuffer<UInt64>
  private let counts: FlatBuffer<Int32>

  init(_ problem: CompiledProblem) {
    var rows = 1
    while rows < min(Self.mostRows, problem.vehicleCount) { rows *= 2 }
    mask = rows - 1
    width = problem.stopCount + 1
    places = FlatBuffer(repeating: Place(column: 0, leg: 0), count: rows * width)
    moments = FlatBuffer(repeating: Moment(node: 0, earliest: 0, latest: 0), count: rows * width)
    vehicles = FlatBuffer(repeating: -1, count: rows)
    signatures = FlatBuffer(repeating: 0, count: rows)
    counts = FlatBuffer(repeating: 0, count: rows)
  }

  /// Where the places of a route lie in `places` and `moments`, those between locked visits apart;
  /// they are written out now unless they are there.
  @inline(__always)
  func places(of vehicle: Int, in plan: PlanState) -> Range<Int> {
    let row = vehicle & mask
    let signature = plan.totals[vehicle].signature
    if Int(vehicles[row]) != vehicle || signatures[row] != signature {
      vehicles[row] = Int32(vehicle)
      signatures[row] = signature
      counts[row] = write(vehicle, of: plan, from: row * width)
    }
    return (row &* width)..<(row &* width &+ Int(counts[row]))
  }

  /// - Returns: how many places there are.
  private func write(_ vehicle: Int, of plan: PlanState, from first: Int) -> Int32 {
    let problem = plan.problem
    let home = problem.stopCount + vehicle
    var node = problem.locks.isEmpty ? home : plan.lastLocked(of: vehicle)
    var place = first
    repeat {
      let follower = Int(plan.next[node])
      places[place] = Place(column: problem.destination[follower], leg: plan.leg[node])
      moments[place] = Moment(
        node: Int32(node), earliest: plan.labels[node * problem.slots].earliest,
        latest: plan.latest[follower * problem.width])
      place += 1
      node = follower
    } while node != home
    return Int32(place - first)
  }
}
