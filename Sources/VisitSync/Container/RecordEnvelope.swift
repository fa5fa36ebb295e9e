/// The kinds of file that travel between office and field.
public enum SyncFileKind: String, Hashable, Sendable, CaseIterable {
  /// From the office: what a crew's device carries.
  case tripPack = "trip"
  /// To the office: what a crew recorded.
  case visitLog = "visits"
  /// From the office: what it holds, so that a device may delete it.
  case receipt

  /// The kind that a file's first comment states, `# rounds visits 1`.
  init?(comment: [UInt8]) {
    let words = String(decoding: comment, as: UTF8.self).split(separator: " ")
    guard words.count >= 3, words[0] == "#", words[1] == "rounds" else { return nil }
    self.init(rawValue: String(words[2]))
  }

  /// The kind of the file that begins with `bytes`; `nil` when nothing in them tells.
  ///
  /// The records tell before the comment does, since anybody can change a comment. Of a record only
  /// the protected header is read, so damage elsewhere does not hide what it is.
  public init?(beginning bytes: [UInt8]) {
    var reader = ContainerReader()
    guard var lines = try? reader.read(bytes) else { return nil }
    if let last = reader.finish() { lines.append(last) }
    for line in lines where line.kind == .record {
      if let envelope = RecordEnvelope(line: line.bytes) {
        self = envelope.kind
        return
      }
    }
    let stated = lines.lazy.filter { $0.kind == .comment }
      .compactMap { SyncFileKind(comment: $0.bytes) }.first
    guard let stated else { return nil }
    self = stated
  }
}

/// What the outside of a record says, without any key.
public struct RecordEnvelope: Hashable, Sendable {
  /// The kind of file that it belongs to.
  public let kind: SyncFileKind
  /// The thumbprint of the key that it is sealed or signed with, where it names one.
  public let key: String?

  /// The envelope of a record; `nil` for a line that begins like none.
  public init?(line: [UInt8]) {
    guard let first = line.split(separator: UInt8(ascii: "."), maxSplits: 1).first,
      first.count <= 8192, let header = Base64URL.decode(first),
      case .object(let object)? = try? JSONReader.value(header)
    else { return nil }
    switch (object["alg"], object["typ"]) {
    case (.string("ECDH-ES")?, _): kind = .visitLog
    case (.string("dir")?, _): kind = .tripPack
    case (.string("ES256")?, .string("rounds-receipt")?): kind = .receipt
    default: return nil
    }
    if case .string(let key)? = object["kid"] { self.key = key } else { key = nil }
  }
}
