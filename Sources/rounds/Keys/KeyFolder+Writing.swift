import Briefing
import Foundation
import Quantities
import VisitSync

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
