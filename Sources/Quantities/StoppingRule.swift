/// Says when a search has searched enough.
///
/// Rules that count are repeatable; rules that watch a clock belong to the edges, which alone know
/// one.
public protocol StoppingRule: Sendable {
  /// Whether the search should stop before its next iteration.
  ///
  /// - Parameters:
  ///   - iterations: how many have been run.
  ///   - best: the best cost found so far.
  /// - Returns: `true` to end the search with what it has.
  func shouldStop(iterations: Int, best: Cost) -> Bool

  /// How much of the search is over.
  ///
  /// - Parameter iterations: how many have been run.
  /// - Returns: a share, 0 … 1; `nil` where the rule cannot know.
  func fractionDone(iterations: Int) -> Double?
}

extension StoppingRule {
  /// Unknown, unless a rule says otherwise.
  public func fractionDone(iterations: Int) -> Double? { nil }
}

/// Stops after a number of iterations.
public struct AfterIterations: StoppingRule {
  /// The number.
  public let count: Int

  /// Stops after `count` iterations.
  public init(_ count: Int) { self.count = count }

  /// Whether ``count`` iterations have been run, whatever the best cost is.
  public func shouldStop(iterations: Int, best: Cost) -> Bool { iterations >= count }

  /// The share of ``count`` that has been run.
  public func fractionDone(iterations: Int) -> Double? {
    Double(iterations) / Double(Swift.max(count, 1))
  }
}
