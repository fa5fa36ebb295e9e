import Crypto

/// A JWS in compact serialization (RFC 7515) signed with ES256.
struct SignedText {
  /// The header's `kid`: the thumbprint of the signing key; absent in endorsements.
  let signer: String?
  /// The header's `typ`; absent in records of a visit log.
  let type: String?
  /// What was signed.
  let payload: [UInt8]
  /// The header and payload as they were written, a part of the text itself.
  private let signed: ArraySlice<UInt8>
  private let signature: [UInt8]

  /// Takes the parts of `compact` without checking the signature.
  init(_ compact: [UInt8]) throws(RecordFault) {
    let parts = compact.split(
      separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64URL.decode(parts[0]),
      let payload = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2])
    else { throw .notCompact }
    let fields = try JoseHeader.fields(header)
    guard fields.object["alg"] == .string("ES256") else { throw .wrongMethod(field: "alg") }
    guard fields.object["b64"] == nil else { throw .wrongMethod(field: "b64") }
    signer = try readingHeader { () throws(FieldFault) in try fields.optionalIdentifier("kid") }
    type = try readingHeader { () throws(FieldFault) in try fields.optionalIdentifier("typ") }
    self.payload = payload
    self.signature = signature
    signed = compact[..<parts[1].endIndex]
  }

  /// Refuses unless `key` signed it and, where the signer must be named, is the key named.
  func check(_ key: PublicKey, isNamed: Bool = true) throws(RecordFault) {
    guard signer == (isNamed ? key.thumbprint : nil) else { throw .wrongSigner }
    guard key.isValid(signature, for: signed) else { throw .badSignature }
  }

  /// `payload` signed with `key`; the header names the key if `isNamed`.
  static func compact(
    _ payload: [UInt8], type: String? = nil, key: SigningKey, isNamed: Bool = true
  ) throws(RecordFault) -> [UInt8] {
    let header = JSONValue.members([
      ("alg", .string("ES256")), ("kid", isNamed ? .string(key.publicKey.thumbprint) : nil),
      ("typ", type.map(JSONValue.string)),
    ])
    let dot = UInt8(ascii: ".")
    let text = Base64URL.encode(header.text) + [dot] + Base64URL.encode(payload)
    return text + [dot] + Base64URL.encode(try key.signature(for: text))
  }
}

/// What the headers of both envelopes have in common.
enum JoseHeader {
  /// The members of a protected header, unless it asks for extensions.
  static func fields(_ text: [UInt8]) throws(RecordFault) -> JSONFields {
    guard text.count <= 4096, case .object(let object)? = try? JSONReader.value(text) else {
      throw .malformedHeader(field: "")
    }
    guard object["crit"] == nil else { throw .criticalHeader }
    return JSONFields(object)
  }
}
