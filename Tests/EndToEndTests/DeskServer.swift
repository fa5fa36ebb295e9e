import Foundation
import FoundationNetworking
import Testing

/// `rounds-desk osrm` at a free port of this machine, ended when nobody needs it any more.
final class DeskServer: Sendable {
  let port: UInt16
  private let program: RunningProgram

  static var file: String {
    Program.file.deletingLastPathComponent().appendingPathComponent("rounds-desk").path
  }

  /// Starts the server on the map of an office and waits until it answers.
  init(_ office: Office, options: [String] = []) async throws {
    port = try Self.freePort()
    program = try Program.start(
      ["osrm", office.roads.path, "--port", "\(port)"] + options, program: Self.file,
      in: office.folder.url)
    for _ in 0..<200 where !program.errorsSoFar.contains("Answering at") {
      try await Task.sleep(for: .milliseconds(50))
    }
    guard log.contains("Answering at") else {
      program.kill()
      throw FailedRun(description: "The server does not start: \(log)")
    }
  }

  deinit { program.kill() }

  /// What the server has logged.
  var log: String { program.errorsSoFar }

  /// Ends the server as a service manager does.
  func stop() throws -> Run {
    program.terminate()
    return try program.wait()
  }

  /// The status and the JSON of an answer.
  func get(_ path: String) async throws -> (status: Int, json: JSON) {
    guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else {
      throw FailedRun(description: "no URL: \(path)")
    }
    let (data, response) = try await URLSession.shared.data(from: url)
    return (
      (response as? HTTPURLResponse)?.statusCode ?? 0,
      JSON(try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed))
    )
  }

  /// A port that nobody listens at.
  static func freePort() throws -> UInt16 {
    let (descriptor, port) = try LoopbackSocket.bound()
    close(descriptor)
    return port
  }
}
