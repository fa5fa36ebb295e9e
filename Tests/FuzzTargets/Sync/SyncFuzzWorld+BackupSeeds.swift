import Quantities
import VisitSync

extension SyncFuzzWorld {
  /// Good and hostile backups, key sets and keys.
  func backupSeeds() throws -> [SyncSeed] {
    func seed(_ name: String, _ layer: KeyBackupTrial.Layer, _ content: String) -> SyncSeed {
      SyncSeed("key-backup", name, layer.rawValue, Array(content.utf8))
    }
    var chance = SeededGenerator(seed: 4)
    let backup = String(
      decoding: try KeyBackup.write(
        OfficeKeyRing(office), passphrase: KeyBackupTrial.passphrase,
        recovery: recovery.publicKey, rounds: 1000, using: &chance), as: UTF8.self)
    let set = office.jwkSetText
    let key = recovery.jwkText
    return [
      seed("backup-good", .backup, backup),
      seed("backup-torn", .backup, String(backup.dropLast(99))),
      seed(
        "backup-many-rounds", .backup,
        backup.replacing(#""p2c":1000"#, with: #""p2c":9223372036854775807"#)),
      seed("backup-other-curve", .backup, backup.replacing("P-256", with: "P-521")),
      seed(
        "backup-other-kid", .backup,
        backup.replacing(recovery.publicKey.thumbprint, with: office.thumbprint)),
      seed(
        "backup-duplicate-key", .backup,
        backup.replacing(#""iv":"#, with: #""iv":"AAAAAAAAAAAAAAAA","iv":"#)),
      seed("backup-4000-deep", .backup, String(repeating: "[", count: 4000)),
      seed("key-set-good", .keySet, set),
      seed("key-set-public", .keySet, office.publicKey.jwkSetText),
      seed("key-set-twice", .keySet, set.replacing("]}", with: "," + String(set.dropFirst(9)))),
      seed("key-good", .key, key), seed("key-other-curve", .key, key.replacing("256", with: "384")),
    ]
  }
}
