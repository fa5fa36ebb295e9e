/// Reading and writing the JSON Web Key Set (RFC 7517 §5) that holds office keys.
enum JWKSet {
  static func text(_ keys: [(key: PublicKey, use: String, secret: [UInt8]?)]) -> String {
    let keys = keys.map { jwk($0, use: $1, secret: $2) }
    return String(decoding: JSONValue.members([("keys", .array(keys))]).text, as: UTF8.self)
  }

  /// One key with its use, its thumbprint and, if given, its secret number.
  static func jwk(_ key: PublicKey, use: String, secret: [UInt8]?) -> JSONValue {
    guard case .object(var jwk) = key.jwk else { return .null }
    jwk["use"] = .string(use)
    jwk["kid"] = .string(key.thumbprint)
    jwk["d"] = secret.map { .string(Base64URL.text($0)) }
    return .object(jwk)
  }

  static func key(_ text: String, use: String) throws(RecordFault) -> PublicKey {
    let jwk = try member(text, use: use)
    return try readingRecord { () throws(FieldFault) in try PublicKey(jwk: jwk) }
  }

  static func secret(
    _ text: String, use: String
  ) throws(RecordFault) -> (key: PublicKey, secret: [UInt8]) {
    let jwk = try member(text, use: use)
    return try readingRecord { () throws(FieldFault) in try secret(jwk) }
  }

  /// The public and the secret half of a key.
  static func secret(_ jwk: JSONFields) throws(FieldFault) -> (key: PublicKey, secret: [UInt8]) {
    guard let secret = Base64URL.decode(try jwk.string("d").utf8) else {
      throw FieldFault(field: "d")
    }
    return (try PublicKey(jwk: jwk), secret)
  }

  /// The keys of a set, in order.
  static func members(_ text: String) throws(RecordFault) -> [JSONFields] {
    let set = try readingObject(Array(text.utf8))
    return try readingRecord { () throws(FieldFault) in try JSONFields(set).objects("keys") }
  }

  private static func member(_ text: String, use: String) throws(RecordFault) -> JSONFields {
    guard let jwk = try members(text).first(where: { $0.object["use"] == .string(use) }) else {
      throw .malformedRecord(field: "use")
    }
    return jwk
  }
}
