import Briefing
import FieldModel
import Foundation
import Quantities
import VisitSync

/// Looks into sync files with the keys that are here, and changes nothing.
struct FileVerification {
  let terminal: Terminal
  /// The office's keys; empty without a workspace.
  var keys: [OfficeKey] = []
  /// The trips that were sent out.
  var trips: [KnownTrip] = []
  /// The day keys that are known.
  var dayKeys: [DayKey] = []

  /// What is in the file at `url`.
  ///
  /// - Throws: ``CommandFailure`` when it cannot be read at all.
  func verify(_ url: URL) throws -> FileVerdict {
    let handle = try InputFile.open(url, terminal: terminal)
    let first = try handle.read(upToCount: 1 << 20) ?? Data()
    try handle.close()
    guard let kind = SyncFileKind(beginning: [UInt8](first)) else {
      var verdict = FileVerdict(file: url.path, kind: nil)
      verdict.bytes = first.count
      return verdict
    }
    var verdict = FileVerdict(file: url.path, kind: kind.rawValue)
    switch kind {
    case .visitLog: try verifyLog(url, &verdict)
    case .tripPack: try verifyPack(try InputFile.read(url, terminal: terminal), &verdict)
    case .receipt: try verifyReceipt(try InputFile.read(url, terminal: terminal), &verdict)
    }
    return verdict
  }

  // MARK: Trip packs

  private func verifyPack(_ bytes: [UInt8], _ verdict: inout FileVerdict) throws {
    let envelopes = try outsides(bytes, of: .tripPack, &verdict)
    let names = Set(envelopes.compactMap(\.key))
    guard let key = dayKeys.first(where: { names.contains($0.thumbprint) }) else { return }
    verdict.isOpened = true
    do {
      let pack = try TripPackFile.read(bytes, dayKey: key)
      verdict.pack = FileVerdict.Pack(
        trip: pack.trip.text, plan: pack.plan, crew: pack.crew.text, date: "\(pack.date)",
        stops: pack.stops.count, checklists: pack.checklists.count)
    } catch {
      verdict.faults.append(fault(error))
    }
  }

  // MARK: Receipts

  private func verifyReceipt(_ bytes: [UInt8], _ verdict: inout FileVerdict) throws {
    _ = try outsides(bytes, of: .receipt, &verdict)
    var last: SyncFileError?
    for key in keys.reversed() {
      do {
        let receipts = try ReceiptFile.read(bytes, office: key.publicKey)
        verdict.isOpened = true
        verdict.confirmations = receipts.map {
          FileVerdict.Confirmation(
            log: $0.log.text, contiguous: Int($0.contiguous), headCode: $0.headCode,
            held: $0.held.count, want: $0.want)
        }
        return
      } catch {
        // Another key of the office may have signed; the fault with the right one counts.
        if case .line(_, _, .wrongSigner) = error, last != nil { continue }
        last = error
      }
    }
    if let last { verdict.faults.append(fault(last)) }
  }

  // MARK: What both have in common

  /// The outsides of the records of a file that is read whole; other lines become faults.
  private func outsides(
    _ bytes: [UInt8], of kind: SyncFileKind, _ verdict: inout FileVerdict
  ) throws -> [RecordEnvelope] {
    var reader = ContainerReader()
    var lines = try reader.read(bytes)
    if let tail = reader.finish() { lines.append(tail) }
    verdict.bytes = bytes.count
    verdict.lines = lines.count
    var envelopes: [RecordEnvelope] = []
    for line in lines where line.kind != .empty && line.kind != .comment {
      let envelope = RecordEnvelope(line: line.bytes)
      guard let envelope, envelope.kind == kind, line.isTerminated else {
        let isOther = envelope != nil && line.isTerminated
        let found: RecordFault = isOther ? .wrongMethod(field: "alg") : .notCompact
        let refused = QuarantinedLine(line, line.kind == .tooLong ? .tooLong : found)
        verdict.faults.append(fault(refused, isTornTail: !line.isTerminated))
        continue
      }
      verdict.records += 1
      envelopes.append(envelope)
    }
    return envelopes
  }

  func fault(_ line: QuarantinedLine, isTornTail: Bool) -> FileVerdict.Fault {
    FileVerdict.Fault(
      line: line.number, byteOffset: Int(line.offset), length: Int(line.length),
      code: line.fault.code, statement: terminal.phrases.statement(of: line.diagnostic),
      isTornTail: isTornTail)
  }

  func fault(_ error: SyncFileError) -> FileVerdict.Fault {
    var place = (line: 0, offset: 0, code: error.diagnostic.code)
    if case .line(let number, let offset, let fault) = error {
      place = (number, Int(offset), fault.code)
    }
    return FileVerdict.Fault(
      line: place.line, byteOffset: place.offset, length: 0, code: place.code,
      statement: terminal.statement(of: error), isTornTail: false)
  }
}
