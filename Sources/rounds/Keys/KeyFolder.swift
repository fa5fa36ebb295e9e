import Briefing
import Foundation
import Quantities
import VisitSync

/// The folder `keys` of a workspace: private keys in files that only their owner reads, one a file,
/// or all in one file that a passphrase seals.
///
/// A sealed file and plain ones stand side by side only after an interrupted change of passphrase;
/// then the keys of both count, and ``hasPlainKeys`` says so.
struct KeyFolder {
  /// What the folder holds, opened.
  struct Content {
    /// The keys; `nil` while none was made.
    var ring: OfficeKeyRing?
    /// What opened the sealed file; `nil` where keys lie plain.
    var passphrase: Passphrase?
  }

  let folder: URL
  let terminal: Terminal

  init(_ workspace: Workspace) {
    folder = workspace.layout.keys
    terminal = workspace.terminal
  }

  /// All keys, sealed.
  var sealedFile: URL { folder.appendingPathComponent("office-keys.jwe") }
  /// The owner's public key, who can open the sealed file and backups too.
  var recoveryFile: URL { folder.appendingPathComponent("recovery.jwk") }

  var isSealed: Bool { FileManager.default.fileExists(atPath: sealedFile.path) }
  var hasPlainKeys: Bool { !plainNames.isEmpty }

  /// The names of the files that hold a key each, the oldest first.
  var plainNames: [KeyFileName] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .compactMap { KeyFileName($0) }.sorted()
  }

  func url(_ name: KeyFileName) -> URL { folder.appendingPathComponent(name.text) }

  /// The keys; `access` is asked for the passphrase where they are sealed.
  func open(_ access: KeyAccess) throws -> Content {
    let plain = try plainNames.flatMap { try readPlain(url($0)) }
    guard isSealed else { return Content(ring: OfficeKeyRing(plain)) }
    warnOfReaders(sealedFile)
    let bytes = try InputFile.read(sealedFile, terminal: terminal)
    let opened = try access.open(bytes, of: sealedFile)
    let missing = plain.filter { opened.ring.find($0.thumbprint) == nil }
    return Content(
      ring: OfficeKeyRing(opened.ring.keys + missing), passphrase: opened.passphrase)
  }

  /// The keys of one plain file.
  func readPlain(_ file: URL) throws -> [OfficeKey] {
    warnOfReaders(file)
    let bytes = try InputFile.read(file, terminal: terminal)
    guard let ring = try? OfficeKeyRing(jwkSetText: String(decoding: bytes, as: UTF8.self)) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.fileUnreadable(file.path))
    }
    return ring.keys
  }

  /// Says when a key file can be read by other accounts.
  private func warnOfReaders(_ file: URL) {
    let mode = try? FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    guard let mode = mode as? Int, mode & 0o077 != 0 else { return }
    terminal.remark(terminal.phrases.keys.readableByOthers(file.path))
  }

  /// The owner's public key, if there is one.
  func recoveryKey() throws -> PublicKey? {
    guard FileManager.default.fileExists(atPath: recoveryFile.path) else { return nil }
    let bytes = try InputFile.read(recoveryFile, terminal: terminal)
    guard let key = PublicKey(jwkText: String(decoding: bytes, as: UTF8.self)) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.fileUnreadable(recoveryFile.path))
    }
    return key
  }
}

extension KeyBackupFault {
  /// A short word for the phrasebook.
  var code: String {
    switch self {
    case .malformed: "malformed"
    case .unsupported: "unsupported"
    case .notForThisSecret: "not-for-this-secret"
    case .wrongSecret: "wrong-secret"
    case .damaged: "damaged"
    }
  }
}
