import Quantities
import TestSupport
import Testing

@testable import RoadNetwork

@Suite("Road files, whole and damaged")
struct RoadFileTests {
  private static let bytes: [UInt8] = {
    var town = RandomTown(seed: 3, side: 4, modes: [.car, .motorcycle, .foot])
    town.draft.ways[0].names = [RoadDraft.Name(text: "人民路")]
    town.draft.scenery = [RoadDraft.Scenery(kind: .wood, rings: [town.draft.nodes])]
    town.draft.labels = [
      RoadDraft.Label(names: [RoadDraft.Name(text: "村")], coordinate: town.draft.nodes[0], rank: 3)
    ]
    return (try? RoadFileBuilder.build(town.draft).bytes) ?? []
  }()

  private func open(_ bytes: [UInt8]) throws(RoadFileError) -> RoadNetwork {
    try RoadNetwork(FileBytes(bytes))
  }

  @Test("the same draft gives the same bytes and checksum")
  func repeatable() throws {
    let town = RandomTown(seed: 9, side: 5, modes: [.car, .foot])
    let first = try RoadFileBuilder.build(town.draft).bytes
    let second = try RoadFileBuilder.build(town.draft).bytes
    #expect(first == second)
    #expect(try open(first).mapChecksum == open(second).mapChecksum)
    #expect(try open(first).mapChecksum != open(Self.bytes).mapChecksum)
  }

  @Test("foreign, empty, truncated and newer files are told apart")
  func kinds() {
    #expect(throws: RoadFileError.notARoadFile) { try open([]) }
    #expect(throws: RoadFileError.notARoadFile) { try open(Array("SQLite format 3\0 and on".utf8)) }
    #expect(throws: RoadFileError.truncated) { try open(Array(Self.bytes[..<20])) }
    #expect(throws: RoadFileError.truncated) { try open(Self.bytes + [0]) }
    var newer = Self.bytes
    newer[8] = 3
    #expect(throws: RoadFileError.unsupportedVersion(found: 3, supported: 2)) { try open(newer) }
  }

  @Test("a file cut anywhere is refused")
  func truncations() {
    for length in stride(from: 0, to: Self.bytes.count, by: 97) {
      #expect(throws: RoadFileError.self) { try open(Array(Self.bytes[..<length])) }
    }
  }

  @Test("a flipped bit anywhere is refused")
  func flips() {
    let positions = Array(0..<1600) + Array(stride(from: 1600, to: Self.bytes.count, by: 211))
    for position in positions + [Self.bytes.count - 1, Self.bytes.count - 5]
    where position < Self.bytes.count {
      var damaged = Self.bytes
      damaged[position] ^= 1 << UInt8(position % 8)
      #expect(throws: RoadFileError.self, "byte \(position)") { try open(damaged) }
    }
  }

  @Test("damage names the section it is in")
  func damagedSection() {
    var damaged = Self.bytes
    damaged[Self.bytes.count - 16] ^= 4
    #expect(throws: RoadFileError.damaged(section: "foot hours")) { try open(damaged) }
  }

  @Test("numbers that contradict each other are refused even with right checksums")
  func forged() {
    var chance = SeededGenerator(seed: 77)
    let start = RoadFileFormat.headerSize
    for _ in 0..<400 {
      var forged = Self.bytes
      let sections = Int(forged[12])
      let entry = start + chance.below(sections) * RoadFileFormat.entrySize
      let offset = number(forged, at: entry + 8)
      let length = number(forged, at: entry + 16) * number(forged, at: entry + 4, bytes: 4)
      guard length > 0 else { continue }
      let place = offset + chance.below(length)
      forged[place] = UInt8(chance.below(256))
      seal(&forged, sections: sections)
      // It may still be a sound file; what counts is that questions do not crash.
      guard let network = try? open(forged) else { continue }
      question(network)
    }
  }

  private func question(_ network: RoadNetwork) {
    let bounds = network.summary.bounds
    for mode in TravelMode.allCases {
      guard let one = network.nearest(bounds.centre, mode: mode),
        let other = network.nearest(bounds.southWest, mode: mode)
      else { continue }
      _ = network.table(sources: [one, other], targets: [other, one], mode: mode)
      _ = network.route(from: one, to: other, mode: mode)
    }
    _ = network.streets(in: bounds, minimumClass: .ferry)
    _ = network.scenery(in: bounds)
    _ = network.labels(in: bounds)
  }

  private func number(_ bytes: [UInt8], at offset: Int, bytes count: Int = 8) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
  }

  private func put(_ value: UInt32, at offset: Int, in bytes: inout [UInt8]) {
    for byte in 0..<4 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> (byte * 8)) }
  }

  /// Makes all checksums right again.
  private func seal(_ bytes: inout [UInt8], sections: Int) {
    for section in 0..<sections {
      let entry = RoadFileFormat.headerSize + section * RoadFileFormat.entrySize
      let offset = number(bytes, at: entry + 8)
      let size = number(bytes, at: entry + 16) * number(bytes, at: entry + 4, bytes: 4)
      var checksum = Checksum()
      checksum.add(bytes[offset..<offset + (size + 7) / 8 * 8])
      put(checksum.value, at: entry + 24, in: &bytes)
    }
    var checksum = Checksum()
    checksum.add(
      bytes[..<(RoadFileFormat.headerSize + sections * RoadFileFormat.entrySize)])
    put(checksum.value, at: bytes.count - 4, in: &bytes)
  }

  @Test("drafts with impossible numbers are refused by name")
  func badDrafts() {
    let place = Coordinate(latitude: 0, longitude: 0)
    let far = Coordinate(latitude: 0, longitude: 90_000)
    var draft = RoadDraft(source: RoadDraft.Source(name: "", date: nil, licenceLine: ""))
    #expect(throws: RoadDraftError.noRoads) { try RoadFileBuilder.build(draft) }
    draft.nodes = [place, far]
    var way = RoadDraft.Way(nodes: [0, 1], roadClass: .service)
    way.forward[.car] = RoadDraft.Permission(speed: 300)
    way.backward[.car] = RoadDraft.Permission(speed: 300)
    draft.ways = [way]
    #expect(throws: Never.self) { try RoadFileBuilder.build(draft) }
    draft.ways[0].nodes = [0, 7]
    #expect(throws: RoadDraftError.unknownNode(way: 0, node: 7)) {
      try RoadFileBuilder.build(draft)
    }
    draft.ways[0].nodes = [0]
    #expect(throws: RoadDraftError.shortWay(way: 0)) { try RoadFileBuilder.build(draft) }
    draft.ways = [way]
    draft.ways[0].forward[.car] = RoadDraft.Permission(speed: 0)
    #expect(throws: RoadDraftError.zeroSpeed(way: 0)) { try RoadFileBuilder.build(draft) }
    draft.ways = [way]
    draft.barriers = [9: [.car]]
    #expect(throws: RoadDraftError.unknownBarrier(node: 9)) { try RoadFileBuilder.build(draft) }
    draft.barriers = [:]
    draft.restrictions = [
      RoadDraft.Restriction(from: 0, via: .node(0), to: 5, isMandatory: false, modes: [.car])
    ]
    #expect(throws: RoadDraftError.unknownMember(restriction: 0)) {
      try RoadFileBuilder.build(draft)
    }
    draft.restrictions = []
    draft.nodes[1] = Coordinate(latitude: .max, longitude: 0)
    #expect(throws: RoadDraftError.nodeOutsideEarth(node: 1)) { try RoadFileBuilder.build(draft) }
  }
}
