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
    let ofLog = Dictionary(grouping: pieces, by: \.event.log)
    let attempts = ofLog.sorted { $0.key < $1.key }.map(\.value) + [pieces]
    var isComplete = false
    for attempt in attempts {
      for (count, parts) in Dictionary(grouping: attempt.map(\.part), by: \.parts) {
        let ofNumber = Dictionary(grouping: parts, by: \.part)
        guard ofNumber.count == count else { continue }
        isComplete = true
        let whole = (0..<count).flatMap { ofNumber[$0]?.first?.data ?? [] }
        if Fingerprint.text(whole) == digest { return (.received, []) }
      }
    }
    if isComplete { return (.corrupt, []) }
    let count = pieces.map(\.part.parts).max() ?? 0
    let there = Set(pieces.map(\.part.part))
    return (.expected, (0..<count).filter { !there.contains($0) })
  }
}
