import FieldModel
import Quantities

/// Writes and reads a trip pack: sealed with the day key, signed by the office.
///
/// Part 0 holds the head, later parts hold stops and checklists; every part says how many there
/// are, so that a cut file is told from a whole one.
public enum TripPackFile {
  /// The `typ` of a part's signature.
  static let type = "rounds-pack"
  /// How many stops one part holds.
  private static let stopsInPart = 40

  /// The file of `pack`, sealed with `dayKey`.
  ///
  /// - Throws: a fault if a part grows beyond the limits or `officeKey` is not the pack's.
  public static func write(
    _ pack: TripPack, dayKey: DayKey, officeKey: OfficeKey,
    using generator: inout some RandomNumberGenerator
  ) throws(RecordFault) -> [UInt8] {
    guard officeKey.publicKey == pack.office else { throw .wrongSigner }
    var contents: [(String, JSONValue)] = [("head", pack.headJSON)]
    for start in stride(from: 0, to: pack.stops.count, by: stopsInPart) {
      let stops = pack.stops[start..<min(start + stopsInPart, pack.stops.count)]
      contents.append(("stops", .array(stops.map(\.json))))
    }
    for checklist in pack.checklists { contents.append(("checklist", checklist.json)) }
    var file = Array("# rounds trip 1\n".utf8)
    for (number, content) in contents.enumerated() {
      let part = JSONValue.members([
        ("v", .integer(VisitRecord.version)), ("trip", .string(pack.trip.text)),
        ("part", .integer(Int64(number))), ("parts", .integer(Int64(contents.count))),
        (content.0, content.1),
      ])
      let signed = try SignedText.compact(part.text, type: type, key: officeKey.signing)
      file += try SealedText.compact(signed, with: dayKey, using: &generator)
      file.append(0x0A)
    }
    return file
  }

  /// The pack that `file` holds.
  ///
  /// The day key vouches for the file; the signature is checked with the office key it holds, and
  /// that key against `office` where the reader knows it.
  public static func read(
    _ file: [UInt8], dayKey: DayKey, office: OfficePublicKey? = nil
  ) throws(SyncFileError) -> TripPack {
    var reader = ContainerReader()
    var lines = try reader.read(file)
    if let last = reader.finish() { lines.append(last) }
    lines.removeAll { $0.kind == .empty || $0.kind == .comment }
    guard !lines.isEmpty else { throw .empty }
    var parts: [Int: Part] = [:]
    var tail: SyncFileError?
    for line in lines {
      do throws(RecordFault) {
        guard line.kind == .record else { throw .tooLong }
        let part = try Part(line.bytes, dayKey: dayKey)
        parts[part.number] = part
      } catch {
        let fault = SyncFileError.line(number: line.number, offset: line.offset, error)
        guard !line.isTerminated else { throw fault }
        tail = fault
      }
    }
    guard let count = parts.values.map(\.count).max() else { throw tail ?? .empty }
    return try assemble(parts, count: count, office: office)
  }

  private static func assemble(
    _ parts: [Int: Part], count: Int, office: OfficePublicKey?
  ) throws(SyncFileError) -> TripPack {
    guard parts.count == count, let first = parts[0] else {
      throw .incomplete(found: parts.count, of: count)
    }
    do throws(RecordFault) {
      var pack = try readingRecord { () throws(FieldFault) in
        try TripPack(trip: first.trip, head: try first.fields.object("head"))
      }
      if let office, pack.office != office { throw RecordFault.wrongSigner }
      for number in 0..<count {
        guard let part = parts[number], part.trip == pack.trip, part.count == count else {
          throw RecordFault.malformedRecord(field: "trip")
        }
        try part.signed.check(pack.office.signing)
        try readingRecord { () throws(FieldFault) in try part.add(to: &pack) }
      }
      return pack
    } catch {
      throw .line(number: 0, offset: 0, error)
    }
  }
}

/// One line of a trip pack, opened.
private struct Part {
  let signed: SignedText
  let fields: JSONFields
  let trip: Identifier<Trip>
  let number: Int
  let count: Int

  init(_ line: [UInt8], dayKey: DayKey) throws(RecordFault) {
    let sealed = try SealedText(line)
    guard sealed.method == .direct else { throw .wrongMethod(field: "alg") }
    guard sealed.recipient == dayKey.thumbprint else { throw .keyNotHeld(sealed.recipient) }
    let signed = try SignedText(try sealed.open(dayKey))
    guard signed.type == TripPackFile.type else { throw .wrongMethod(field: "typ") }
    let fields = JSONFields(try readingObject(signed.payload))
    self.signed = signed
    self.fields = fields
    (trip, number, count) = try readingRecord { () throws(FieldFault) in
      let count = try fields.integer("parts", as: Int.self, in: 1...10_000)
      return (
        Identifier<Trip>(try fields.identifier("trip")),
        try fields.integer("part", as: Int.self, in: 0...(count - 1)), count
      )
    }
    let version = try readingRecord { () throws(FieldFault) in try fields.integer("v") }
    guard version == VisitRecord.version else { throw .newerVersion(version) }
  }

  func add(to pack: inout TripPack) throws(FieldFault) {
    if fields.object["stops"] != nil {
      for stop in try fields.objects("stops") { pack.stops.append(try PackStop(stop)) }
    }
    if let checklist = try fields.optionalObject("checklist") {
      pack.checklists.append(try PackChecklist(checklist))
    }
  }
}
