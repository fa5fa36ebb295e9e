import Foundation
import Testing

/// Programs of others, made for OSRM and fetched from PyPI into a folder of their own.
struct ForeignClients {
  /// Why there are none.
  struct Missing: Error { let reason: String }

  private let folder: Folder

  /// The Python that has them.
  var python: String { folder["clients/bin/python"].path }

  /// The clients of this run of the tests.
  static let fetched: Result<ForeignClients, Missing> = fetch()

  static var areThere: Bool {
    if case .success = fetched { true } else { false }
  }

  private static func fetch() -> Result<ForeignClients, Missing> {
    guard let folder = try? Folder() else { return .failure(Missing(reason: "no folder")) }
    let clients = ForeignClients(folder: folder)
    func succeeds(_ program: String, _ words: [String]) -> Bool {
      let run = try? Program.run(words, program: program, in: folder.url, environment: network)
      return run?.succeeded ?? false
    }
    guard succeeds("/usr/bin/env", ["python3", "-m", "venv", "clients"]) else {
      return .failure(Missing(reason: "python3 with venv is missing"))
    }
    let words = [
      "-m", "pip", "install", "--quiet", "--retries", "0", "--timeout", "15", "pyvroom==1.15.2",
      "routingpy==1.3.0",
    ]
    guard succeeds(clients.python, words) else {
      return .failure(Missing(reason: "PyPI is not reachable or has no wheels for this Python"))
    }
    return .success(clients)
  }

  /// Proxies and mirrors of this machine, which a process with a bare environment would not know.
  private static let network = ProcessInfo.processInfo.environment.filter { name, _ in
    name.hasPrefix("PIP_") || name.hasPrefix("SSL_CERT") || name.hasPrefix("PYENV")
      || name.hasSuffix("CA_BUNDLE") || name.lowercased().hasSuffix("_proxy")
      || ["PATH", "HOME"].contains(name)
  }
}

@Suite("Clients of OSRM, unchanged")
struct OSRMClientTests {
  @Test(
    "VROOM plans a round and routingpy asks its way, on our roads",
    .enabled(if: ForeignClients.areThere, "needs python3 with venv, and PyPI"))
  func clients() async throws {
    let clients = try ForeignClients.fetched.get()
    let office = try Office.located()
    let server = try await DeskServer(office)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Clients/osrm_clients.py").path
    let run = try Program.run(
      [script, "\(server.port)"], program: clients.python,
      in: office.folder.url)
    let found = try run.checked().json()
    let way = try office.json("map route 39.005,83.495 39.02,83.505")
    #expect(found["route_seconds"].number == way["durationSeconds"].number)
    #expect(found["table_seconds"].number == way["durationSeconds"].number)
    #expect(found["route_points"].number ?? 0 > 5)
    #expect(found["vroom_jobs"].list.map(\.number) == [1, 2, 3])
    #expect(found["vroom_seconds"].number == found["table_seconds_of_tour"].number)
    #expect(found["vroom_metres"].number ?? 0 > 1000)
  }
}
