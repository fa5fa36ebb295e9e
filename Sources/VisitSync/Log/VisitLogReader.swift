import FieldModel
public import Quantities

/// The newest record of a log that a file holds.
public struct LogHead: Hashable, Sendable {
  /// The log.
  public let log: Identifier<VisitLog>
  /// Its place in the log.
  public let sequence: Int64
  /// Its name; of several at the same place the smallest.
  public let identity: RecordIdentity
}

/// What was found in a file besides its records.
public struct VisitLogReport: Hashable, Sendable {
  /// How many lines there were, empty ones and comments included.
  public var lines = 0
  /// How many records were accepted, repeated ones included.
  public var records = 0
  /// How many bytes the file has.
  public var bytes: Int64 = 0
  /// The lines that were not taken, in order of their number; at most
  /// ``SyncLimits/quarantinedLines``.
  public var quarantine: [QuarantinedLine] = []
  /// How many more lines were not taken.
  public var unlistedQuarantine = 0
  /// The unfinished last line, if there is one: the writer was interrupted or the file was cut.
  public var tornTail: QuarantinedLine?
  /// The newest record of each log, in order of the logs' names.
  public var heads: [LogHead] = []
}

/// Reads visit logs in chunks: verified records out, everything else listed.
///
/// Memory does not grow with the file. The order of lines does not matter: a record whose log is
/// not known yet is held back until the end of the file.
public struct VisitLogReader: Sendable {
  private var container = ContainerReader()
  private var verifier: RecordVerifier
  private var waiting: [ContainerLine] = []
  private var waitingBytes = 0
  private var quarantinedBytes = 0
  private var heads: [Identifier<VisitLog>: LogHead] = [:]
  private var report = VisitLogReport()

  /// A reader that opens with `officeKeys` and takes only logs of `trips`.
  public init(officeKeys: [OfficeKey], trips: [KnownTrip]) {
    verifier = RecordVerifier(officeKeys: officeKeys, trips: trips)
  }

  /// The records on the lines that end in `chunk`, in order.
  ///
  /// All of them are in memory at once, and a line of four kibibytes may hold a record of four
  /// mebibytes: where senders are not trusted, smaller chunks bound it.
  public mutating func read(_ chunk: [UInt8]) throws(SyncFileError) -> [SignedRecord] {
    var records: [SignedRecord] = []
    for line in try container.read(chunk) { take(line, OpenedLine(line, verifier), into: &records) }
    return records
  }

  /// The records on the lines that end in `chunk`, in order, opened on so many processors at once.
  ///
  /// The records, their order and the report are the same for any number of lanes. Chunks of a
  /// mebibyte or more are worth it.
  public mutating func read(
    _ chunk: [UInt8], lanes: Int
  ) async throws(SyncFileError) -> [SignedRecord] {
    let lines = try container.read(chunk)
    let opened = await Self.open(lines, verifier, lanes: max(1, lanes))
    var records: [SignedRecord] = []
    for (line, opened) in zip(lines, opened) { take(line, opened, into: &records) }
    return records
  }

  /// The last records, and what was found besides records.
  ///
  /// Call it once, after the last chunk.
  public mutating func finish() -> (records: [SignedRecord], report: VisitLogReport) {
    var records: [SignedRecord] = []
    if let line = container.finish() { take(line, OpenedLine(line, verifier), into: &records) }
    let held = waiting
    waiting = []
    for line in held { take(line, OpenedLine(line, verifier), isLast: true, into: &records) }
    report.bytes = container.bytesRead
    report.heads = heads.values.sorted { $0.log < $1.log }
    report.quarantine.sort { $0.number < $1.number }
    return (records, report)
  }

  private mutating func take(
    _ line: ContainerLine, _ opened: OpenedLine, isLast: Bool = false,
    into records: inout [SignedRecord]
  ) {
    if !isLast { report.lines += 1 }
    do throws(RecordFault) {
      let record: SignedRecord
      switch opened {
      case .noRecord: return
      case .refused(let fault): throw fault
      case .record(let opened): record = try verifier.accept(opened)
      case .postponed: record = try verifier.verify(line.bytes)
      }
      report.records += 1
      note(record)
      records.append(record)
    } catch .awaitingOpening
      where !isLast
      && waitingBytes + line.bytes.count <= SyncLimits.quarantinedBytes
    {
      waitingBytes += line.bytes.count
      waiting.append(line)
    } catch {
      refuse(line, error)
    }
  }

  private mutating func refuse(_ line: ContainerLine, _ fault: RecordFault) {
    let fits = quarantinedBytes + line.bytes.count <= SyncLimits.quarantinedBytes
    let refused = QuarantinedLine(
      number: line.number, offset: line.offset, length: line.length,
      bytes: fits ? line.bytes : [], fault: fault)
    if !line.isTerminated, fault.suggestsTornLine {
      report.tornTail = refused
    } else if report.quarantine.count < SyncLimits.quarantinedLines {
      if fits { quarantinedBytes += line.bytes.count }
      report.quarantine.append(refused)
    } else {
      report.unlistedQuarantine += 1
    }
  }

  private mutating func note(_ record: SignedRecord) {
    let head = LogHead(
      log: record.record.log, sequence: record.record.sequence, identity: record.identity)
    if let known = heads[head.log],
      (known.sequence, head.identity) >= (head.sequence, known.identity)
    {
      return
    }
    heads[head.log] = head
  }
}

extension RecordFault {
  /// Whether a line that was cut fails like this: it lacks a part, or letters of its last one.
  fileprivate var suggestsTornLine: Bool { self == .notCompact || self == .tooLong }
}
