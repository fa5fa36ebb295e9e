import Gazetteer
import Quantities
import Testing

@Suite("Place file")
struct PlaceFileTests {
  private func open(_ bytes: [UInt8]) -> PlaceFileError? {
    do {
      _ = try Gazetteer(FileBytes(bytes))
      return nil
    } catch {
      return error
    }
  }

  @Test("keeps source, licence, bounds and counts")
  func summary() throws {
    let summary = try SmallWorld.gazetteer().summary
    #expect(summary.sourceName == "small.osm" && summary.licenceLine == "© nobody")
    #expect(summary.houses == SmallWorld.draft.houses.count)
    #expect(summary.bounds?.contains(SmallWorld.at(33, 117)) == true)
    #expect(summary.postcodes == 5)
    // The draft's thirteen, Seaview from its houses, and the compound 和谐家园.
    #expect(summary.places == SmallWorld.draft.places.count + 2)
  }

  @Test("is the same bytes for the same draft")
  func repeatable() {
    #expect(PlaceFileBuilder.build(SmallWorld.draft) == SmallWorld.bytes)
  }

  @Test("an empty draft is a file that finds nothing")
  func empty() throws {
    let bytes = PlaceFileBuilder.build(PlaceDraft(sourceName: "", licenceLine: ""))
    let gazetteer = try Gazetteer(FileBytes(bytes))
    #expect(gazetteer.summary.bounds == nil)
    #expect(gazetteer.search("14 Green Street", near: nil, limit: 3).isEmpty)
  }

  @Test("refuses what is not a place file")
  func foreign() {
    #expect(open([]) == .notAPlaceFile)
    #expect(open(Array("RNDSROAD".utf8) + SmallWorld.bytes.dropFirst(8)) == .notAPlaceFile)
    #expect(open(Array("{}".utf8)) == .notAPlaceFile)
  }

  @Test("refuses a file of another version")
  func otherVersion() {
    var bytes = SmallWorld.bytes
    bytes[8] = 9
    #expect(open(bytes) == .unsupportedVersion(9))
  }

  @Test("refuses a file that was cut short anywhere")
  func truncated() {
    let whole = SmallWorld.bytes
    for length in stride(from: 8, to: whole.count, by: 997) {
      switch open(Array(whole[..<length])) {
      case .truncated: break
      case let other: Issue.record("\(length): \(String(describing: other))")
      }
    }
  }

  @Test("notices a changed byte anywhere, and names the section")
  func flipped() {
    var sections = Set<String>()
    for position in stride(from: 20, to: SmallWorld.bytes.count, by: 211) {
      var bytes = SmallWorld.bytes
      bytes[position] ^= 0x10
      switch open(bytes) {
      case .damaged(let section): sections.insert(section)
      case .truncated where position < 24: break
      case let other: Issue.record("\(position): \(String(describing: other))")
      }
    }
    #expect(sections.contains("holders") && sections.contains("keys"))
  }

  @Test("survives a file that was made to look whole")
  func forged() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var bytes = SmallWorld.bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let position = Int.random(in: 24..<(bytes.count - 8), using: &generator)
        bytes[position] = UInt8.random(in: 0...255, using: &generator)
      }
      var sum = Checksum()
      sum.add(bytes[..<(bytes.count - 8)])
      for byte in 0..<4 {
        bytes[bytes.count - 8 + byte] = UInt8(truncatingIfNeeded: sum.value >> (byte * 8))
      }
      guard let gazetteer = try? Gazetteer(FileBytes(bytes)) else { continue }
      for text in ["14 Green Street, Ryde PO33 2QT", "清溪县河东路130号阳光花园3栋", "Hgih Stret 10"] {
        #expect(gazetteer.search(text, near: nil, limit: 3).count <= 3)
      }
    }
  }
}
