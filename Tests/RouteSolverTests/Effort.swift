import Foundation

/// How many random problems are tried: thousands when optimised, a part when not, and as many as
/// `ROUNDS_ROUTE_SEEDS` says where it is set.
enum Effort {
  /// How many seeds a test of `count` tries.
  static func seeds(_ count: Int) -> Int {
    if let asked = ProcessInfo.processInfo.environment["ROUNDS_ROUTE_SEEDS"].flatMap({ Int($0) }) {
      return max(asked, 0)
    }
    #if DEBUG
      return count / 17
    #else
      return count
    #endif
  }
}
