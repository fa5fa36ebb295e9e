import ArgumentParser
import Briefing
import Foundation
import Quantities
import VisitSync

/// The option of every command that opens sealed office keys.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      A file whose first line is the passphrase of the office keys, where they are sealed; else \
      $ROUNDS_PASSPHRASE_FILE names it, else it is asked for.
      """, valueName: "FILE"))
  var passphraseFile: String?
}

/// How sealed office keys are opened: by a passphrase, or by the owner's recovery key.
struct KeyAccess {
  let terminal: Terminal
  /// The file that holds the passphrase; else it is asked for.
  var passphraseFile: String?
  /// The file that holds the owner's private recovery key, used instead of a passphrase.
  var recoveryFile: String?

  init(_ options: KeyOptions, terminal: Terminal) {
    self.terminal = terminal
    passphraseFile =
      options.passphraseFile ?? ProcessInfo.processInfo.environment["ROUNDS_PASSPHRASE_FILE"]
  }

  init(passphraseFile: String?, recoveryFile: String?, terminal: Terminal) {
    self.terminal = terminal
    self.passphraseFile = passphraseFile
    self.recoveryFile = recoveryFile
  }

  /// The keys of a sealed file or backup, and the passphrase if that opened it.
  func open(
    _ bytes: [UInt8], of file: URL, option: String = "--passphrase-file"
  ) throws -> (ring: OfficeKeyRing, passphrase: Passphrase?) {
    do {
      if let recoveryFile {
        return (try KeyBackup.open(bytes, recovery: try recoveryKey(recoveryFile)), nil)
      }
      let passphrase = try passphrase(for: file, option)
      return (try KeyBackup.open(bytes, passphrase: passphrase.text), passphrase)
    } catch let fault as KeyBackupFault {
      throw CommandFailure(
        .badInput,
        file.path + terminal.phrases.remarks.separator + terminal.phrases.keys.fault(fault.code))
    }
  }

  private func passphrase(for file: URL, _ option: String) throws -> Passphrase {
    if let passphraseFile {
      return try Passphrase.read(URL(fileURLWithPath: passphraseFile), terminal: terminal)
    }
    return try Passphrase.ask(
      terminal.phrases.keys.askPassphrase(file.lastPathComponent), orFile: option,
      terminal: terminal)
  }

  private func recoveryKey(_ path: String) throws -> SealingKey {
    let file = URL(fileURLWithPath: path)
    let bytes = try InputFile.read(file, terminal: terminal)
    let text = String(decoding: bytes, as: UTF8.self)
    guard let key = SealingKey(jwkText: text) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.fileUnreadable(file.path))
    }
    return key
  }
}
