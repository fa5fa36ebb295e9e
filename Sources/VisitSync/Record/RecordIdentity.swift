/// The name of a record: SHA-256 of the bytes of its JWS, base64url.
public struct RecordIdentity: Hashable, Sendable {
  /// 43 letters of base64url.
  public let text: String

  /// The identity of the record whose compact JWS is `signedText`.
  public init(of signedText: [UInt8]) { text = Fingerprint.text(signedText) }

  /// The identity written `text`; `nil` unless it stands for 32 bytes.
  public init?(_ text: String) {
    guard Base64URL.decode(text.utf8)?.count == 32 else { return nil }
    self.text = text
  }

  /// The first forty bits as eight digits people can compare, `7K2M-Q9TD`.
  public var headCode: String {
    Crockford.grouped(
      Crockford.leadingDigits(Base64URL.decode(text.utf8) ?? [], count: 8))
  }
}

extension RecordIdentity: Comparable, CustomStringConvertible {
  /// Orders by text, which means nothing but is the same everywhere.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  /// As files write it.
  public var description: String { text }
}

/// The name of an event: its record and its place in it, from 0; written `<record>#<index>`.
public struct EventIdentity: Hashable, Sendable {
  /// The record.
  public let record: RecordIdentity
  /// The place in the record's events, from 0.
  public let index: Int

  /// The event at `index` of `record`.
  public init(record: RecordIdentity, index: Int) {
    self.record = record
    self.index = index
  }

  /// The identity written `text`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 2, let record = RecordIdentity(String(parts[0])),
      let index = Int(parts[1]), index >= 0, String(index) == parts[1]
    else { return nil }
    self.init(record: record, index: index)
  }
}

extension EventIdentity: Comparable, CustomStringConvertible {
  /// Orders by text, which means nothing but is the same everywhere.
  public static func < (left: Self, right: Self) -> Bool {
    (left.record, left.index) < (right.record, right.index)
  }

  /// As files write it.
  public var description: String { "\(record)#\(index)" }
}
