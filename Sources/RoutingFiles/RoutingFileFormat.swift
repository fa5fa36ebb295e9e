/// The formats that are read.
public enum RoutingFileFormat: String, Hashable, Sendable, CaseIterable {
  /// TSPLIB: `.tsp` and `.atsp`, one tour.
  case tsplib
  /// VRPLIB: `.vrp`.
  case vrplib
  /// The text of Solomon, and of Gehring and Homberger.
  case solomon
  /// Team orienteering with windows: `NAME-mTEAMS.txt`.
  case orienteering
  /// A week of field visits in JSON.
  case field
  /// Any of the above in the one JSON form of the benchmark kit.
  case normal
  /// VROOM's JSON.
  case vroom

  /// The format of `bytes`, guessed from what stands in them; `nil` for none of ours.
  static func guess(_ bytes: [UInt8]) -> RoutingFileFormat? {
    let start = bytes.first { !TextRows.isSpace($0) }
    if start == UInt8(ascii: "{") { return guessJSON(bytes) }
    for line in TextRows.lines(bytes, limit: 200) {
      let words = line.words
      guard let word = words.first.map({ String($0) }) else { continue }
      if word.hasPrefix("CUST") { return .solomon }
      guard word == "TYPE" || word.hasPrefix("TYPE:") else { continue }
      let kind = words.last.map { String($0).split(separator: ":").last ?? "" } ?? ""
      return ["TSP", "ATSP"].contains(kind.uppercased()) ? .tsplib : .vrplib
    }
    return TextRows.lines(bytes, limit: 1).first?.words.count == 4 ? .orienteering : nil
  }

  /// Members that one form of JSON alone has, as they stand in its text.
  private static func guessJSON(_ bytes: [UInt8]) -> RoutingFileFormat {
    let head = String(decoding: bytes.prefix(4_000), as: UTF8.self)
    if head.contains("\"metric\"") { return .normal }
    if head.contains("\"visits\"") || head.contains("\"nodes\"") { return .field }
    return .vroom
  }
}
