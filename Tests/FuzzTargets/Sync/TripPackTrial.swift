import Quantities
import VisitSync

/// Reads bytes as a trip pack, a receipt or a typed day key, or as what stands inside their seals.
///
/// The first byte chooses the layer; the others are what stands there.
public enum TripPackTrial {
  /// What the bytes after the first are.
  public enum Layer: UInt8, CaseIterable, Sendable {
    /// A whole pack.
    case pack
    /// The JSON of parts, one on each line, inside good signatures and seals.
    case parts
    /// A whole receipt file.
    case receiptFile
    /// The JSON of receipts, one on each line, inside good signatures.
    case receipts
    /// What somebody typed for a day key.
    case dayKey
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
      case .pack: return pack(bytes, world)
      case .parts:
        return pack(
          try lines(bytes) { line throws(RecordFault) in try world.packLine(line) }, world)
      case .receiptFile: return receipts(bytes, world)
      case .receipts:
        return receipts(
          try lines(bytes) { line throws(RecordFault) in try world.receiptLine(line) }, world)
      case .dayKey: return dayKey(bytes)
      }
    } catch {
      return .refused(error.code)
    }
  }

  /// Each line of `bytes`, at most eight, turned into one of a file.
  private static func lines(
    _ bytes: [UInt8], _ line: ([UInt8]) throws(RecordFault) -> [UInt8]
  ) throws(RecordFault) -> [UInt8] {
    var file: [UInt8] = []
    for text in bytes.split(separator: 0x0A, maxSplits: 8) {
      file += try line(Array(text)) + [0x0A]
    }
    return file
  }

  /// Reads a pack; one that opens must be written and read back as it is.
  private static func pack(_ file: [UInt8], _ world: SyncFuzzWorld) -> SyncOutcome {
    let pack: TripPack
    do throws(SyncFileError) {
      pack = try TripPackFile.read(file, dayKey: world.dayKey, office: world.office.publicKey)
    } catch {
      return .refused(code(error))
    }
    var chance = SeededGenerator(seed: 1)
    guard
      let again = try? TripPackFile.write(
        pack, dayKey: world.dayKey, officeKey: world.office, using: &chance),
      (try? TripPackFile.read(again, dayKey: world.dayKey)) == pack
    else { return .broken("a pack is not written as it was read") }
    return .taken(pack.stops.count)
  }

  /// Reads a receipt file; one that holds must be written and read back as it is.
  private static func receipts(_ file: [UInt8], _ world: SyncFuzzWorld) -> SyncOutcome {
    let office = world.office.publicKey
    let receipts: [Receipt]
    do throws(SyncFileError) {
      receipts = try ReceiptFile.read(file, office: office)
    } catch {
      return .refused(code(error))
    }
    guard let again = try? ReceiptFile.write(receipts, officeKey: world.office),
      (try? ReceiptFile.read(again, office: office)) == receipts
    else { return .broken("a receipt is not written as it was read") }
    return .taken(receipts.count)
  }

  /// Reads a typed day key; its own code must name it again.
  private static func dayKey(_ bytes: [UInt8]) -> SyncOutcome {
    guard let key = DayKey(code: String(decoding: bytes, as: UTF8.self)) else {
      return .refused("day-key")
    }
    return DayKey(code: key.code) == key ? .taken(1) : .broken("a day key has two codes")
  }

  private static func code(_ error: SyncFileError) -> String {
    switch error {
    case .line(_, _, let fault): fault.code
    case .tooLarge: "too-large"
    case .empty: "empty"
    case .incomplete: "incomplete"
    case .mixed: "mixed"
    }
  }
}
