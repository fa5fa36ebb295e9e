import Measuring
import Quantities
import RouteSolver

/// What a search needs besides the problem it is given.
enum MemoryCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["stops", "crews", "iterations"])
    let stops = try options.number("stops", default: 1_000)
    let crews = try options.number("crews", default: 40)
    let iterations = try options.number("iterations", default: 20_000)
    let problem = try InventedTerritory.make(stops: stops, crews: crews, seed: 1)
    try PeakMemory.reset()
    let before = try PeakMemory.megabytes()
    let solution = solve(problem, stop: AfterIterations(iterations), seed: 1)
    let grown = try PeakMemory.megabytes() - before
    // The search's own copy of the matrix: there and back, four bytes each, and nowhere.
    let matrix = Double(8 * (stops + 2) * (stops + 2)) / 1_048_576
    var line = JSONLine()
    line.add("what", "memory")
    line.add("stops", stops)
    line.add("peak_mb", before + grown)
    line.add("grown_mb", grown)
    line.add("matrix_mb", matrix)
    line.add("beyond_matrix_mb", grown - matrix)
    line.add("unserved", solution.unserved.count)
    print(line.text)
  }
}
