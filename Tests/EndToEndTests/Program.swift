import Foundation

/// The built program, run as a person runs it: a process of its own, judged by what it leaves.
enum Program {
  /// The program beside the tests; `$ROUNDS_PROGRAM` names another one.
  static let file: URL = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let tests = [
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "",
      CommandLine.arguments.first ?? "",
    ]
    let candidates =
      [ProcessInfo.processInfo.environment["ROUNDS_PROGRAM"]].compactMap { $0 }
      .map { URL(fileURLWithPath: $0) }
      + tests.map {
        URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("rounds")
      }
      + ["debug", "release"].map { package.appendingPathComponent(".build/\($0)/rounds") }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? package.appendingPathComponent(".build/debug/rounds")
  }()

  /// Starts the program, or another one.
  static func start(
    _ arguments: [String], program: String? = nil, in folder: URL,
    environment: [String: String] = [:], input: URL? = nil
  ) throws -> RunningProgram {
    try RunningProgram(
      [program ?? file.path] + arguments, in: folder, environment: environment, input: input)
  }

  /// Runs the program, or another one, to its end.
  static func run(
    _ arguments: [String], program: String? = nil, in folder: URL,
    environment: [String: String] = [:], input: URL? = nil
  ) throws -> Run {
    try start(
      arguments, program: program, in: folder, environment: environment, input: input
    ).wait()
  }
}

/// What a process left behind.
struct Run: CustomStringConvertible {
  let command: String
  /// The exit code; `nil` when a signal ended the process.
  let status: Int32?
  let signal: Int32?
  let output: String
  let errors: String
  /// The most memory that was in use.
  let peakKilobytes: Int

  var succeeded: Bool { status == 0 }

  var description: String {
    let end = status.map { "exit \($0)" } ?? "signal \(signal ?? 0)"
    return "\(command): \(end)\n\(output.prefix(2000))\n\(errors.prefix(2000))"
  }

  /// Standard output as JSON.
  func json() throws -> JSON {
    let data = Data(output.utf8)
    return JSON(try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed))
  }

  /// This run, which must have ended well.
  @discardableResult
  func checked() throws -> Run {
    guard succeeded else { throw FailedRun(description: description) }
    return self
  }
}

/// A run of a set-up that should have ended well.
struct FailedRun: Error, CustomStringConvertible {
  let description: String
}

/// A process on its way.
struct RunningProgram {
  private let process: pid_t
  private let command: String
  private let results: Folder

  init(
    _ words: [String], in folder: URL, environment: [String: String], input: URL?
  ) throws {
    command = words.joined(separator: " ")
    results = try Folder()
    var variables = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "en_GB.UTF-8"]
    variables["HOME"] = folder.path
    variables.merge(environment) { _, new in new }
    let write = O_WRONLY | O_CREAT | O_TRUNC
    // SAFETY: The strings and the actions outlive the call that reads them.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input?.path ?? "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, results["output"].path, write, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, results["errors"].path, write, 0o600)
    // `env` moves to the folder and becomes the program, in the same process.
    let line = ["/usr/bin/env", "-C", folder.path] + words
    var arguments = unsafe line.map { unsafe strdup($0) } + [nil]
    var settings =
      unsafe variables.sorted { $0.key < $1.key }
      .map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    let texts = unsafe arguments + settings
    defer { for position in unsafe texts.indices { unsafe free(texts[position]) } }
    var started: pid_t = 0
    let fault = unsafe posix_spawn(&started, line[0], &actions, nil, &arguments, &settings)
    guard fault == 0 else {
      throw FailedRun(description: "\(command): cannot be started (\(fault)).")
    }
    process = started
  }

  /// Ends the process as a power cut would.
  func kill() { _ = Foundation.kill(process, SIGKILL) }

  /// Asks the process to end, as a service manager does.
  func terminate() { _ = Foundation.kill(process, SIGTERM) }

  /// Presses Ctrl-C.
  func interrupt() { _ = Foundation.kill(process, SIGINT) }

  /// What it has written to standard error so far.
  var errorsSoFar: String {
    (try? Data(contentsOf: results["errors"])).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Waits for the end.
  func wait() throws -> Run {
    var state: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &state, 0, &usage) < 0, errno == EINTR {}
    let signal = state & 0x7F
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: results[name]), as: UTF8.self)
    }
    return Run(
      command: command, status: signal == 0 ? (state >> 8) & 0xFF : nil,
      signal: signal == 0 ? nil : signal, output: try text("output"), errors: try text("errors"),
      peakKilobytes: Int(usage.ru_maxrss))
  }
}

/// A folder that goes when nobody needs it any more.
final class Folder: Sendable {
  let url: URL

  private static let prefix = "rounds-\(getpid())-"

  /// Folders that are shared to the end go with the tests.
  private static let cleaning: Void = {
    atexit {
      let manager = FileManager.default
      let all = (try? manager.contentsOfDirectory(atPath: manager.temporaryDirectory.path)) ?? []
      for name in all where name.hasPrefix(Folder.prefix) {
        try? manager.removeItem(at: manager.temporaryDirectory.appendingPathComponent(name))
      }
    }
  }()

  init() throws {
    Self.cleaning
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent(Self.prefix + UUID().uuidString.prefix(8), isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A file of the folder.
  subscript(name: String) -> URL { url.appendingPathComponent(name) }
}

/// JSON to look into; what is not there is empty.
struct JSON {
  let value: Any?

  init(_ value: Any?) { self.value = value }

  subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key]) }

  subscript(position: Int) -> JSON {
    let all = list
    return all.indices.contains(position) ? all[position] : JSON(nil)
  }

  var list: [JSON] { (value as? [Any])?.map { JSON($0) } ?? [] }
  var text: String? { value as? String }
  var number: Int? { (value as? NSNumber)?.intValue }
  var flag: Bool? { value as? Bool }
  var texts: [String] { list.compactMap(\.text) }
}
