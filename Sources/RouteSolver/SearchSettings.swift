/// The numbers of the search; one set for all problems.
struct SearchSettings {
  /// How many stops an iteration removes on average.
  var averageRemoved = 12.0
  /// The longest string that is removed.
  var longestString = 10.0
  /// How often a string keeps some stops in its middle.
  var splitChance = 0.5
  /// How often one more stop is kept there.
  var keepChance = 0.99
  /// How often a place for a stop is overlooked.
  var blinkChance = 0.01
  /// The first temperature, in mean legs between stops of the first plan; a mean prize if that is
  /// more.
  var startTemperature = 3.0
  /// The same above `severalPlansUpTo` stops, where each has fewer iterations to cool in.
  var startTemperatureOfMany = 1.0
  /// The last temperature, as a part of the first.
  var endTemperature = 0.01
  /// How many unserved orders besides the removed ones an iteration tries to place.
  var bankTried = 12
  /// How often an iteration takes orders for dearer than they are, and by how much.
  var generousChance = 0.05
  var generosity: Int64 = 3
  /// Neighbours known for each stop.
  var neighbours = 100
  /// Above so many stops only routes that hold a near neighbour are tried.
  var localInsertionFrom = 300
  /// How many neighbours count as near there.
  var nearNeighbours = 40
  /// How often all routes are tried even so.
  var farInsertionChance = 0.1
  /// Up to so many stops, several plans are made and brought together.
  var severalPlansUpTo = 400
  /// The most plans that are made from the beginning, the share of all iterations that they take,
  /// and how many iterations a stop each needs at least.
  var mostPlans = 8
  var freshShare = 0.5
  var freshIterations = 30.0
  /// How many coolings go on from there, and how hot they begin, as a part of the first temperature.
  var laterCycles = 4
  var laterHeat = 0.3
  /// How often an iteration of theirs recalls routes of another plan, and how many at most.
  var recallChance = 0.1
  var mostRecalled = 3
  /// Iterations of each search before searches that work together exchange what they found.
  var lap = 512
  /// Iterations of the first cooling when the stopping rule does not know its end; each further
  /// one lasts twice as long.
  var firstCycle = 4_000
}
