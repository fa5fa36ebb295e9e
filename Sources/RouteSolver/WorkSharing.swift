/// How pieces of work that do not touch each other are run: in turn, or side by side on threads that
/// the caller of the solver lends.
public struct WorkSharing: Sendable {
  /// How many pieces are run at once.
  public let threads: Int
  private let body: @Sendable (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void

  /// Pieces of work that `body` runs, each once, before it returns.
  ///
  /// - Parameters:
  ///   - threads: how many `body` runs at once.
  ///   - body: calls `work` with 0 ..< `count` and returns when all calls have returned.
  public init(
    threads: Int,
    _ body: @escaping @Sendable (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void
  ) {
    self.threads = threads
    self.body = body
  }

  /// One after the other.
  public static let inTurn = WorkSharing(threads: 1) { count, work in (0..<count).forEach(work) }

  func callAsFunction(_ count: Int, _ work: @Sendable (Int) -> Void) { body(count, work) }
}
