import Testing

@testable import VisitSync

@Suite("Container of lines")
struct ContainerReaderTests {
  @Test("cuts the same lines from any size of chunk, with number and offset")
  func chunks() throws {
    let file = Array("# one\n\nabc\r\ndefg\nlast".utf8)
    for size in 1...file.count {
      var reader = ContainerReader()
      var lines: [ContainerLine] = []
      for start in stride(from: 0, to: file.count, by: size) {
        lines += try reader.read(Array(file[start..<min(start + size, file.count)]))
      }
      if let tail = reader.finish() { lines.append(tail) }
      #expect(lines.map(\.kind) == [.comment, .empty, .record, .record, .record])
      #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
      #expect(lines.map(\.offset) == [0, 6, 7, 12, 17])
      #expect(lines.map(\.isTerminated) == [true, true, true, true, false])
      #expect(lines[2].bytes == Array("abc".utf8))
      #expect(reader.bytesRead == Int64(file.count))
    }
  }

  @Test("keeps only the place of a line that is too long")
  func tooLong() throws {
    var reader = ContainerReader()
    let chunk = [UInt8](repeating: 0x41, count: 1 << 18)
    for _ in 0..<9 { #expect(try reader.read(chunk).isEmpty) }
    let lines = try reader.read(Array("\nabc\n".utf8))
    #expect(lines.map(\.kind) == [.tooLong, .record])
    #expect(lines[0].bytes.isEmpty)
    #expect(lines[0].length == 9 << 18)
    #expect(lines[1].offset == 9 << 18 + 1)
  }

  @Test("takes a record of exactly the longest length")
  func longest() throws {
    var reader = ContainerReader()
    let record = [UInt8](repeating: 0x41, count: SyncLimits.encodedRecord)
    #expect(try reader.read(record + [0x0D, 0x0A]).map(\.kind) == [.record])
    #expect(try reader.read(record + [0x41, 0x0A]).map(\.kind) == [.tooLong])
  }
}
