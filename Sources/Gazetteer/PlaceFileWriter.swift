import Quantities

/// Lays holders and houses out as the sections of a place file.
struct PlaceFileWriter {
  private var sections: [[UInt8]] = Array(repeating: [], count: PlaceFile.Section.allCases.count)
  private var stringIDs: [String: UInt32] = [:]
  private var stringCount: UInt32 = 0

  init() { put(0, in: .stringStarts) }

  mutating func write(_ draft: PlaceDraft, holders: [HolderDraft], houses: [HouseDraft]) {
    let order = Self.order(of: houses, in: holders)
    var position = [UInt32](repeating: 0, count: houses.count)
    for (place, house) in order.enumerated() { position[house] = UInt32(place) }
    writeSummary(draft, holders: holders)
    var housesWritten: UInt32 = 0
    for holder in holders { write(holder, position: position, housesWritten: &housesWritten) }
    for house in order { write(houses[house]) }
    writeIndex(NameIndex(holders))
  }

  /// Houses by holder and number; those that nobody holds last.
  private static func order(of houses: [HouseDraft], in holders: [HolderDraft]) -> [Int] {
    houses.indices.sorted { left, right in
      let first = houses[left].holder ?? .max
      let second = houses[right].holder ?? .max
      if first != second { return first < second }
      let numbers = (houses[left].number, houses[right].number)
      return numbers.0 != numbers.1 ? numbers.0 < numbers.1 : left < right
    }
  }

  private mutating func writeSummary(_ draft: PlaceDraft, holders: [HolderDraft]) {
    put(string(draft.sourceName), in: .summary)
    put(string(draft.licenceLine), in: .summary)
    let streets = draft.streets.lazy.flatMap { $0.lines.joined() }
    let outlines = draft.places.lazy.flatMap { [$0.coordinate] + $0.outline + $0.entrances }
    var bounds = CoordinateBounds(around: draft.houses.lazy.map(\.coordinate))
    for more in [CoordinateBounds(around: streets), CoordinateBounds(around: outlines)] {
      guard let more else { continue }
      bounds?.include(more.southWest)
      bounds?.include(more.northEast)
      bounds = bounds ?? more
    }
    let corners = [bounds?.southWest, bounds?.northEast]
    for corner in corners {
      put(UInt32(bitPattern: corner?.latitude ?? 0), in: .summary)
      put(UInt32(bitPattern: corner?.longitude ?? 0), in: .summary)
    }
    put(bounds == nil ? 0 : 1, in: .summary)
    let streetCount = holders.count { $0.kind == .street }
    let postcodeCount = holders.count { $0.kind == .postcode }
    put(UInt32(holders.count - streetCount - postcodeCount), in: .summary)
    put(UInt32(streetCount), in: .summary)
    put(UInt32(draft.houses.count), in: .summary)
    put(UInt32(postcodeCount), in: .summary)
    put(0, in: .summary)
  }

  private mutating func write(
    _ holder: HolderDraft, position: [UInt32], housesWritten: inout UInt32
  ) {
    put(UInt32(holder.kind.rawValue), in: .holders)
    put(UInt32(bitPattern: holder.coordinate.latitude), in: .holders)
    put(UInt32(bitPattern: holder.coordinate.longitude), in: .holders)
    put(UInt32(min(holder.radius, 1e7) * 10), in: .holders)
    put(records(.names), in: .holders)
    put(UInt32(holder.names.count), in: .holders)
    for name in holder.names.sorted(by: { $0.language.isEmpty && !$1.language.isEmpty }) {
      put(string(name.language), in: .names)
      put(string(String(name.text.unicodeScalars.prefix(NameToken.longestText))), in: .names)
    }
    let isPostcode = holder.kind == .postcode
    put(isPostcode ? records(.postcodeHouses) : housesWritten, in: .holders)
    put(UInt32(holder.houses.count), in: .holders)
    if isPostcode {
      for house in holder.houses.map({ position[$0] }).sorted() { put(house, in: .postcodeHouses) }
    } else {
      housesWritten += UInt32(holder.houses.count)
    }
    for points in [holder.points, holder.entrances] {
      put(records(.points), in: .holders)
      put(UInt32(points.count), in: .holders)
      for point in points {
        put(UInt32(bitPattern: point.latitude), in: .points)
        put(UInt32(bitPattern: point.longitude), in: .points)
      }
    }
    put(holder.locality.map { UInt32($0) } ?? PlaceFile.none, in: .holders)
    put(holder.district.map { UInt32($0) } ?? PlaceFile.none, in: .holders)
  }

  private mutating func write(_ house: HouseDraft) {
    put(string(house.text), in: .houses)
    put(string(house.number.suffix), in: .houses)
    put(house.number.base, in: .houses)
    for holder in [house.holder, house.place, house.postcode] {
      put(holder.map { UInt32($0) } ?? PlaceFile.none, in: .houses)
    }
    put(UInt32(bitPattern: house.coordinate.latitude), in: .houses)
    put(UInt32(bitPattern: house.coordinate.longitude), in: .houses)
  }

  private mutating func writeIndex(_ index: NameIndex) {
    for key in index.keys {
      put(UInt32(truncatingIfNeeded: key.hash), in: .keys)
      put(UInt32(truncatingIfNeeded: key.hash >> 32), in: .keys)
      put(key.holder, in: .keyTargets)
      put(key.quality, in: .keyTargets)
    }
    for term in index.terms {
      put(string(term.text), in: .terms)
      put(records(.postings), in: .terms)
      put(UInt32(term.holders.count), in: .terms)
      for holder in term.holders { put(holder, in: .postings) }
    }
  }

  private func records(_ section: PlaceFile.Section) -> UInt32 {
    UInt32(sections[Int(section.rawValue) - 1].count / section.stride)
  }

  private mutating func put(_ word: UInt32, in section: PlaceFile.Section) {
    Self.append(UInt64(word), bytes: 4, to: &sections[Int(section.rawValue) - 1])
  }

  private mutating func string(_ text: String) -> UInt32 {
    if let id = stringIDs[text] { return id }
    let id = stringCount
    stringIDs[text] = id
    stringCount += 1
    sections[Int(PlaceFile.Section.strings.rawValue) - 1] += text.utf8
    put(records(.strings), in: .stringStarts)
    return id
  }

  private static func append(_ value: UInt64, bytes: Int, to target: inout [UInt8]) {
    for byte in 0..<bytes { target.append(UInt8(truncatingIfNeeded: value >> UInt64(byte * 8))) }
  }

  /// Header, section table, sections at multiples of eight, and the checksum of all before it.
  func finish() -> [UInt8] {
    let tableEnd = PlaceFile.headerLength + sections.count * PlaceFile.entryLength
    var table: [UInt8] = []
    var body: [UInt8] = []
    for (index, section) in sections.enumerated() {
      var sum = Checksum()
      sum.add(section)
      Self.append(UInt64(index + 1), bytes: 4, to: &table)
      Self.append(UInt64(sum.value), bytes: 4, to: &table)
      Self.append(UInt64(tableEnd + body.count), bytes: 8, to: &table)
      Self.append(UInt64(section.count), bytes: 8, to: &table)
      body += section
      while body.count % 8 != 0 { body.append(0) }
    }
    var file = PlaceFile.magic
    Self.append(UInt64(PlaceFile.version), bytes: 4, to: &file)
    Self.append(UInt64(sections.count), bytes: 4, to: &file)
    Self.append(UInt64(tableEnd + body.count + PlaceFile.trailerLength), bytes: 8, to: &file)
    file += table
    file += body
    var sum = Checksum()
    sum.add(file)
    Self.append(UInt64(sum.value), bytes: 8, to: &file)
    return file
  }
}
