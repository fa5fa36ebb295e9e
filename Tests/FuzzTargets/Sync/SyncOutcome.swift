/// How an input of a sync fuzzer ended.
public enum SyncOutcome: Hashable, Sendable {
  /// Nothing of it was taken; the first reason's code.
  case refused(String)
  /// So many records, parts, receipts or keys were taken.
  case taken(Int)
  /// Something that must always hold does not; what.
  case broken(String)

  /// Whether a promise of the format was broken, which must never be.
  public var isBroken: Bool {
    if case .broken = self { true } else { false }
  }
}
