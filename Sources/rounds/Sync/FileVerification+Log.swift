import Briefing
import FieldModel
import Foundation
import Quantities
import VisitSync

extension FileVerification {
  /// Reads a log as a stream, so that memory does not grow with it.
  func verifyLog(_ url: URL, _ verdict: inout FileVerdict) throws {
    let handle = try InputFile.open(url, terminal: terminal)
    defer { try? handle.close() }
    var reader = VisitLogReader(officeKeys: keys, trips: trips)
    // Stubs alone, so that memory does not grow with what the records hold.
    var stubs = RecordSet()
    var closed: Set<Identifier<VisitLog>> = []
    func note(_ records: [SignedRecord]) {
      for record in records {
        verdict.records += 1
        stubs.insert(erased: record.stub)
        for event in record.record.events {
          verdict.events += 1
          switch event.body {
          case .unknown: verdict.unknownEvents += 1
          case .logClosed: closed.insert(record.record.log)
          default: break
          }
        }
      }
    }
    do {
      while let chunk = try handle.read(upToCount: LogImport.chunk), !chunk.isEmpty {
        note(try reader.read([UInt8](chunk)))
      }
    } catch let error as SyncFileError {
      verdict.faults.append(fault(error))
    }
    let (last, report) = reader.finish()
    note(last)
    verdict.bytes = Int(report.bytes)
    verdict.lines = report.lines
    verdict.isOpened = !keys.isEmpty
    verdict.logs = stubs.chains.map { log($0, isClosed: closed.contains($0.log)) }
    for line in report.quarantine {
      // Without any key a sealed line is no fault; it only stays shut.
      if keys.isEmpty, case .keyNotHeld = line.fault {
        verdict.records += 1
      } else {
        verdict.faults.append(fault(line, isTornTail: false))
      }
    }
    if let tail = report.tornTail { verdict.faults.append(fault(tail, isTornTail: true)) }
  }

  private func log(_ chain: LogChain, isClosed: Bool) -> FileVerdict.Log {
    FileVerdict.Log(
      log: chain.log.text, trips: Set(chain.records.map(\.trip.text)).sorted(),
      records: chain.records.count, last: Int(chain.lastSequence), isClosed: isClosed,
      gaps: chain.gaps.map { [Int($0.lowerBound), Int($0.upperBound)] },
      forks: chain.forks.map { Int($0) }, headCodes: chain.contiguousHeads.map(\.identity.headCode))
  }
}
