import FieldModel
public import Quantities

/// The office's word for what it holds of a log; a device may delete only what it covers.
public struct Receipt: Hashable, Sendable {
  /// The log.
  public var log: Identifier<VisitLog>
  /// The last place up to which every record is held; −1 if the opening is missing.
  public var contiguous: Int64
  /// The record at that place.
  public var head: RecordIdentity?
  /// The digests of attachments that are whole.
  public var held: [String]
  /// The digests of attachments that are wanted again, whole.
  public var want: [String]

  /// The code that is printed on the crew's next sheet; `nil` without a head.
  public var headCode: String? { head?.headCode }
}

extension Receipt {
  /// The receipts for every log of `records`, in order of the logs' names.
  ///
  /// A log that forks has one for each branch, so that no device takes another's records for its
  /// own.
  public static func receipts(for records: RecordSet, state: FoldedState) -> [Receipt] {
    records.chains.flatMap { chain -> [Receipt] in
      let evidence = state.evidence.filter { $0.logs.contains(chain.log) }
      let held = evidence.filter { $0.status == .received }.map(\.digest)
      let want = evidence.filter { $0.status != .received }.map(\.digest)
      let heads = chain.contiguousHeads
      guard !heads.isEmpty else {
        return [Receipt(log: chain.log, contiguous: -1, head: nil, held: held, want: want)]
      }
      return heads.map { head in
        Receipt(
          log: chain.log, contiguous: head.sequence, head: head.identity, held: held, want: want)
      }
    }
  }
}

/// Writes and checks receipt files: one JWS of the office per line, with no personal data.
public enum ReceiptFile {
  private static let type = "rounds-receipt"

  /// The file that says `receipts`, signed with the office's key.
  public static func write(
    _ receipts: [Receipt], officeKey: OfficeKey
  ) throws(RecordFault) -> [UInt8] {
    var file = Array("# rounds receipt 1\n".utf8)
    for receipt in receipts {
      file += try SignedText.compact(receipt.json.text, type: type, key: officeKey.signing)
      file.append(0x0A)
    }
    return file
  }

  /// The receipts of `file`, each checked with the office's key.
  ///
  /// A line that does not hold is refused with its place, since a device deletes on its strength;
  /// an unfinished last line is left out.
  public static func read(
    _ file: [UInt8], office: OfficePublicKey
  ) throws(SyncFileError) -> [Receipt] {
    var reader = ContainerReader()
    var lines = try reader.read(file)
    if let last = reader.finish() { lines.append(last) }
    var receipts: [Receipt] = []
    for line in lines where line.kind != .empty && line.kind != .comment {
      do throws(RecordFault) {
        guard line.kind == .record else { throw .tooLong }
        let signed = try SignedText(line.bytes)
        guard signed.type == type else { throw .wrongMethod(field: "typ") }
        try signed.check(office.signing)
        let object = try readingObject(signed.payload)
        receipts.append(
          try readingRecord { () throws(FieldFault) in try Receipt(JSONFields(object)) })
      } catch {
        guard line.isTerminated else { continue }
        throw .line(number: line.number, offset: line.offset, error)
      }
    }
    return receipts
  }
}

extension Receipt {
  var json: JSONValue {
    .members([
      ("log", .string(log.text)), ("contiguous", .integer(contiguous)),
      ("head", head.map { .string($0.text) } ?? .null), ("held", .strings(held)),
      ("want", .strings(want)),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    log = Identifier(try fields.identifier("log"))
    contiguous = try fields.integer("contiguous", as: Int64.self, in: -1...(1 << 40))
    head = try fields.optionalString("head").map { text throws(FieldFault) in
      guard let identity = RecordIdentity(text) else { throw FieldFault(field: "head") }
      return identity
    }
    guard (head == nil) == (contiguous == -1) else { throw FieldFault(field: "head") }
    held = try fields.strings("held")
    want = try fields.strings("want")
  }
}
