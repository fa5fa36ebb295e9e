import ArgumentParser
import Briefing
import Foundation
import Quantities
import VisitSync

/// `rounds keys restore`: puts back the keys of a backup.
struct KeysRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Puts the keys of a backup back that are missing; those that are here stay.",
    discussion: """
      The key that new packs name stays what it is, if there is one. Logs that were quarantined for
      want of a key are imported again from their files.

      Examples:
        rounds keys restore office-keys.jwe --dry-run
        rounds keys restore office-keys.jwe --recovery-key owner.jwk
      """)

  @Argument(help: "The backup.")
  var file: String
  @Option(help: "A file whose first line is the backup's passphrase; else it is asked for.")
  var backupPassphraseFile: String?
  @Option(help: "The owner's private recovery key, in place of the backup's passphrase.")
  var recoveryKey: String?
  @Flag(help: "Tell what would be put back, and change nothing.")
  var dryRun = false
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let folder = KeyFolder(workspace)
    let content = try folder.open(KeyAccess(keys, terminal: terminal))
    let backup = try openBackup(terminal)
    var ring = content.ring ?? backup
    let missing = content.ring == nil ? backup.keys : ring.restore(backup)
    if !dryRun, !missing.isEmpty {
      if let passphrase = content.passphrase {
        try folder.seal(ring, with: passphrase)
      } else {
        try folder.addRestored(missing)
      }
    }
    terminal.say(terminal.phrases.keys.restored(missing.count, backup.keys.count, dryRun))
    try terminal.answer(
      Answer(
        inBackup: backup.keys.count, restored: missing.map(\.thumbprint),
        current: ring.current.thumbprint, dryRun: dryRun))
  }

  private func openBackup(_ terminal: Terminal) throws -> OfficeKeyRing {
    let url = URL(fileURLWithPath: file)
    let access = KeyAccess(
      passphraseFile: backupPassphraseFile, recoveryFile: recoveryKey, terminal: terminal)
    return try access.open(
      try InputFile.read(url, terminal: terminal), of: url, option: "--backup-passphrase-file"
    ).ring
  }

  private struct Answer: Encodable {
    let inBackup: Int
    let restored: [String]
    let current: String
    let dryRun: Bool
  }
}
