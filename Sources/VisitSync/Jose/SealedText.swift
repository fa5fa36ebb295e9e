import Crypto

/// A JWE in compact serialization (RFC 7516), compressed with `DEF`, of content type
/// `rounds-record`.
struct SealedText {
  /// The two ways to seal that sync files use.
  enum Method: String {
    /// To a P-256 key: `ECDH-ES` with `A256GCM`.
    case agreement = "ECDH-ES"
    /// With a key both sides hold: `dir` with `A128GCM`.
    case direct = "dir"

    var encryption: String { self == .agreement ? "A256GCM" : "A128GCM" }
  }

  /// How it was sealed.
  let method: Method
  /// The header's `kid`: the thumbprint of the key it was sealed to.
  let recipient: String
  private let header: JSONFields
  private let parts: [ArraySlice<UInt8>]

  static let contentType = "rounds-record"

  /// Takes the parts of `compact` and checks every method that its header names.
  init(_ compact: [UInt8]) throws(RecordFault) {
    // No more pieces than tell that there are too many: a line of points would become millions.
    parts = compact.split(
      separator: UInt8(ascii: "."), maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[1].isEmpty, let text = Base64URL.decode(parts[0]) else {
      throw .notCompact
    }
    header = try JoseHeader.fields(text)
    guard case .string(let name)? = header.object["alg"], let method = Method(rawValue: name) else {
      throw .wrongMethod(field: "alg")
    }
    self.method = method
    let expected = [("enc", method.encryption), ("zip", "DEF"), ("cty", Self.contentType)]
    for (field, value) in expected where header.object[field] != .string(value) {
      throw .wrongMethod(field: field)
    }
    recipient = try readingHeader { [header] () throws(FieldFault) in
      try header.identifier("kid")
    }
  }

  /// What was sealed to `key`.
  func open(_ key: SealingKey) throws(RecordFault) -> [UInt8] {
    guard method == .agreement else { throw .wrongMethod(field: "alg") }
    let (ephemeral, producer, recipient) = try readingHeader { () throws(FieldFault) in
      (
        try PublicKey(jwk: try header.object("epk")), try party("apu"), try party("apv")
      )
    }
    let derived = ConcatKDF.key(
      try key.agreement(with: ephemeral), method: method.encryption, bytes: 32, producer: producer,
      recipient: recipient)
    return try open(contentKey: derived)
  }

  /// What was sealed with `key`.
  func open(_ key: DayKey) throws(RecordFault) -> [UInt8] {
    guard method == .direct else { throw .wrongMethod(field: "alg") }
    return try open(contentKey: key.bytes)
  }

  private func party(_ field: String) throws(FieldFault) -> [UInt8] {
    guard let text = try header.optionalString(field) else { return [] }
    guard let bytes = Base64URL.decode(text.utf8) else { throw FieldFault(field: field) }
    return bytes
  }

  private func open(contentKey: [UInt8]) throws(RecordFault) -> [UInt8] {
    guard let nonce = Base64URL.decode(parts[2]), nonce.count == 12,
      let ciphertext = Base64URL.decode(parts[3]), let tag = Base64URL.decode(parts[4]),
      tag.count == 16
    else { throw .notCompact }
    guard let nonce = try? AES.GCM.Nonce(data: nonce),
      let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: ciphertext, tag: tag),
      let opened = try? AES.GCM.open(
        box, using: SymmetricKey(data: contentKey), authenticating: Array(parts[0]))
    else { throw .notDecryptable }
    return try Deflate.expand(Array(opened), limit: SyncLimits.inflatedRecord)
  }
}

extension SealedText {
  /// `content` sealed to `key` with an ephemeral key drawn from `generator`.
  static func compact(
    _ content: [UInt8], to key: PublicKey, using generator: inout some RandomNumberGenerator
  ) throws(RecordFault) -> [UInt8] {
    let ephemeral = SealingKey(using: &generator)
    let derived = ConcatKDF.key(
      try ephemeral.agreement(with: key), method: Method.agreement.encryption, bytes: 32)
    return try compact(
      content, .agreement, recipient: key.thumbprint, ephemeral: ephemeral.publicKey,
      contentKey: derived, using: &generator)
  }

  /// `content` sealed with `key`.
  static func compact(
    _ content: [UInt8], with key: DayKey, using generator: inout some RandomNumberGenerator
  ) throws(RecordFault) -> [UInt8] {
    try compact(
      content, .direct, recipient: key.thumbprint, ephemeral: nil, contentKey: key.bytes,
      using: &generator)
  }

  private static func compact(
    _ content: [UInt8], _ method: Method, recipient: String, ephemeral: PublicKey?,
    contentKey: [UInt8], using generator: inout some RandomNumberGenerator
  ) throws(RecordFault) -> [UInt8] {
    guard content.count <= SyncLimits.inflatedRecord else { throw .inflatesTooFar }
    let header = JSONValue.members([
      ("alg", .string(method.rawValue)), ("enc", .string(method.encryption)),
      ("zip", .string("DEF")), ("cty", .string(contentType)), ("kid", .string(recipient)),
      ("epk", ephemeral?.jwk),
    ])
    let protected = Base64URL.encode(header.text)
    guard let nonce = try? AES.GCM.Nonce(data: randomBytes(12, using: &generator)),
      let box = try? AES.GCM.seal(
        try Deflate.compress(content), using: SymmetricKey(data: contentKey), nonce: nonce,
        authenticating: protected)
    else { throw .notDecryptable }
    let dot = [UInt8(ascii: ".")]
    let line =
      protected + dot + dot + Base64URL.encode(Array(nonce)) + dot
      + Base64URL.encode(box.ciphertext) + dot + Base64URL.encode(box.tag)
    guard line.count <= SyncLimits.encodedRecord else { throw .tooLong }
    return line
  }
}
