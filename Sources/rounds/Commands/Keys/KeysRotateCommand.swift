import ArgumentParser
import Briefing
import Foundation
import Quantities
import VisitSync

/// `rounds keys rotate`: a fresh key for the packs that follow.
struct KeysRotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Makes a fresh office key for the packs that follow; the old ones stay.",
    discussion: """
      Crews who are out seal to the key of their pack, so the old keys still open what they bring.

      Examples:
        rounds keys rotate --dry-run
        rounds keys rotate
      """)

  @Flag(help: "Tell what would be made, and change nothing.")
  var dryRun = false
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let folder = KeyFolder(workspace)
    let content = try folder.open(KeyAccess(keys, terminal: terminal))
    let file =
      folder.isSealed
      ? folder.sealedFile
      : folder.url(KeyFileName.next(on: workspace.now.date, after: folder.plainNames))
    guard !dryRun else {
      terminal.say(terminal.phrases.keys.wouldRotate(file.path))
      return try terminal.answer(Answer(file: file.path, key: nil, keys: keyCount(content)))
    }
    var generator = SystemRandomNumberGenerator()
    let fresh = OfficeKey(using: &generator)
    if let passphrase = content.passphrase,
      let ring = OfficeKeyRing((content.ring?.keys ?? []) + [fresh])
    {
      try folder.seal(ring, with: passphrase)
    } else {
      try folder.add(fresh, on: workspace.now.date, after: folder.plainNames)
    }
    terminal.say(terminal.phrases.keys.rotated(fresh.thumbprint, file.path))
    try terminal.answer(
      Answer(file: file.path, key: fresh.thumbprint, keys: keyCount(content) + 1))
  }

  private func keyCount(_ content: KeyFolder.Content) -> Int { content.ring?.keys.count ?? 0 }

  private struct Answer: Encodable {
    let file: String
    let key: String?
    let keys: Int
  }
}
