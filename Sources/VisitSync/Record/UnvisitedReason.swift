/// Why a stop of the pack was not visited, as `log.closed` tells it; later versions may know more.
public enum UnvisitedReason: String, Hashable, Sendable, CaseIterable {
  /// The crew did not get that far, or nobody said why.
  case notReached = "not-reached"
  /// The hours or the shift were over.
  case noTime = "no-time"
  /// The crew judged it not safe.
  case unsafe
  /// Roads, gates or weather were in the way.
  case noWay = "no-way"
  /// The office called the crew back, or withdrew the visit.
  case calledBack = "called-back"
  /// Something else; a note says what.
  case other
}
