import ArgumentParser
import Briefing
import Foundation
import Quantities
import VisitSync

/// `rounds keys retire`: deletes an old key that nothing needs any more.
struct KeysRetireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Deletes an old office key, once every log under it is here and receipted.",
    discussion: """
      A log is receipted when rounds sync receipt has confirmed all it holds. The key that new packs
      name is never deleted. Keys in backups are not reached.

      Examples:
        rounds keys list
        rounds keys retire Xh2y… --dry-run
      """)

  @Argument(help: "The key's name, as keys list shows it, or how it begins.")
  var key: String
  @Flag(help: "Tell whether it could be deleted, and change nothing.")
  var dryRun = false
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let phrases = terminal.phrases.keys
    let folder = KeyFolder(workspace)
    let content = try folder.open(KeyAccess(keys, terminal: terminal))
    let old = try findKey(in: content.ring?.keys ?? [], terminal)
    guard old != content.ring?.current else {
      throw CommandFailure(.refused, phrases.keyIsCurrent(old.thumbprint))
    }
    let use = try workspace.use(of: old.thumbprint)
    guard use.outstanding.isEmpty else {
      throw CommandFailure(
        .refused, phrases.keyStillNeeded(old.thumbprint, use.outstanding.joined(separator: " ")))
    }
    if !dryRun { try delete(old, content, in: folder) }
    terminal.say(phrases.retired(old.thumbprint, dryRun))
    try terminal.answer(Answer(key: old.thumbprint, dryRun: dryRun))
  }

  private func findKey(in keys: [OfficeKey], _ terminal: Terminal) throws -> OfficeKey {
    let start = key.filter { $0 != "…" }
    let found = keys.filter { $0.thumbprint.hasPrefix(start) }
    guard found.count == 1, start.count >= 4, let old = found.first else {
      throw CommandFailure(.badInput, terminal.phrases.keys.unknownKey(key))
    }
    return old
  }

  private func delete(
    _ old: OfficeKey, _ content: KeyFolder.Content, in folder: KeyFolder
  ) throws {
    let left = OfficeKeyRing((content.ring?.keys ?? []).filter { $0 != old })
    if let left, let passphrase = content.passphrase {
      try folder.seal(left, with: passphrase)
    } else {
      try folder.removePlain(holding: old.thumbprint)
    }
  }

  private struct Answer: Encodable {
    let key: String
    let dryRun: Bool
  }
}
