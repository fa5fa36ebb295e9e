import ArgumentParser
import Briefing
import Foundation
import Quantities
import VisitSync

/// `rounds keys export`: a sealed backup of all keys.
struct KeysExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a backup of all office keys, sealed with a passphrase of its own.",
    discussion: """
      Where the workspace has a recovery key, its owner can open the backup too. The backup is
      opened once before it is kept, to be sure that it can be.

      Examples:
        rounds keys export /media/stick/office-keys.jwe
        rounds keys export keys.jwe --backup-passphrase-file backup.txt --force
      """)

  @Argument(help: "The file to write.")
  var file: String
  @Option(help: "A file whose first line is the backup's passphrase; else it is asked for twice.")
  var backupPassphraseFile: String?
  @Flag(help: "Replace the file if it is there.")
  var force = false
  @Flag(help: "Tell what would be written, and write nothing.")
  var dryRun = false
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let url = URL(fileURLWithPath: file)
    try OutputFile.refuseReplacing(url, force: force, terminal: terminal)
    let folder = KeyFolder(workspace)
    guard let ring = try folder.open(KeyAccess(keys, terminal: terminal)).ring else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noOfficeKey)
    }
    if !dryRun {
      let passphrase = try Passphrase.choose(
        backupPassphraseFile, orFile: "--backup-passphrase-file", terminal: terminal)
      try AtomicFile.write(
        try folder.lock(ring, with: passphrase), to: url, permissions: 0o600)
    }
    let owner = try folder.recoveryKey()?.thumbprint
    terminal.say(
      terminal.phrases.keys.exported(ring.keys.count, url.path, owner != nil, dryRun))
    try terminal.answer(
      Answer(
        file: url.path, keys: ring.keys.map(\.thumbprint), recoveryKey: owner, dryRun: dryRun))
  }

  private struct Answer: Encodable {
    let file: String
    let keys: [String]
    let recoveryKey: String?
    let dryRun: Bool
  }
}
