/// Why one record was not taken, each case with a stable code.
public enum RecordFault: Error, Hashable, Sendable {
  /// The line is longer than a record may be.
  case tooLong
  /// The line is not a compact serialization: wrong number of parts or letters outside base64url.
  case notCompact
  /// The header is not JSON of the known form; the field that is wrong.
  case malformedHeader(field: String)
  /// The header names another method than this kind of file uses; the header field.
  case wrongMethod(field: String)
  /// The header has a `crit` member, which this version cannot honour.
  case criticalHeader
  /// It was sealed to a key that the reader does not hold; the thumbprint named.
  case keyNotHeld(String)
  /// The key agreement or the authentication tag failed: damaged, forged or another key.
  case notDecryptable
  /// It does not inflate to the end, or has bytes after it.
  case damagedCompression
  /// It inflates to more than a record may hold.
  case inflatesTooFar
  /// The signature does not fit the text and the key.
  case badSignature
  /// The signing key is not the key that the record's log was opened with.
  case wrongSigner
  /// No trip of this office endorsed the log.
  case unknownSender
  /// The log's opening record has not been seen and the record does not carry the endorsement.
  case awaitingOpening
  /// It was written in a later version of the format, the number given.
  case newerVersion(Int64)
  /// The text inside is not JSON within bounds.
  case malformedJSON(JSONFault)
  /// The JSON lacks a field or holds it in another form.
  case malformedRecord(field: String)

  /// A short word for machines, never changed.
  public var code: String {
    switch self {
    case .tooLong: "too-long"
    case .notCompact: "not-compact"
    case .malformedHeader: "malformed-header"
    case .wrongMethod: "wrong-method"
    case .criticalHeader: "critical-header"
    case .keyNotHeld: "key-not-held"
    case .notDecryptable: "not-decryptable"
    case .damagedCompression: "damaged-compression"
    case .inflatesTooFar: "inflates-too-far"
    case .badSignature: "bad-signature"
    case .wrongSigner: "wrong-signer"
    case .unknownSender: "unknown-sender"
    case .awaitingOpening: "awaiting-opening"
    case .newerVersion: "newer-version"
    case .malformedJSON: "malformed-json"
    case .malformedRecord: "malformed-record"
    }
  }
}

/// Runs `read`, turning a missing field into a malformed record.
func readingRecord<Value>(
  _ read: () throws(FieldFault) -> Value
) throws(RecordFault) -> Value {
  do throws(FieldFault) {
    return try read()
  } catch {
    throw .malformedRecord(field: error.field)
  }
}

/// Runs `read`, turning a missing field into a malformed header.
func readingHeader<Value>(
  _ read: () throws(FieldFault) -> Value
) throws(RecordFault) -> Value {
  do throws(FieldFault) {
    return try read()
  } catch {
    throw .malformedHeader(field: error.field)
  }
}

/// The object that `text` holds.
func readingObject(_ text: [UInt8]) throws(RecordFault) -> JSONObject {
  do throws(JSONFault) {
    guard case .object(let object) = try JSONReader.value(text) else {
      throw JSONFault(kind: .syntax, offset: 0)
    }
    return object
  } catch {
    throw .malformedJSON(error)
  }
}
