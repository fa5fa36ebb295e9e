import Quantities

/// The edge-based graph of one travel mode: a vertex per directed road, an arc per turn.
///
/// Roads that may not be driven through have two vertices, one for trips that start there and
/// one for trips that end there; no arc leads from the second back to the open network, so a trip
/// is at most "out of the ends-only roads, through the network, into ends-only roads". Rules via
/// ways add vertices too, see ``RestrictionTrie``. Only roads
/// connected with the largest strongly connected part in both directions are kept.
///
/// What holds only at certain hours takes nothing out of the graph: ``turnHours`` and ``edgeHours``
/// say which turns and roads a search for a stated time must pass over.
struct TurnGraph: Equatable {
  /// A turn, a position in ``head``, that is forbidden during ``hours``[`hours`].
  struct TurnHours: Hashable {
    var turn: UInt32
    var hours: UInt16
  }

  /// A directed road that is closed during ``hours``[`hours`].
  struct EdgeHours: Hashable {
    var edge: UInt32
    var hours: UInt16
  }

  /// The directed road of each vertex.
  var edge: [UInt32] = []
  /// Hundredths of a second along it.
  var duration: [UInt32] = []
  /// Arcs of vertex `v`: `firstTurn[v] ..< firstTurn[v + 1]`.
  var firstTurn: [Int] = [0]
  var head: [UInt32] = []
  /// The turn's own cost in hundredths of a second.
  var turnCost: [UInt32] = []
  /// Vertices of each kept directed road, the one for starting trips first.
  var firstVertex: [Int] = [0]
  var vertices: [UInt32] = []
  /// Turns that are forbidden at times, each at most once, in order.
  var turnHours: [TurnHours] = []
  /// Kept directed roads that are closed at times, each at most once, in order.
  var edgeHours: [EdgeHours] = []
  /// The hours that the lists above point into, none twice, none empty.
  var hours: [WeeklyHours] = []
  var droppedEdges = 0
  var droppedDecimetres = 0
  var ruleCount = 0
  /// Which restrictions of the draft made a rule.
  var usedRestrictions: [Int] = []

  var vertexCount: Int { edge.count }
  /// How many directed roads have a vertex.
  var directedRoadCount: Int {
    (1..<firstVertex.count).count { firstVertex[$0] > firstVertex[$0 - 1] }
  }
}
