/// How much of the long tests a build runs: all of it when optimised, a part when not, where the
/// same takes some twenty times as long.
enum Effort {
  #if DEBUG
    /// Every how many-th case is tried.
    static let step = 17
  #else
    /// Every how many-th case is tried.
    static let step = 1
  #endif
}
