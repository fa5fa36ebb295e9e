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
  func shouldStop(iterations: Int, best: Cost) -> Bool

  /// How much of the search is over, 0 … 1; `nil` where the rule cannot know.
  ///
  /// - Parameter iterations: how many have been run.
  func fractionDone(iterations: Int) -> Double?
}

extension StoppingRule {
  public func fractionDone(iterations: Int) -> Double? { nil }
}

/// Stops after a number of iterations.
public struct AfterIterations: StoppingRule {
  /// The number.
  public let count: Int

  /// Stops after `count` iterations.
  public init(_ count: Int) { self.count = count }

  public func shouldStop(iterations: Int, best: Cost) -> Bool { iterations >= count }

  public func fractionDone(iterations: Int) -> Double? {
    Double(iterations) / Double(Swift.max(count, 1))
  }
}
