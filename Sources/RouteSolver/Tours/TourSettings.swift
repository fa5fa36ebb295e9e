/// The numbers of the tour search; one set for all tours.
struct TourSettings {
  /// How many near nodes a step tries.
  var neighbours = 8
  /// By depth: how many ways on are followed.
  var breadth: [Int] = [5, 3, 2, 1, 1, 1]
  /// Down to which depth beginnings may be swapped besides turned, where costs are symmetric.
  var swapDepth = 2
  /// The first temperature of the kicks, in mean legs.
  var startTemperature = 0.1
  /// The longest of the segments that a kick exchanges.
  var kickLength = 50
  /// The longest segment that is turned where to turn it changes its cost.
  var longestTurn = 50
}
