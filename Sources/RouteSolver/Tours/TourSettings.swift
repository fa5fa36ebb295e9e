/// The numbers of the tour search.
struct TourSettings {
  /// How many near nodes a step tries.
  var neighbours = 8
  /// The same where costs are symmetric and nearness is by the minimum 1-tree.
  var alphaNeighbours = 5
  /// How often the tolls of the 1-tree are moved, and the most table entries looked at for it.
  var ascents = 40
  var ascentWork = 600_000_000
  /// By depth: how many ways on are followed.
  var breadth: [Int] = [5, 3, 1]
  /// Down to which depth beginnings may be swapped besides turned, where costs are symmetric.
  var swapDepth = 1
  /// The temperature at which a round of kicks begins, in mean legs; it ends at none.
  var startTemperature = 0.5
  /// How many kicks a round has for each node.
  var kicksPerNode = 2
  /// How many kicks are drawn, of which the cheapest is made.
  var kickDraws = 4
  /// The longest of the segments that a kick exchanges.
  var kickLength = 80

  /// The numbers for a tour: a short one wants many kicks, and so shallow steps, and cooler, shorter
  /// rounds, unless there are hardly enough nodes for a round; one that is not as dear there as back
  /// wants shallow steps too, and more ways on, for what is near there is often far back.
  static func fitting(_ costs: borrowing TourCosts) -> TourSettings {
    var settings = TourSettings()
    if !costs.isSymmetric {
      settings.neighbours = 12
      settings.breadth = [3, 1]
    }
    if costs.count <= 100 {
      settings.breadth = costs.isSymmetric ? [3, 2] : [1]
      settings.startTemperature = 0.2
    }
    if (20...100).contains(costs.count) {
      settings.alphaNeighbours = 4
      settings.kicksPerNode = 1
      if !costs.isSymmetric { settings.startTemperature = 0.3 }
    }
    return settings
  }
}
