import Foundation
import Quantities
import RouteChecking
import RouteSolver
import RoutingFiles
import Testing

/// The development instances beside the package, and the script that judges plans for them.
enum Instances {
  static let bench = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/bench").standardizedFileURL

  /// All instance files; none where they are not there.
  static let all: [URL] = {
    let folder = bench.appendingPathComponent("instances")
    let classes = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = classes.sorted().flatMap { name -> [URL] in
      let folder = folder.appendingPathComponent(name)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().map { folder.appendingPathComponent($0) }
    }
    if files.isEmpty { print("skipped: no ../shared/bench/instances beside the package") }
    return files
  }()

  /// A file of its own for each test, to be removed after use.
  static func scratch(_ name: String) -> URL {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("rounds-\(getpid())-\(UUID().uuidString.prefix(8))-\(name)")
  }

  /// What `check.py` prints with these arguments; by way of a file, because reading a pipe breaks
  /// off when another test's process ends.
  static func check(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", "-B", bench.appendingPathComponent("check.py").path] + arguments
    let output = scratch("printed")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: output)
  }

  static func read(_ url: URL) throws -> RoutingFile {
    try RoutingFile(
      [UInt8](try Data(contentsOf: url)), name: url.deletingPathExtension().lastPathComponent)
  }
}

@Suite("Public instances")
struct InstanceTests {
  /// A quick plan, or for large problems all nodes by number, as many a vehicle as are even.
  private func plan(for file: RoutingFile) -> RoutingPlan {
    if file.nodes.count <= 450 {
      return solve(file.problem, stop: AfterIterations(40), seed: 1)
        .plan(vehicleCount: file.problem.vehicles.count)
    }
    let share = max(1, (file.nodes.count + 39) / min(40, file.problem.vehicles.count))
    let stops = file.nodes.indices.map { Index<RoutingStop>($0) }
    return RoutingPlan(
      routes: stride(from: 0, to: stops.count, by: share).map {
        Array(stops[$0..<min($0 + share, stops.count)])
      })
  }

  @Test("our cost of a plan is that of the benchmark's own script", arguments: Instances.all)
  func costs(_ url: URL) throws {
    let file = try Instances.read(url)
    let plan = plan(for: file)
    let checker = RouteChecker(file.problem)
    let routes = plan.routes.map {
      "[\($0.map { "\(file.nodes[$0.position])" }.joined(separator: ","))]"
    }
    let json = "{\"routes\": [\(routes.joined(separator: ","))]}"
    let scratch = Instances.scratch("plan.json")
    try Data(json.utf8).write(to: scratch)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let verdict = try #require(
      try JSONSerialization.jsonObject(with: try Instances.check([url.path, scratch.path]))
        as? [String: Any])
    let cost = try #require(verdict["cost"] as? Double)
    let ours = file.published(checker.cost(of: plan))
    #expect(abs(ours - cost) < 1e-6, "\(ours) and \(cost)")
    let required = file.problem.weights.unservedRequired
    let isFeasible =
      checker.faults(in: plan).isEmpty && checker.cost(of: plan).required < required
    #expect(isFeasible == (verdict["feasible"] as? Bool))
  }

  @Test("the normal form of an instance is the same problem", arguments: Instances.all)
  func exports(_ url: URL) throws {
    let file = try Instances.read(url)
    guard file.nodeCount <= 600 else { return }
    let exported = try RoutingFile(
      [UInt8](try Instances.check(["--export", url.path])), name: file.name)
    #expect(exported.scale == file.scale && exported.nodes == file.nodes)
    #expect(exported.isScore == file.isScore && exported.isClosed == file.isClosed)
    #expect(exported.problem.matrices == file.problem.matrices)
    // Skills are written out as lists of clients there.
    guard !file.problem.stops.contains(where: { $0.skills != 0 }) else { return }
    #expect(exported.problem.stops == file.problem.stops)
    #expect(exported.problem.vehicles == file.problem.vehicles)
  }
}
