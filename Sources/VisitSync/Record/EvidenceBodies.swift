/// `evidence.attached`: a file that belongs to the visit; its bytes follow in parts.
public struct EvidenceAttachment: Hashable, Sendable {
  /// SHA-256 of the whole file, base64url.
  public var digest: String
  /// The media type, such as `image/jpeg`.
  public var mediaType: String
  /// The size in bytes.
  public var size: Int64

  /// A file with this digest, type and size.
  public init(digest: String, mediaType: String, size: Int64) {
    self.digest = digest
    self.mediaType = mediaType
    self.size = size
  }

  /// The attachment that announces `bytes`.
  public init(_ bytes: [UInt8], mediaType: String) {
    self.init(digest: Fingerprint.text(bytes), mediaType: mediaType, size: Int64(bytes.count))
  }
}

extension EvidenceAttachment {
  var json: JSONObject {
    JSONObject([
      ("sha256", .string(digest)), ("media", .string(mediaType)), ("size", .integer(size)),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    digest = try fields.digest("sha256")
    mediaType = try fields.identifier("media")
    size = try fields.integer("size", as: Int64.self, in: 0...SyncLimits.file)
  }
}

/// `evidence.part`: a numbered piece of a file.
public struct EvidencePart: Hashable, Sendable {
  /// SHA-256 of the whole file, base64url.
  public var digest: String
  /// Which part, from 0.
  public var part: Int
  /// How many parts there are.
  public var parts: Int
  /// The bytes of the part.
  public var data: [UInt8]

  /// `bytes` cut into parts as small as a record needs.
  public static func parts(of bytes: [UInt8]) -> [EvidencePart] {
    let digest = Fingerprint.text(bytes)
    let size = SyncLimits.evidencePart
    let count = max(1, (bytes.count + size - 1) / size)
    return (0..<count).map { part in
      let data = Array(bytes[part * size..<min(bytes.count, (part + 1) * size)])
      return EvidencePart(digest: digest, part: part, parts: count, data: data)
    }
  }
}

extension EvidencePart {
  var json: JSONObject {
    JSONObject([
      ("sha256", .string(digest)), ("part", .integer(Int64(part))),
      ("parts", .integer(Int64(parts))), ("data", .string(Base64URL.text(data))),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    digest = try fields.digest("sha256")
    parts = try fields.integer("parts", as: Int.self, in: 1...SyncLimits.evidenceParts)
    part = try fields.integer("part", as: Int.self, in: 0...(parts - 1))
    guard let data = Base64URL.decode(try fields.string("data").utf8),
      data.count <= SyncLimits.evidencePart
    else { throw FieldFault(field: "data") }
    self.data = data
  }
}

extension JSONFields {
  /// A SHA-256 in base64url.
  func digest(_ key: String) throws(FieldFault) -> String {
    let text = try string(key)
    guard Base64URL.decode(text.utf8)?.count == 32 else { throw FieldFault(field: key) }
    return text
  }
}
