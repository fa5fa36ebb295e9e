public import FieldModel

/// A line that was not taken, kept byte for byte, and why.
public struct QuarantinedLine: Hashable, Sendable {
  /// The line, from 1.
  public let number: Int
  /// Bytes of the file before the line.
  public let offset: Int64
  /// How many bytes it has.
  public let length: Int64
  /// The bytes; empty where they are too many to keep.
  public let bytes: [UInt8]
  /// Why it was not taken.
  public let fault: RecordFault
}

extension QuarantinedLine {
  /// `line`, which was not taken for `fault`.
  public init(_ line: ContainerLine, _ fault: RecordFault) {
    self.init(
      number: line.number, offset: line.offset, length: line.length, bytes: line.bytes,
      fault: fault)
  }

  /// The line as a remark of the import: its number, the fault's code behind `sync-`, the offset.
  public var diagnostic: Diagnostic {
    Diagnostic(
      .error, "sync-\(fault.code)", line: number, found: "byte \(offset), \(length) bytes",
      advice: fault.advice)
  }
}

extension RecordFault {
  /// What a person can do about it, as a hint's code.
  public var advice: String {
    switch self {
    case .tooLong, .notCompact, .malformedHeader, .notDecryptable, .damagedCompression,
      .inflatesTooFar, .badSignature, .malformedJSON, .malformedRecord:
      "ask-for-another-copy"
    case .wrongMethod: "check-kind-of-file"
    case .criticalHeader, .newerVersion: "update-program"
    case .keyNotHeld: "restore-office-key"
    case .wrongSigner, .unknownSender: "check-sender"
    case .awaitingOpening: "import-start-of-log"
    }
  }
}
