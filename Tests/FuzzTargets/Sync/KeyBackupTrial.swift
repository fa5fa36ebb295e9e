import VisitSync

/// Reads bytes as a backup of keys, or as the key set that a backup hides.
///
/// The first byte chooses the layer; the others are what stands there.
public enum KeyBackupTrial {
  /// What the bytes after the first are.
  public enum Layer: UInt8, CaseIterable, Sendable {
    /// A whole backup.
    case backup
    /// The key set inside.
    case keySet
    /// One key.
    case key
  }

  /// What the backups among the seeds are locked with.
  static let passphrase = "seven green kettles"

  /// The layer that an input's first byte chooses.
  public static func layer(_ first: UInt8) -> Layer {
    Layer.allCases[Int(first) % Layer.allCases.count]
  }

  /// Feeds `input` to its layer.
  @discardableResult
  public static func run(_ input: [UInt8]) -> SyncOutcome {
    guard let world = SyncFuzzWorld.shared else { return .broken("the world cannot be made") }
    let bytes = Array(input.dropFirst())
    switch layer(input.first ?? 0) {
    case .backup: return backup(bytes, world)
    case .keySet: return keySet(String(decoding: bytes, as: UTF8.self))
    case .key: return key(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Opens a backup both ways; two ways that open it must find the same keys.
  private static func backup(_ file: [UInt8], _ world: SyncFuzzWorld) -> SyncOutcome {
    var rings: [OfficeKeyRing] = []
    var code = "passphrase-not-tried"
    do throws(KeyBackupFault) {
      rings.append(try KeyBackup.open(file, recovery: world.recovery))
    } catch {
      code = Self.code(error)
    }
    // Rounds are allowed up to ten million, each some hundred nanoseconds: a fuzzer would do
    // nothing else. Whether a number is within the limits is said before the first round.
    if !hasLongNumber(file) {
      do throws(KeyBackupFault) {
        rings.append(try KeyBackup.open(file, passphrase: passphrase))
      } catch {
        code = Self.code(error)
      }
    }
    guard let first = rings.first else { return .refused(code) }
    guard rings.allSatisfy({ $0 == first }) else {
      return .broken("passphrase and recovery key open different keys")
    }
    return .taken(first.keys.count)
  }

  /// Whether five to eight digits stand in a row, as a number of rounds that takes long does.
  private static func hasLongNumber(_ file: [UInt8]) -> Bool {
    file.split { !(48...57).contains($0) }.contains { (5...8).contains($0.count) }
  }

  /// Reads a key set in every way that programs do.
  private static func keySet(_ text: String) -> SyncOutcome {
    if let office = try? OfficeKey(jwkSetText: text),
      (try? OfficeKey(jwkSetText: office.jwkSetText)) != office
    {
      return .broken("an office key is not written as it was read")
    }
    if let office = try? OfficePublicKey(jwkSetText: text),
      (try? OfficePublicKey(jwkSetText: office.jwkSetText)) != office
    {
      return .broken("a public office key is not written as it was read")
    }
    do throws(RecordFault) {
      let ring = try OfficeKeyRing(jwkSetText: text)
      return (try? OfficeKeyRing(jwkSetText: ring.jwkSetText)) == ring
        ? .taken(ring.keys.count) : .broken("a ring of keys is not written as it was read")
    } catch {
      return .refused(error.code)
    }
  }

  private static func key(_ text: String) -> SyncOutcome {
    if let key = SealingKey(jwkText: text), SealingKey(jwkText: key.jwkText) != key {
      return .broken("a private key is not written as it was read")
    }
    guard let key = PublicKey(jwkText: text) else { return .refused("key") }
    return PublicKey(jwkText: key.jwkText) == key
      ? .taken(1) : .broken("a key is not written as it was read")
  }

  private static func code(_ fault: KeyBackupFault) -> String {
    switch fault {
    case .malformed: "malformed"
    case .unsupported: "unsupported"
    case .notForThisSecret: "not-for-this-secret"
    case .wrongSecret: "wrong-secret"
    case .damaged: "damaged"
    }
  }
}
