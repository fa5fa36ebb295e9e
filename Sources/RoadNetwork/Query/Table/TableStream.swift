public import Quantities

/// A table of travel too large for memory, made some rows at a time.
///
/// What belongs to the targets is prepared once; each batch of sources then costs what it costs in
/// a table of its own. A value that never changes: several tasks may ask it for batches at once.
public struct TableStream: Sendable {
  /// How many sources a batch has unless another number is asked for.
  public static let usualBatch = 256

  /// Whether the network has the mode at all; without it, nothing is reached.
  public let isOpen: Bool
  private let targetCount: Int
  private let sweep: TableSweep?

  /// Prepares tables to `targets`, which are positions of `network`.
  ///
  /// - Complexity: about a scan of the mode's hierarchy.
  public init(in network: RoadNetwork, targets: [RoadPosition], mode: TravelMode) {
    targetCount = targets.count
    let graph = network.network(for: mode)
    isOpen = graph != nil
    sweep = graph.map {
      TableSweep($0, TripEnds(network: $0, sections: network.sections), targets: targets)
    }
    self.network = network
  }

  /// Keeps the file's bytes alive.
  private let network: RoadNetwork

  /// The rows of `sources`.
  public func rows(of sources: [RoadPosition]) -> TravelTable {
    if let sweep { return sweep.rows(of: sources) }
    let cells = [Int32](
      repeating: TravelTable.unreachable, count: sources.count * targetCount)
    return TravelTable(
      sourceCount: sources.count, targetCount: targetCount, durations: cells, distances: cells)
  }

  /// Hands over the rows of all `sources`, batch by batch and in order.
  ///
  /// - Parameters:
  ///   - sources: where trips start.
  ///   - batch: how many sources at a time, at least 1; memory grows with it.
  ///   - progress: hears of every batch, stage `roads.table`.
  ///   - body: gets the number of a batch's first source and its rows.
  /// - Throws: what `body` throws; no further batch is made then.
  public func run<Failure: Error>(
    sources: [RoadPosition], batch: Int = usualBatch, progress: ProgressObserver = { _ in },
    _ body: (_ first: Int, _ rows: TravelTable) throws(Failure) -> Void
  ) throws(Failure) {
    let batch = max(1, batch)
    for first in stride(from: 0, to: sources.count, by: batch) {
      let end = min(first + batch, sources.count)
      try body(first, rows(of: Array(sources[first..<end])))
      progress(Progress(stage: "roads.table", done: end, total: sources.count))
    }
  }
}
