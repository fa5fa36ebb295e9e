import Crypto

/// A public key on the curve P-256, for checking signatures or for sealing.
public struct PublicKey: Hashable, Sendable {
  /// The two coordinates, 32 bytes each, most significant first.
  let coordinates: [UInt8]

  /// The key with these coordinates, 64 bytes; `nil` unless they are a point of the curve.
  init?(coordinates: [UInt8]) {
    guard coordinates.count == 64,
      (try? P256.Signing.PublicKey(rawRepresentation: coordinates)) != nil
    else { return nil }
    self.coordinates = coordinates
  }

  init(_ key: P256.Signing.PublicKey) { coordinates = Array(key.rawRepresentation) }

  init(_ key: P256.KeyAgreement.PublicKey) { coordinates = Array(key.rawRepresentation) }

  /// The key's name: SHA-256 of its required members, base64url (RFC 7638).
  public var thumbprint: String {
    Fingerprint.text(required.text)
  }

  private var required: JSONValue {
    .members([("crv", .string("P-256")), ("kty", .string("EC")), ("x", x), ("y", y)])
  }

  private var x: JSONValue { .string(Base64URL.text(coordinates[..<32])) }
  private var y: JSONValue { .string(Base64URL.text(coordinates[32...])) }

  /// The key as a JSON Web Key (RFC 7517) without optional members.
  var jwk: JSONValue {
    .members([("kty", .string("EC")), ("crv", .string("P-256")), ("x", x), ("y", y)])
  }

  /// The key that a JSON Web Key states; other members are ignored.
  init(jwk: JSONFields) throws(FieldFault) {
    guard try jwk.string("kty") == "EC" else { throw FieldFault(field: "kty") }
    guard try jwk.string("crv") == "P-256" else { throw FieldFault(field: "crv") }
    guard let x = Base64URL.decode(try jwk.string("x").utf8), x.count == 32,
      let y = Base64URL.decode(try jwk.string("y").utf8), y.count == 32,
      let key = PublicKey(coordinates: x + y)
    else { throw FieldFault(field: "x") }
    self = key
  }

  /// The key as JSON Web Key text.
  public var jwkText: String { String(decoding: jwk.text, as: UTF8.self) }

  /// The key that JSON Web Key text states; `nil` for another curve or kind.
  public init?(jwkText: String) {
    guard case .object(let object)? = try? JSONReader.value(Array(jwkText.utf8)),
      let key = try? PublicKey(jwk: JSONFields(object))
    else { return nil }
    self = key
  }

  /// The key as a compressed point (SEC 1 §2.3.3) in base64url, 44 letters.
  var compressedText: String {
    Base64URL.text([2 + coordinates[63] % 2] + coordinates[..<32])
  }

  /// The key that a compressed point in base64url states; `nil` unless it is on the curve.
  init?(compressedText: String) {
    guard let bytes = Base64URL.decode(compressedText.utf8), bytes.count == 33,
      let key = try? P256.Signing.PublicKey(compressedRepresentation: bytes)
    else { return nil }
    self.init(key)
  }

  /// Whether `signature`, 64 bytes, is this key's ES256 signature of `text`.
  func isValid(_ signature: [UInt8], for text: ArraySlice<UInt8>) -> Bool {
    guard let key = try? P256.Signing.PublicKey(rawRepresentation: coordinates),
      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
    else { return false }
    return key.isValidSignature(signature, for: text)
  }
}
