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
  /// How often strings are removed from routes near in time, not only in space.
  var timelyChance = 0.5
  /// How often a route is cut in two before strings are removed from it.
  var cutChance = 0.05
  /// Up to how many stops vehicles may be overloaded on the way, and by how much, as a part of the
  /// least that one can carry.
  var overloadUpTo = 400
  var overloadShare = 0.08
  /// What a mean load too much costs at first, in first temperatures; the least and the most it may
  /// cost, as parts of that; and how it changes after so many plans, by how many of these have none.
  var overloadPrice = 1.7
  var leastOverloadPrice = 0.06
  var mostOverloadPrice = 128.0
  var overloadPlans = 128
  var shareInLimits = 0.25
  var overloadRise = 1.1
  var overloadFall = 0.93
  /// How often a place for a stop is overlooked.
  var blinkChance = 0.01
  /// The first temperature, in mean legs between stops of the first plan; a mean prize if that is
  /// more.
  var startTemperature = 3.0
  /// The same for one long search, in which each stop has fewer iterations to cool in.
  var startTemperatureOfLong = 1.0
  /// The last temperature, as a part of the first.
  var endTemperature = 0.01
  /// How many unserved orders near the ruin an iteration tries to place besides the removed ones, how
  /// often it overlooks one of them, and how many it takes from anywhere.
  var bankNear = 6
  var bankOverlooked = 0.3
  var bankFar = 2
  /// How often an iteration takes orders for dearer than they are, and by how much.
  var generousChance = 0.05
  var generosity: Int64 = 3
  /// Within how many allowances of the current plan alternatives are chosen anew.
  var optionAllowances: Int64 = 3
  /// Neighbours known for each stop.
  var neighbours = 100
  /// Above so many stops only routes that hold a near neighbour are tried.
  var localInsertionFrom = 300
  /// How many neighbours count as near there.
  var nearNeighbours = 40
  /// How often all routes are tried even so.
  var farInsertionChance = 0.1
  /// The most plans that are made from the beginning, and the share of all iterations they take.
  var mostPlans = 8
  var freshShare = 0.5
  /// Above so many stops, all to be visited, a search is long.
  var longFrom = 400
  /// How many iterations each plan needs at least: so many a stop; in a long search, so many a pair
  /// of stops.
  var freshIterations = 30.0
  var freshIterationsOfLong = 1.0
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
