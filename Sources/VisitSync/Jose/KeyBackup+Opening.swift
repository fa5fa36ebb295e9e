import Crypto

extension KeyBackup {
  /// The longest backup that is read, in bytes.
  private static let longest = 1 << 20

  /// The keys of `file`, with the passphrase.
  public static func open(
    _ file: [UInt8], passphrase: String
  ) throws(KeyBackupFault) -> OfficeKeyRing {
    let parts = try Parts(file)
    let recipient = try parts.recipient(KeyWrapping.passphrase)
    let (salt, rounds) = try reading { () throws(FieldFault) in
      (try recipient.header.bytes("p2s"), try recipient.header.integer("p2c"))
    }
    guard rounds >= allowedRounds.lowerBound, rounds <= allowedRounds.upperBound else {
      throw .unsupported(field: "p2c")
    }
    guard (8...1024).contains(salt.count) else { throw .unsupported(field: "p2s") }
    let key = try KeyWrapping.key(
      passphrase: Array(passphrase.utf8), salt: salt, rounds: Int(rounds))
    return try parts.open(try KeyWrapping.unwrap(recipient.wrapped, with: key))
  }

  /// The keys of `file`, with the owner's recovery key.
  public static func open(
    _ file: [UInt8], recovery: SealingKey
  ) throws(KeyBackupFault) -> OfficeKeyRing {
    let parts = try Parts(file)
    let recipient = try parts.recipient(
      KeyWrapping.agreement, named: recovery.publicKey.thumbprint)
    let ephemeral = try reading { () throws(FieldFault) in
      try PublicKey(jwk: try recipient.header.object("epk"))
    }
    guard let number = try? recovery.agreement(with: ephemeral) else { throw .wrongSecret }
    let key = KeyWrapping.key(agreement: number)
    return try parts.open(try KeyWrapping.unwrap(recipient.wrapped, with: key))
  }

  private static func reading<Value>(
    _ read: () throws(FieldFault) -> Value
  ) throws(KeyBackupFault) -> Value {
    do throws(FieldFault) {
      return try read()
    } catch {
      throw .malformed(field: error.field)
    }
  }

  /// Somebody who can open the backup.
  private struct Recipient {
    let header: JSONFields
    let wrapped: [UInt8]
  }

  /// The parts of the JWE, its protected header checked.
  private struct Parts {
    let protected: String
    let recipients: [Recipient]
    let nonce: [UInt8]
    let ciphertext: [UInt8]
    let tag: [UInt8]

    init(_ file: [UInt8]) throws(KeyBackupFault) {
      guard file.count <= longest, case .object(let object)? = try? JSONReader.value(file) else {
        throw .malformed(field: "")
      }
      let fields = JSONFields(object)
      (protected, recipients, nonce, ciphertext, tag) = try reading { () throws(FieldFault) in
        var recipients: [Recipient] = []
        for one in try fields.objects("recipients").prefix(16) {
          recipients.append(
            Recipient(
              header: try one.object("header"), wrapped: try one.bytes("encrypted_key")))
        }
        return (
          try fields.string("protected"), recipients, try fields.bytes("iv"),
          try fields.bytes("ciphertext"), try fields.bytes("tag")
        )
      }
      let header = try reading { () throws(FieldFault) in try fields.bytes("protected") }
      guard case .object(let members)? = try? JSONReader.value(header) else {
        throw .malformed(field: "protected")
      }
      guard members["enc"] == .string(encryption) else { throw .unsupported(field: "enc") }
      for field in ["crit", "zip"] where members[field] != nil {
        throw .unsupported(field: field)
      }
      guard nonce.count == 12 else { throw .malformed(field: "iv") }
      guard tag.count == 16 else { throw .malformed(field: "tag") }
    }

    /// The recipient of an algorithm and, where there are several, of a name.
    func recipient(
      _ algorithm: String, named name: String? = nil
    ) throws(KeyBackupFault) -> Recipient {
      let found = recipients.first { recipient in
        recipient.header.object["alg"] == .string(algorithm)
          && (name == nil || recipient.header.object["kid"] == name.map(JSONValue.string))
      }
      guard let found else { throw .notForThisSecret }
      return found
    }

    /// The keys, once the content key is known.
    func open(_ content: [UInt8]) throws(KeyBackupFault) -> OfficeKeyRing {
      guard content.count == 32, let nonce = try? AES.GCM.Nonce(data: nonce),
        let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: ciphertext, tag: tag),
        let opened = try? AES.GCM.open(
          box, using: SymmetricKey(data: content), authenticating: Array(protected.utf8))
      else { throw .damaged }
      guard let ring = try? OfficeKeyRing(jwkSetText: String(decoding: opened, as: UTF8.self))
      else { throw .malformed(field: "keys") }
      return ring
    }
  }
}

extension JSONFields {
  /// Bytes in base64url.
  fileprivate func bytes(_ key: String) throws(FieldFault) -> [UInt8] {
    guard let bytes = Base64URL.decode(try string(key).utf8) else { throw FieldFault(field: key) }
    return bytes
  }
}
