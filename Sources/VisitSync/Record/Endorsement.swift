import FieldModel
import Quantities

/// The trip's word for a log: ES256 over `(trip, log, thumbprint)`, as a JWS with detached payload
/// (RFC 7515 appendix F).
///
/// The payload is the three texts with a line feed between. The header is `{"alg":"ES256"}` alone:
/// the trip says whose key it is, and the proof travels with every record.
enum Endorsement {
  private static let header = Base64URL.text(Array(#"{"alg":"ES256"}"#.utf8))

  /// The endorsement whose signature is written `signature`.
  static func text(signature: String) -> String { "\(header)..\(signature)" }

  /// The part of an endorsement behind its last point.
  static func signature(of endorsement: String) -> String {
    endorsement.lastIndex(of: ".").map { String(endorsement[$0...].dropFirst()) } ?? endorsement
  }

  /// The endorsement of the log key `key`, made with the trip's endorsing key.
  static func make(
    trip: Identifier<Trip>, log: Identifier<VisitLog>, key: PublicKey, endorsing: SigningKey
  ) throws(RecordFault) -> String {
    let compact = try SignedText.compact(
      payload(trip, log, key), key: endorsing, isNamed: false)
    return text(signature: signature(of: String(decoding: compact, as: UTF8.self)))
  }

  /// Refuses unless `endorsing` signed `endorsement` for this log and key.
  static func check(
    _ endorsement: String, trip: Identifier<Trip>, log: Identifier<VisitLog>, key: PublicKey,
    endorsing: PublicKey
  ) throws(RecordFault) {
    let parts = endorsement.utf8.split(
      separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty else { throw .unknownSender }
    let dot = [UInt8(ascii: ".")]
    let compact =
      Array(parts[0]) + dot + Base64URL.encode(payload(trip, log, key)) + dot + Array(parts[2])
    do throws(RecordFault) {
      try SignedText(compact).check(endorsing, isNamed: false)
    } catch {
      throw .unknownSender
    }
  }

  private static func payload(
    _ trip: Identifier<Trip>, _ log: Identifier<VisitLog>, _ key: PublicKey
  ) -> [UInt8] {
    Array("\(trip.text)\n\(log.text)\n\(key.thumbprint)".utf8)
  }
}
