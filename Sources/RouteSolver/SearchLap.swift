/// Some iterations of one search, after which searches that work together exchange what they found.
struct SearchLap {
  /// How many iterations all searches have run before.
  var first: Int
  /// How many this search runs.
  var count: Int
  /// How many searches run, so that each counts the iterations of all.
  var stride: Int
  var cooling: Cooling
}
