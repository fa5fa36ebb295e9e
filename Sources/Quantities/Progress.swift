/// How far a long piece of work has come.
public struct Progress: Hashable, Sendable {
  /// What is being done, as a code that the phrasebook turns into words.
  public var stage: String
  /// How many units are done.
  public var done: Int
  /// How many units there are; `nil` while unknown.
  public var total: Int?

  /// Work on `stage` with `done` of `total` units behind it.
  public init(stage: String, done: Int, total: Int? = nil) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// Whoever wants to hear about progress; the work itself never prints.
public typealias ProgressObserver = @Sendable (Progress) -> Void
