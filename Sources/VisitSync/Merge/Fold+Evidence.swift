import Quantities

extension Fold {
  private struct Piece {
    let event: LocatedEvent
    let part: EvidencePart
  }

  /// Derives which attachments are there.
  mutating func foldEvidence() {
    var announced: [String: [LocatedEvent]] = [:]
    var pieces: [String: [Piece]] = [:]
    for event in events {
      switch event.body {
      case .evidenceAttached(let evidence):
        announced[evidence.digest, default: []].append(event)
      case .evidencePart(let part):
        pieces[part.digest, default: []].append(Piece(event: event, part: part))
      default: break
      }
    }
    for digest in Set(announced.keys).union(pieces.keys).sorted() {
      let parts = pieces[digest] ?? []
      let (status, missing) = Self.status(digest, parts)
      let sources = (announced[digest] ?? []) + parts.map(\.event)
      if status == .corrupt {
        review(.corruptEvidence, digest, "", sources.map(\.identity))
      }
      state.evidence.append(
        EvidenceState(
          digest: digest, status: status, events: sources.map(\.identity).sorted(),
          logs: Set((announced[digest] ?? []).map(\.log)).sorted(), missingParts: missing))
    }
  }

  /// Tries the parts of each log by themselves, then all together.
  private static func status(
    _ digest: String, _ pieces: [Piece]
  ) -> (EvidenceStatus, missing: [Int]) {
    guard !pieces.isEmpty else { return (.expected, []) }
    // Files cut into another number of parts do not mix.
    let cuts = Dictionary(grouping: pieces, by: \.part.parts).sorted { $0.key < $1.key }
    var missing: [Int]?
    for (count, pieces) in cuts {
      let there = Set(pieces.map(\.part.part))
      let absent = (0..<count).filter { !there.contains($0) }
      if missing.map({ absent.count < $0.count }) ?? true { missing = absent }
      guard absent.isEmpty else { continue }
      let ofLog = Dictionary(grouping: pieces, by: \.event.log).sorted { $0.key < $1.key }
      if (ofLog.map(\.value) + [pieces]).contains(where: { isWhole(digest, $0, of: count) }) {
        return (.received, [])
      }
    }
    return (missing?.isEmpty ?? true ? .corrupt : .expected, missing ?? [])
  }

  /// How many ways of putting differing copies of parts together are tried.
  private static let attempts = 64

  /// Whether one copy of each of `count` parts, put together, has the digest.
  ///
  /// A part that came damaged and was sent again is there twice; later copies are tried first, and
  /// of several such parts every combination up to ``attempts``.
  private static func isWhole(_ digest: String, _ pieces: [Piece], of count: Int) -> Bool {
    var copies = [[[UInt8]]](repeating: [], count: count)
    for piece in pieces.reversed() where !copies[piece.part.part].contains(piece.part.data) {
      copies[piece.part.part].append(piece.part.data)
    }
    guard copies.allSatisfy({ !$0.isEmpty }) else { return false }
    for attempt in 0..<attempts {
      var rest = attempt
      let whole = copies.flatMap { copies in
        defer { rest /= copies.count }
        return copies[rest % copies.count]
      }
      if rest > 0 { return false }
      if Fingerprint.text(whole) == digest { return true }
    }
    return false
  }
}
