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

  private func readPlain(_ file: URL) throws -> [OfficeKey] {
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

extension KeyFolder {
  /// Makes the folder, which nobody else may read.
  func make() throws {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// Writes `ring` as the sealed file, for `passphrase` and the owner, and takes plain keys away.
  func seal(_ ring: OfficeKeyRing, with passphrase: Passphrase) throws {
    try make()
    try AtomicFile.write(
      try lock(ring, with: passphrase), to: sealedFile, permissions: 0o600)
    try removePlain(plainNames)
  }

  /// The text of a backup of `ring`, opened once to be sure that it can be.
  func lock(_ ring: OfficeKeyRing, with passphrase: Passphrase) throws -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    do {
      let file = try KeyBackup.write(
        ring, passphrase: passphrase.text, recovery: try recoveryKey(), using: &generator)
      guard try KeyBackup.open(file, passphrase: passphrase.text) == ring else {
        throw KeyBackupFault.damaged
      }
      return file
    } catch let fault as KeyBackupFault {
      throw CommandFailure(.failure, terminal.phrases.keys.fault(fault.code))
    }
  }

  /// Writes every key of `ring` into a plain file of its own, and takes the sealed file away.
  func unseal(_ ring: OfficeKeyRing, on date: ServiceDate) throws {
    let present = try plainNames.flatMap { try readPlain(url($0)) }.map(\.thumbprint)
    var names = plainNames
    for key in ring.keys where !present.contains(key.thumbprint) {
      names.append(try add(key, on: date, after: names))
    }
    unsafe unlink(sealedFile.path)
    AtomicFile.syncFolder(of: sealedFile)
  }

  /// Writes a fresh key into a plain file of its own.
  @discardableResult
  func add(
    _ key: OfficeKey, on date: ServiceDate, after names: [KeyFileName]
  ) throws -> KeyFileName {
    let name = KeyFileName.next(on: date, after: names)
    try make()
    try AtomicFile.write(Array(key.jwkSetText.utf8), to: url(name), permissions: 0o600)
    return name
  }

  /// Writes keys from a backup into plain files, before those that are there.
  func addRestored(_ keys: [OfficeKey]) throws {
    try make()
    let names = KeyFileName.restored(keys.count, after: plainNames)
    try AtomicFile.write(
      zip(keys, names).map { (Array($0.jwkSetText.utf8), url($1)) }, permissions: 0o600)
  }

  /// Takes away the plain file that holds the key of this name.
  func removePlain(holding thumbprint: String) throws {
    try removePlain(
      try plainNames.filter { try readPlain(url($0)).map(\.thumbprint) == [thumbprint] })
  }

  private func removePlain(_ names: [KeyFileName]) throws {
    for name in names {
      guard unsafe unlink(url(name).path) == 0 || errno == ENOENT else {
        throw CommandFailure(
          .cannotWrite, "\(url(name).path): cannot be removed (\(MappedFile.lastError)).")
      }
    }
    AtomicFile.syncFolder(of: sealedFile)
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
