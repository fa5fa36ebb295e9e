/// What the sections of a road file take, by what they are for.
enum FileSections {
  /// The groups and their bytes, for the version of the format that `Formats/RoadFile` describes;
  /// none for another.
  ///
  /// Sections that repeat the place of an earlier one count once.
  static func groups(of file: [UInt8]) -> [(name: String, bytes: Int)] {
    guard file.count > 24, number(file, at: 8, bytes: 4) == 2 else { return [] }
    var sums: [String: Int] = [:]
    var seen: Set<Int> = []
    for section in 0..<number(file, at: 12, bytes: 4) {
      let entry = 24 + section * 32
      guard entry + 32 <= file.count else { return [] }
      let kind = number(file, at: entry, bytes: 4)
      let offset = number(file, at: entry + 8, bytes: 8)
      let size = number(file, at: entry + 4, bytes: 4) * number(file, at: entry + 16, bytes: 8)
      guard size == 0 || seen.insert(offset).inserted else { continue }
      sums[group(kind), default: 0] += size
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static let modeGroups = [1: "numbers", 2: "graph", 3: "hierarchy"]

  private static func group(_ kind: Int) -> String {
    if kind >= 256 { return modeGroups[kind & 255] ?? "hours" }
    switch kind {
    case 2...6: return "names"
    case 7...8: return "lines"
    case 9...10: return "grid"
    default: return "drawing"
    }
  }

  private static func number(_ bytes: [UInt8], at offset: Int, bytes count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
  }
}
