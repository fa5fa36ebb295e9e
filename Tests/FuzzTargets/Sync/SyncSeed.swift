/// An input for a sync fuzzer to begin with.
public struct SyncSeed: Sendable {
  /// Which fuzzer it is for: `visit-log`, `trip-pack` or `key-backup`.
  public let target: String
  /// The file's name.
  public let name: String
  /// The layer's number, then what stands there.
  public let bytes: [UInt8]

  init(_ target: String, _ name: String, _ layer: UInt8, _ content: [UInt8]) {
    (self.target, self.name) = (target, name)
    bytes = [layer] + content
  }

  /// Every seed; written into `Tests/Fuzz/Seeds` by `sync-seeds`.
  public static func all() throws -> [SyncSeed] {
    guard let world = SyncFuzzWorld.shared else { return [] }
    return try world.logSeeds() + world.packSeeds() + world.backupSeeds()
  }
}
