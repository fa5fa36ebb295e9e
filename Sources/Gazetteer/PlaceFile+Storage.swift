import Quantities

// The one place where the bytes of the file are touched.
extension PlaceFile {
  /// The 32-bit word `index` of `section`, read as little endian.
  func word(_ section: Section, _ index: Int) -> UInt32 {
    let range = ranges[Int(section.rawValue) - 1]
    let offset = range.lowerBound + index * 4
    precondition(index >= 0 && offset + 4 <= range.upperBound)
    // SAFETY: The offset was checked above; `verifyFrame` keeps every section inside the file.
    return UInt32(
      littleEndian: unsafe bytes.unsafeBytes.loadUnaligned(
        fromByteOffset: offset, as: UInt32.self))
  }

  /// The key `index`.
  func key(_ index: Int) -> UInt64 {
    let range = ranges[Int(Section.keys.rawValue) - 1]
    let offset = range.lowerBound + index * 8
    precondition(index >= 0 && offset + 8 <= range.upperBound)
    // SAFETY: As for `word`.
    return UInt64(
      littleEndian: unsafe bytes.unsafeBytes.loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
  }

  /// The text in `range` of the string section; damaged UTF-8 is repaired.
  func text(_ range: Range<Int>) -> String {
    unsafe String(decoding: stringBytes(range), as: UTF8.self)
  }

  /// Compares the string `id` with `other`, byte by byte: −1, 0 or 1.
  func compareString(_ id: UInt32, with other: [UInt8]) -> Int {
    let start = Int(word(.stringStarts, Int(id)))
    let end = Int(word(.stringStarts, Int(id) + 1))
    let mine = unsafe stringBytes(start..<end)
    let shared = min(mine.count, other.count)
    for index in 0..<shared {
      let byte = unsafe mine[index]
      if byte != other[index] { return byte < other[index] ? -1 : 1 }
    }
    return mine.count == other.count ? 0 : mine.count < other.count ? -1 : 1
  }

  /// The bytes of the string `id`.
  func stringBytes(of id: UInt32) -> [UInt8] {
    let start = Int(word(.stringStarts, Int(id)))
    let end = Int(word(.stringStarts, Int(id) + 1))
    return unsafe Array(stringBytes(start..<end))
  }

  @unsafe
  private func stringBytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    let section = ranges[Int(Section.strings.rawValue) - 1]
    precondition(range.lowerBound >= 0 && range.upperBound <= section.count)
    let start = section.lowerBound + range.lowerBound
    // SAFETY: The range was checked against its section, and the section against the file.
    return unsafe UnsafeRawBufferPointer(rebasing: bytes.unsafeBytes[start..<(start + range.count)])
  }

  /// The checksum of the bytes in `range` of the file.
  func checksum(_ range: Range<Int>) -> UInt32 {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var sum = Checksum()
    // SAFETY: The range was checked on the line above.
    unsafe sum.add(UnsafeRawBufferPointer(rebasing: bytes.unsafeBytes[range]))
    return sum.value
  }
}
