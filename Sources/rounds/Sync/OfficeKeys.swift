import Briefing
import Foundation
import Quantities
import VisitSync

/// The office's private keys: files of the folder `keys` that only their owner reads.
struct OfficeKeys {
  /// Every key, the newest last; old ones still open the logs that were sealed to them.
  let all: [OfficeKey]

  /// The key that new packs name.
  var current: OfficeKey? { all.last }

  /// The keys of a workspace.
  ///
  /// - Parameters:
  ///   - workspace: the workspace whose folder holds them.
  ///   - isMaking: whether a first key is made when there is none.
  /// - Throws: ``CommandFailure`` when a key file cannot be read or written; the file system's error
  ///   when the folder cannot be made.
  init(_ workspace: Workspace, isMaking: Bool) throws {
    let folder = workspace.layout.keys
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var keys = try names.filter { $0.hasPrefix("office-") && $0.hasSuffix(".jwks") }.sorted().map {
      try Self.read(folder.appendingPathComponent($0), terminal: workspace.terminal)
    }
    if keys.isEmpty, isMaking {
      var generator = SystemRandomNumberGenerator()
      let key = OfficeKey(using: &generator)
      let file = folder.appendingPathComponent("office-\(workspace.now.date).jwks")
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try AtomicFile.write(Array(key.jwkSetText.utf8), to: file, permissions: 0o600)
      keys = [key]
    }
    all = keys
  }

  private static func read(_ file: URL, terminal: Terminal) throws -> OfficeKey {
    let bytes = try InputFile.read(file, terminal: terminal)
    do {
      return try OfficeKey(jwkSetText: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw CommandFailure(.badInput, terminal.phrases.commands.fileUnreadable(file.path))
    }
  }
}
