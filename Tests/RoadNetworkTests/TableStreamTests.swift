import Quantities
import Testing

@testable import RoadNetwork

@Suite("Tables in stripes, and their file")
struct TableStreamTests {
  private struct World {
    let network: RoadNetwork
    var positions: [RoadPosition] = []

    init(seed: Int, places: Int) throws {
      let town = RandomTown(seed: UInt64(seed), side: 10, modes: [.car])
      network = try RoadNetwork(FileBytes(RoadFileBuilder.build(town.draft).bytes))
      var chance = SeededGenerator(seed: UInt64(seed))
      while positions.count < places {
        let place = Coordinate(
          latitude: 310_000_000 + Int32(chance.below(90_000)),
          longitude: 1_210_000_000 + Int32(chance.below(90_000)))
        if let position = network.nearest(place, mode: .car) { positions.append(position) }
      }
    }
  }

  private struct Stopped: Error {}

  @Test("stripes put together are the whole table", arguments: [1, 7, 16, 1000])
  func stripes(batch: Int) throws {
    let world = try World(seed: 3, places: 41)
    let targets = Array(world.positions.prefix(23))
    let whole = world.network.table(sources: world.positions, targets: targets, mode: .car)
    let stream = TableStream(in: world.network, targets: targets, mode: .car)
    #expect(stream.isOpen)
    var (durations, distances): ([Int32], [Int32]) = ([], [])
    stream.run(sources: world.positions, batch: batch) { first, rows in
      #expect(first * targets.count == durations.count)
      #expect(rows.sourceCount <= batch)
      durations += rows.durations
      distances += rows.distances
    }
    #expect(durations == whole.durations)
    #expect(distances == whole.distances)
  }

  @Test("what the receiver throws ends the run at once")
  func stops() throws {
    let world = try World(seed: 4, places: 20)
    let stream = TableStream(in: world.network, targets: world.positions, mode: .car)
    var batches = 0
    #expect(throws: Stopped.self) {
      try stream.run(sources: world.positions, batch: 4) { _, _ throws(Stopped) in
        batches += 1
        if batches == 2 { throw Stopped() }
      }
    }
    #expect(batches == 2)
  }

  @Test("a mode that the map lacks reaches nothing")
  func noMode() throws {
    let world = try World(seed: 5, places: 3)
    let stream = TableStream(in: world.network, targets: world.positions, mode: .foot)
    #expect(!stream.isOpen)
    let rows = stream.rows(of: world.positions)
    #expect(rows.durations.allSatisfy { $0 == TravelTable.unreachable })
  }

  private func file(_ world: World, batch: Int) -> [UInt8] {
    let file = TableFile(
      sourceCount: world.positions.count, targetCount: world.positions.count,
      mapChecksum: world.network.mapChecksum, mode: .car)
    var bytes = file.header
    let stream = TableStream(in: world.network, targets: world.positions, mode: .car)
    stream.run(sources: world.positions, batch: batch) { _, rows in bytes += file.bytes(of: rows) }
    var checksum = Checksum()
    checksum.add(bytes)
    return bytes + TableFile.trailer(checksum)
  }

  @Test("a file gives back the table, whatever the stripes were")
  func roundTrip() throws {
    let world = try World(seed: 6, places: 12)
    let bytes = file(world, batch: 5)
    #expect(bytes == file(world, batch: 100))
    #expect(bytes.count == 40 + 12 * 12 * 8 + 8)
    let reader = try TableFileReader(FileBytes(bytes))
    #expect(reader.file.sourceCount == 12 && reader.file.targetCount == 12)
    #expect(reader.file.mapChecksum == world.network.mapChecksum && reader.file.mode == .car)
    let whole = world.network.table(sources: world.positions, targets: world.positions, mode: .car)
    for row in 0..<12 {
      let cells = row * 12..<(row + 1) * 12
      #expect(reader.row(row).durations == Array(whole.durations[cells]))
      #expect(reader.row(row).distances == Array(whole.distances[cells]))
    }
  }

  @Test("no byte of a file can be changed, and no end cut off, without being noticed")
  func damage() throws {
    let world = try World(seed: 7, places: 3)
    let bytes = file(world, batch: 2)
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 0x10
      #expect(throws: TableFileError.self, "byte \(position)") {
        try TableFileReader(FileBytes(damaged))
      }
    }
    for count in 0..<bytes.count {
      #expect(throws: TableFileError.self, "\(count) bytes") {
        try TableFileReader(FileBytes(Array(bytes.prefix(count))))
      }
    }
    #expect(throws: TableFileError.notATableFile) { try TableFileReader(FileBytes([1, 2, 3])) }
    var newer = bytes
    newer[8] = 2
    #expect(throws: TableFileError.unsupportedVersion(found: 2, supported: 1)) {
      try TableFileReader(FileBytes(newer))
    }
  }

  @Test("a table without rows or columns is a file too")
  func empty() throws {
    let file = TableFile(sourceCount: 0, targetCount: 5, mapChecksum: 7, mode: .foot)
    var checksum = Checksum()
    checksum.add(file.header)
    let reader = try TableFileReader(FileBytes(file.header + TableFile.trailer(checksum)))
    #expect(reader.file.sourceCount == 0 && reader.file.mode == .foot)
  }
}
