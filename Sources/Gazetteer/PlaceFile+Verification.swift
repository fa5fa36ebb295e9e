import Quantities

extension PlaceFile {
  /// Checks magic, version, length, section table and checksums, and notes where sections lie.
  mutating func verifyFrame() throws(PlaceFileError) {
    let start = bytes.copy(0..<min(bytes.count, Self.headerLength))
    guard start.starts(with: Self.magic) else { throw .notAPlaceFile }
    guard start.count == Self.headerLength else {
      throw .truncated(expected: UInt64(Self.headerLength), found: UInt64(bytes.count))
    }
    let version = Self.integer(start, 8, 4)
    guard version == UInt64(Self.version) else {
      throw .unsupportedVersion(UInt32(version))
    }
    let length = Self.integer(start, 16, 8)
    guard UInt64(bytes.count) >= length else {
      throw .truncated(expected: length, found: UInt64(bytes.count))
    }
    let sectionCount = Section.allCases.count
    let tableEnd = Self.headerLength + sectionCount * Self.entryLength
    guard UInt64(bytes.count) == length, bytes.count >= tableEnd + Self.trailerLength,
      Self.integer(start, 12, 4) == UInt64(sectionCount)
    else { throw .damaged(section: "header") }
    let table = bytes.copy(Self.headerLength..<tableEnd)
    let end = bytes.count - Self.trailerLength
    let trailer = bytes.copy(end..<bytes.count)
    let isWhole = Self.integer(trailer, 0, 8) == UInt64(checksum(0..<end))
    for section in Section.allCases {
      try read(section, from: table, after: tableEnd, end: end, isWhole: isWhole)
    }
    guard isWhole else { throw .damaged(section: "header") }
  }

  private mutating func read(
    _ section: Section, from table: [UInt8], after tableEnd: Int, end: Int, isWhole: Bool
  ) throws(PlaceFileError) {
    let entry = (Int(section.rawValue) - 1) * Self.entryLength
    let offset = Self.integer(table, entry + 8, 8)
    let size = Self.integer(table, entry + 16, 8)
    guard Self.integer(table, entry, 4) == UInt64(section.rawValue), offset % 8 == 0,
      offset >= UInt64(tableEnd), offset <= UInt64(end), size <= UInt64(end) - offset,
      size % UInt64(section.stride) == 0
    else { throw .damaged(section: "header") }
    let range = Int(offset)..<Int(offset + size)
    if !isWhole, UInt64(checksum(range)) != Self.integer(table, entry + 4, 4) {
      throw .damaged(section: "\(section)")
    }
    ranges.append(range)
  }

  private static func integer(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64($1 * 8) }
  }

  /// Checks every reference from one section to another, so that no later read can go astray even
  /// in a file that was made to look whole.
  func verifyContents() throws(PlaceFileError) {
    guard count(.summary) == 1, count(.stringStarts) >= 1 else {
      throw .damaged(section: "summary")
    }
    try verifyStarts()
    let strings = UInt32(count(.stringStarts) - 1)
    let holders = UInt32(count(.holders))
    try verifyFields(.summary, stride: 12, at: [0, 1], below: strings)
    try verifyFields(.names, stride: 2, at: [0, 1], below: strings)
    try verifyHolders()
    try verifyFields(.houses, stride: 8, at: [0, 1], below: strings)
    try verifyFields(.houses, stride: 8, at: [3, 4, 5], below: holders, orNone: true)
    try verifyFields(.postcodeHouses, stride: 1, at: [0], below: UInt32(count(.houses)))
    guard count(.keys) == count(.keyTargets) else { throw .damaged(section: "keys") }
    try verifyFields(.keyTargets, stride: 2, at: [0], below: holders)
    try verifyFields(.keyTargets, stride: 2, at: [1], below: 101)
    try verifyFields(.terms, stride: 3, at: [0], below: strings)
    try verifyTermRanges()
    try verifyFields(.postings, stride: 1, at: [0], below: holders)
  }

  private func verifyStarts() throws(PlaceFileError) {
    var previous: UInt32 = 0
    for index in 0..<count(.stringStarts) {
      let start = word(.stringStarts, index)
      guard start >= previous, Int(start) <= count(.strings) else {
        throw .damaged(section: "stringStarts")
      }
      previous = start
    }
  }

  private func verifyHolders() throws(PlaceFileError) {
    for index in 0..<count(.holders) {
      let base = index * 14
      let kind = word(.holders, base)
      let houses: Section =
        kind == UInt32(PlaceKind.postcode.rawValue) ? .postcodeHouses : .houses
      guard kind <= UInt32(PlaceKind.street.rawValue), word(.holders, base + 5) > 0,
        isRange(base + 4, in: .names), isRange(base + 6, in: houses),
        isRange(base + 8, in: .points), isRange(base + 10, in: .points)
      else { throw .damaged(section: "holders") }
    }
    try verifyFields(
      .holders, stride: 14, at: [12, 13], below: UInt32(count(.holders)), orNone: true)
  }

  private func isRange(_ field: Int, in section: Section) -> Bool {
    UInt64(word(.holders, field)) + UInt64(word(.holders, field + 1)) <= UInt64(count(section))
  }

  private func verifyTermRanges() throws(PlaceFileError) {
    for index in 0..<count(.terms) {
      let end = UInt64(word(.terms, index * 3 + 1)) + UInt64(word(.terms, index * 3 + 2))
      guard end <= UInt64(count(.postings)) else { throw .damaged(section: "terms") }
    }
  }

  private func verifyFields(
    _ section: Section, stride: Int, at fields: [Int], below limit: UInt32, orNone: Bool = false
  ) throws(PlaceFileError) {
    for record in 0..<count(section) {
      for field in fields {
        let value = word(section, record * stride + field)
        guard value < limit || (orNone && value == Self.none) else {
          throw .damaged(section: "\(section)")
        }
      }
    }
  }
}
