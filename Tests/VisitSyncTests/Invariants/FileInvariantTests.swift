import FieldModel
import Foundation
import Quantities
import Testing

@testable import VisitSync

/// The rows of section 8 of the format about damaged and stolen files.
@Suite("What must hold: files")
struct FileInvariantTests {
  @Test("3: a log cut at every byte gives every complete line before the cut")
  func everyCut() throws {
    var world = SyncWorld(seed: 31)
    let file = try world.log(["v0", "v1"])
    let whole = try world.read(file).records.map(\.identity)
    var ends: [Int] = []
    var start = 0
    for line in file.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = start + line.count
      if let first = line.first, first != UInt8(ascii: "#") { ends.append(end) }
      start = end + 1
    }
    #expect(ends.count == whole.count)
    for length in stride(from: 0, through: file.count, by: Effort.step) {
      let (records, report) = try world.read(Array(file[..<length]))
      let complete = ends.filter { $0 <= length }.count
      #expect(records.map(\.identity) == Array(whole[..<complete]), "cut at \(length)")
      #expect(report.quarantine.isEmpty, "cut at \(length)")
      // The bytes since the last complete line, if they are not a comment's, are the torn tail.
      let rest = file[..<length].split(separator: 0x0A, omittingEmptySubsequences: false).last ?? []
      let isTorn = !rest.isEmpty && rest.first != UInt8(ascii: "#") && !ends.contains(length)
      #expect((report.tornTail != nil) == isTorn, "cut at \(length)")
      if let tail = report.tornTail { #expect(tail.bytes == Array(rest)) }
    }
  }

  private func twentyVisits(_ world: inout SyncWorld) throws -> [UInt8] {
    try world.log((0..<20).map { Identifier("v\($0)") })
  }

  /// Tries one bit of every byte, drawn by a seed; with `ROUNDS_FLIPS=all` all eight.
  ///
  /// A flip leaves the other lines as they are, so each flipped line is read between two short logs
  /// and only flips that make or unmake a line end are read with the whole file.
  @Test("4: a flipped bit of a log of twenty visits is found and spoils its own record alone")
  func everyFlip() throws {
    var world = SyncWorld(seed: 41)
    let all = lines(try twentyVisits(&world))
    #expect(all.count == 22)
    let isExhaustive = ProcessInfo.processInfo.environment["ROUNDS_FLIPS"] == "all"
    var decisions = SeededGenerator(seed: 41)
    var flips = 0
    for line in all {
      for position in stride(from: 0, to: line.count, by: Effort.step) {
        for bit in isExhaustive ? Array(0..<8) : [decisions.below(8)] {
          var flipped = line
          flipped[position] ^= 1 << UInt8(bit)
          // A line feed cuts the line in two, and either half may be nothing.
          let pieces = flipped.split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }
          let (records, report) = try world.read(flipped + [0x0A])
          flips += 1
          guard records.isEmpty, report.quarantine.count == pieces.count, report.tornTail == nil
          else {
            Issue.record("byte \(position), bit \(bit)")
            return
          }
        }
      }
    }
    let bytes = all.map { ($0.count + Effort.step - 1) / Effort.step }.reduce(0, +)
    #expect(flips == bytes * (isExhaustive ? 8 : 1))
  }

  @Test("4: flipped bits anywhere in the file, line ends among them, spare all other records")
  func flipsInPlace() throws {
    var world = SyncWorld(seed: 42)
    let file = try twentyVisits(&world)
    let whole = try world.read(file).records.map(\.identity)
    var decisions = SeededGenerator(seed: 42)
    let lineEnds = file.indices.filter { file[$0] == 0x0A }
    let places = lineEnds + (0..<100).map { _ in decisions.below(file.count) }
    for position in places {
      var flipped = file
      flipped[position] ^= 1 << UInt8(decisions.below(8))
      let (records, report) = try world.read(flipped)
      let missing = whole.count - records.count
      // Every append begins with a line feed, so one that is lost joins no two records.
      #expect(missing <= 1)
      #expect(Set(records.map(\.identity)).isSubset(of: whole))
      let isFound = !report.quarantine.isEmpty || report.tornTail != nil
      #expect(isFound || missing == 0)
    }
  }

  @Test("9: none of 200 canaries shows in any file, raw, in base64, hexadecimal or UTF-16")
  func canaries() throws {
    var world = SyncWorld(seed: 91, stops: 50)
    let canaries = (0..<200).map { number in
      "\(["欠款人", "Borrower", "住址", "phone"][number % 4])\(number)号"
        + String(world.chance.next(), radix: 36)
    }
    for stop in 0..<50 {
      world.pack.stops[stop].address = canaries[stop]
      world.pack.stops[stop].dossier = [PackField(label: "name", value: canaries[50 + stop])]
    }
    let pack = try TripPackFile.write(
      world.pack, dayKey: world.dayKey, officeKey: world.office, using: &world.chance)
    var (writer, log) = try world.openLog()
    for number in 100..<200 {
      let note = world.event(.noteAdded(canaries[number]), "v0", after: Int64(number))
      log += try writer.append([note], using: &world.chance)
    }
    let records = try world.read(log).records
    let set = RecordSet(records)
    let receipt = try ReceiptFile.write(
      Receipt.receipts(for: set, state: FoldedState(set)), officeKey: world.office)
    // The search itself finds them where they are plain.
    let plain = Data(records.flatMap { $0.record.text })
    #expect(canaries[100...].allSatisfy { Self.shows($0, in: plain) })
    let letters = Data(Base64URL.encode(Array(plain)))
    #expect(canaries[100...].allSatisfy { Self.shows($0, in: letters) })
    for file in [pack, log, receipt].map({ Data($0) }) {
      for canary in canaries { #expect(!Self.shows(canary, in: file), "\(canary)") }
    }
  }

  private static func shows(_ canary: String, in file: Data) -> Bool {
    let raw = Array(canary.utf8)
    var forms = [raw]
    for pad in 0..<3 {
      // Letters that hold bits of the canary alone, for each place it may have among three bytes.
      let encoded = Base64URL.encode([UInt8](repeating: 0, count: pad) + raw)
      let letters = Array(encoded.dropFirst(pad == 0 ? 0 : pad + 1).dropLast(2))
      forms.append(letters)
      forms.append(
        letters.map {
          $0 == UInt8(ascii: "-")
            ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0
        })
    }
    let hexadecimal = raw.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    forms += [Array(hexadecimal.utf8), Array(hexadecimal.uppercased().utf8)]
    let units = Array(canary.utf16)
    forms.append(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    forms.append(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    return forms.contains { file.range(of: Data($0)) != nil }
  }
}
