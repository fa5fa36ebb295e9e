import Foundation

/// Two JOSE libraries that nobody here wrote, fetched from PyPI into a folder of their own.
struct JoseLibraries: Sendable {
  /// Why there are none.
  struct Missing: Error { let reason: String }

  /// A program that failed, with what it said.
  struct Failure: Error, CustomStringConvertible { let description: String }

  /// The folder that the libraries' Python stands in.
  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("rounds-jose-\(UUID().uuidString)")

  private var python: URL { Self.folder.appendingPathComponent("python/bin/python") }

  /// The libraries of this run of the tests.
  static let fetched: Result<JoseLibraries, Missing> = fetch()

  static var areThere: Bool {
    if case .success = fetched { true } else { false }
  }

  private static func fetch() -> Result<JoseLibraries, Missing> {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      return .failure(Missing(reason: "no folder for programs: \(error)"))
    }
    // Nothing is left behind once the tests have run.
    atexit { try? FileManager.default.removeItem(at: JoseLibraries.folder) }
    let libraries = JoseLibraries()
    do {
      try run(
        URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-m", "venv", "python"], in: folder)
    } catch {
      return .failure(Missing(reason: "needs python3 with venv"))
    }
    do {
      try run(
        libraries.python,
        [
          "-m", "pip", "install", "--quiet", "--retries", "0", "--timeout", "15",
          "joserfc==1.8.0", "jwcrypto==1.6.1",
        ], in: folder)
    } catch {
      return .failure(Missing(reason: "needs PyPI, or it has no such packages for this Python"))
    }
    return .success(libraries)
  }

  /// Lets the library `name` read what stands in `files`, and write its own there.
  func interoperate(_ name: String, files: URL) throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("jose_interop.py")
    try Self.run(python, [script.path, files.path, name], in: files)
  }

  private static func run(_ program: URL, _ words: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: String(decoding: said, as: UTF8.self))
    }
  }
}
