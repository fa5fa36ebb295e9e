public import Quantities

/// Why no road file can be made of a draft.
public enum RoadDraftError: Error, Hashable, Sendable {
  /// No way in the draft may be used by anyone.
  case noRoads
  /// The draft has more nodes, ways or names than the file format can number.
  case tooLarge
  /// A node lies outside the earth.
  case nodeOutsideEarth(node: Int)
  /// A way has fewer than two nodes.
  case shortWay(way: Int)
  /// A way names a node that the draft does not have.
  case unknownNode(way: Int, node: UInt32)
  /// A way may be used at a speed of nothing.
  case zeroSpeed(way: Int)
  /// A barrier stands at a node that the draft does not have.
  case unknownBarrier(node: UInt32)
  /// The turn costs of a mode are beyond an hour, or their bias beyond a quarter or four times.
  case absurdTurnCosts(TravelMode)
  /// A restriction names a way or node that the draft does not have.
  case unknownMember(restriction: Int)
}
