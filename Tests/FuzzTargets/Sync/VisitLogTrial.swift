import VisitSync

/// Reads bytes as a visit log, or as one of the layers that its seals hide from a fuzzer.
///
/// The first byte chooses the layer; the others are what stands there. Signatures and seals around
/// it are made afterwards and are good.
public enum VisitLogTrial {
  /// What the bytes after the first are.
  public enum Layer: UInt8, CaseIterable, Sendable {
    /// A whole file.
    case file
    /// The JSON of a record, inside a good signature.
    case record
    /// A header up to the first line feed and a payload, well signed.
    case signature
    /// What an opened seal inflates to.
    case signedText
    /// What an opened seal holds before it is inflated.
    case deflated
    /// The header of a seal around a good record.
    case sealHeader
  }

  /// The layer that an input's first byte chooses.
  public static func layer(_ first: UInt8) -> Layer {
    Layer.allCases[Int(first) % Layer.allCases.count]
  }

  /// Feeds `input` to its layer.
  @discardableResult
  public static func run(_ input: [UInt8]) -> SyncOutcome {
    guard let world = SyncFuzzWorld.shared else { return .broken("the world cannot be made") }
    let bytes = Array(input.dropFirst())
    do throws(RecordFault) {
      switch layer(input.first ?? 0) {
      case .file: return file(bytes, world)
      case .record:
        let header = SyncFuzzWorld.header(world.logKey)
        return try verify(SyncLayers.signed(bytes, header: header, key: world.logKey), world)
      case .signature:
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
        let payload = Array(bytes[end...].dropFirst())
        return try verify(
          SyncLayers.signed(payload, header: Array(bytes[..<end]), key: world.logKey), world)
      case .signedText: return try verify(bytes, world)
      case .deflated: return try verify(SyncLayers.inflated(bytes), world)
      case .sealHeader:
        let content = try SyncLayers.deflated(world.opening)
        return file(try world.sealed(deflated: content, header: bytes), world)
      }
    } catch {
      return .refused(error.code)
    }
  }

  /// Verifies a compact JWS, and takes what came of it through the fold.
  private static func verify(
    _ signedText: [UInt8], _ world: SyncFuzzWorld
  ) throws(RecordFault) -> SyncOutcome {
    var verifier = world.verifier
    let signed = try verifier.verify(signedText: signedText)
    guard (try? SignedRecord(storedText: signed.signedText))?.record == signed.record else {
      return .broken("a record is not read back from the store as it was")
    }
    guard (try? SyncLayers.record(SyncLayers.text(signed.record))) == signed.record else {
      return .broken("a record is not written as it was read")
    }
    return fold([world.opened, signed])
  }

  /// Folds `records` forwards and backwards, which must be the same.
  private static func fold(_ records: [SignedRecord]) -> SyncOutcome {
    let set = RecordSet(records)
    let state = FoldedState(set)
    guard state.digest == FoldedState(RecordSet(records.reversed())).digest else {
      return .broken("the order of records shows in the state")
    }
    _ = Receipt.receipts(for: set, state: state)
    return .taken(set.count)
  }

  /// Reads a file at once and in pieces, which must be the same.
  private static func file(_ bytes: [UInt8], _ world: SyncFuzzWorld) -> SyncOutcome {
    let whole = read(bytes, chunk: max(1, bytes.count), world)
    let pieces = read(bytes, chunk: 1 + bytes.count % 97, world)
    guard whole.records == pieces.records, whole.report == pieces.report else {
      return .broken("the size of pieces shows in the report")
    }
    let report = whole.report
    for refused in report.quarantine where !refused.bytes.isEmpty {
      let start = Int(refused.offset)
      guard bytes[start...].starts(with: refused.bytes) else {
        return .broken("a quarantined line is not what stood there")
      }
    }
    if whole.records.isEmpty {
      return .refused((report.quarantine.first ?? report.tornTail)?.fault.code ?? "empty")
    }
    return fold(whole.records)
  }

  private static func read(
    _ bytes: [UInt8], chunk: Int, _ world: SyncFuzzWorld
  ) -> (records: [SignedRecord], report: VisitLogReport) {
    var reader = VisitLogReader(officeKeys: [world.office], trips: [world.pack.knownTrip])
    var records: [SignedRecord] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      let piece = Array(bytes[start..<min(start + chunk, bytes.count)])
      records += (try? reader.read(piece)) ?? []
    }
    let (last, report) = reader.finish()
    return (records + last, report)
  }
}
