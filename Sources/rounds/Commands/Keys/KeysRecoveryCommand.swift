import ArgumentParser
import Briefing
import Foundation
import Quantities
import VisitSync

/// `rounds keys recovery`: lets the owner open the keys without the passphrase.
struct KeysRecoveryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery",
    abstract: "Makes the owner's recovery key, a second way to open sealed keys and backups.",
    discussion: """
      The private half is written to the file named and nowhere else: take it to a safe, away from
      this machine. The workspace keeps the public half. Keys that are sealed, and backups, are for
      both from then on; backups that were made before are not.

      Examples:
        rounds keys recovery /media/stick/owner.jwk
        rounds keys recovery /media/stick/owner-2.jwk --replace
      """)

  @Argument(help: "The file to write the private half to.")
  var file: String
  @Flag(help: "Replace the recovery key that the workspace has; the old one opens nothing new.")
  var replace = false
  @Flag(help: "Tell what would be made, and change nothing.")
  var dryRun = false
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let folder = KeyFolder(workspace)
    let url = URL(fileURLWithPath: file)
    try OutputFile.refuseReplacing(url, force: false, terminal: terminal)
    if let present = try folder.recoveryKey(), !replace {
      throw CommandFailure(
        .cannotWrite, terminal.phrases.keys.recoveryExists(present.thumbprint))
    }
    let content = try folder.open(KeyAccess(keys, terminal: terminal))
    guard !dryRun else {
      terminal.say(terminal.phrases.keys.wouldMakeRecovery(url.path))
      return try terminal.answer(Answer(file: url.path, key: nil))
    }
    var generator = SystemRandomNumberGenerator()
    let key = SealingKey(using: &generator)
    // The private half first: a public half without it would lock the owner out.
    try AtomicFile.write(Array((key.jwkText + "\n").utf8), to: url, permissions: 0o600)
    try folder.make()
    try AtomicFile.write(
      Array((key.publicKey.jwkText + "\n").utf8), to: folder.recoveryFile, permissions: 0o600)
    if let ring = content.ring, let passphrase = content.passphrase {
      try folder.seal(ring, with: passphrase)
    }
    terminal.say(terminal.phrases.keys.recoveryMade(key.publicKey.thumbprint, url.path))
    try terminal.answer(Answer(file: url.path, key: key.publicKey.thumbprint))
  }

  private struct Answer: Encodable {
    let file: String
    let key: String?
  }
}
