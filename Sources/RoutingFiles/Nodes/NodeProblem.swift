import Quantities
import RouteSolver

/// A problem as the node files state it: one list of nodes, some of which are depots.
struct NodeProblem {
  struct Node {
    var point = LegRule.Point(x: 0, y: 0)
    var demand: Int32 = 0
    var service = Seconds.zero
    var windows: [HorizonSpan] = []
    var prize: Int64 = 0
    var isRequired = true
    var group: Int?
    var skills: UInt64 = 0
  }

  struct Vehicle: Equatable {
    var start = 0
    var end = 0
    var capacity: Int32?
    var shift = Self.always
    var maxDuty: Seconds?
    /// The nodes it may visit; `nil` for all.
    var allowed: [Int]?
    var rest: RoutingBreak?
    var skills: UInt64 = 0

    static let always = HorizonSpan(.zero, Seconds(Int32(RoutingFileLimits.moment)))
  }

  enum Legs {
    case rule(LegRule)
    /// Row by row.
    case table([Int32])
  }

  var name: String
  var kind: String
  var format: RoutingFileFormat
  var scale = 1
  var isScore = false
  var isClosed = false
  var nodes: [Node]
  var depots: [Int]
  var vehicles: [Vehicle]
  var legs: Legs
  /// Tables that hold from a time of day on in place of the first.
  var periods: [TravelPeriod] = []
  /// Groups of which one member must be visited.
  var requiredGroups: Set<Int> = []
}
