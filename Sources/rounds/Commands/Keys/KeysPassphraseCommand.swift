import ArgumentParser
import Briefing
import Foundation
import Quantities
import VisitSync

/// `rounds keys passphrase`: sets, changes or takes away the passphrase of the office keys.
struct KeysPassphraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Sets, changes or takes away the passphrase that seals the office keys.",
    discussion: """
      The passphrase is stretched by PBKDF2 with 600,000 rounds of HMAC-SHA-256 (PBES2 of RFC 7518).
      Who loses it opens the keys with the owner's recovery key, or a backup; without either they
      are lost.

      Examples:
        rounds keys passphrase                                 # asks for the new one twice
        rounds keys passphrase --new-passphrase-file new.txt --passphrase-file old.txt
        rounds keys passphrase --recovery-key owner.jwk        # the passphrase is forgotten
        rounds keys passphrase --remove
      """)

  @Option(help: "A file whose first line is the new passphrase; else it is asked for twice.")
  var newPassphraseFile: String?
  @Option(help: "The owner's private recovery key, in place of the old passphrase.")
  var recoveryKey: String?
  @Flag(help: "Write the keys plain again, each into a file that only its owner reads.")
  var remove = false
  @Flag(help: "Tell what would change, and change nothing.")
  var dryRun = false
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if remove, newPassphraseFile != nil {
      throw ValidationError("--remove and --new-passphrase-file exclude each other.")
    }
  }

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let folder = KeyFolder(workspace)
    var access = KeyAccess(keys, terminal: terminal)
    access.recoveryFile = recoveryKey
    guard let ring = try folder.open(access).ring else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noOfficeKey)
    }
    let wasSealed = folder.isSealed
    if !dryRun { try change(folder, ring, on: workspace.now.date) }
    terminal.say(
      terminal.phrases.keys.passphraseChanged(wasSealed, !remove, ring.keys.count, dryRun))
    try terminal.answer(
      Answer(wasSealed: wasSealed, sealed: !remove, keys: ring.keys.count, dryRun: dryRun))
  }

  private func change(_ folder: KeyFolder, _ ring: OfficeKeyRing, on date: ServiceDate) throws {
    if remove { return try folder.unseal(ring, on: date) }
    let passphrase = try Passphrase.choose(
      newPassphraseFile, orFile: "--new-passphrase-file", terminal: folder.terminal)
    try folder.seal(ring, with: passphrase)
  }

  private struct Answer: Encodable {
    let wasSealed: Bool
    let sealed: Bool
    let keys: Int
    let dryRun: Bool
  }
}
