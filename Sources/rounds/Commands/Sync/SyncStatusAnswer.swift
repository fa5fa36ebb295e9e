import OfficeStore
import Quantities
import VisitSync

extension SyncStatusCommand {
  /// What is here and what is missing, for programs.
  struct Answer: Encodable {
    struct Log: Encodable {
      let log: String
      let trips: [String]
      let records: Int
      let complete: Bool
      let gaps: [[Int64]]
      let forks: [Int64]
      let headCodes: [String]
      let erased: Int

      init(_ state: LogState) {
        log = state.chain.log.text
        trips = state.trips.map(\.text)
        records = state.chain.records.count
        complete = state.isComplete
        gaps = state.chain.gaps.map { [$0.lowerBound, $0.upperBound] }
        forks = state.chain.forks
        headCodes = state.chain.contiguousHeads.map(\.identity.headCode)
        erased = state.erased
      }
    }

    struct Attachment: Encodable {
      let sha256: String
      let status: String
      let missingParts: [Int]
      let logs: [String]

      init(_ state: EvidenceState) {
        sha256 = state.digest
        status = state.status.rawValue
        missingParts = state.missingParts
        logs = state.logs.map(\.text)
      }
    }

    struct Rollback: Encodable {
      let log: String
      let presented: Int
      let known: Int
      let noticedAt: String

      init(_ rollback: StoredRollback) {
        log = rollback.log
        presented = rollback.presented
        known = rollback.known
        noticedAt = rollback.noticedAt.description
      }
    }

    struct Line: Encodable {
      let file: String
      let line: Int
      let byteOffset: Int
      let bytes: Int
      let code: String

      init(_ line: OfficeStore.QuarantinedLine) {
        file = line.fileDigest
        self.line = line.line
        byteOffset = line.byteOffset
        bytes = line.body.count
        code = line.reason
      }
    }

    let digest: String
    let visits: Int
    let events: Int
    let logs: [Log]
    let reviews: [ReviewAnswer]
    let proposals: [ReviewAnswer]
    let settled: Int
    let attachments: [Attachment]
    let want: [String]
    let rollbacks: [Rollback]
    let erased: Int
    let quarantined: Int
    let quarantine: [Line]
  }
}
