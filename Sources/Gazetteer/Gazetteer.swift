public import Quantities

/// Finds places and addresses of one map without a network, in Chinese and Latin scripts.
///
/// A search reads the address into parts (``AddressPart``), takes every place that one of the parts
/// may mean as a candidate, and scores how much of the whole address the candidate accounts for.
/// It never chooses silently: places that account for the same words get the same score.
public final class Gazetteer: Sendable {
  /// What a place file holds.
  public struct Summary: Hashable, Sendable {
    /// The file the places were taken from, without its folder.
    public var sourceName: String
    /// What must be printed beside every map.
    public var licenceLine: String
    /// The box around every place, street and house; `nil` for an empty map.
    public var bounds: CoordinateBounds?
    /// How many named places there are.
    public var places: Int
    /// How many named streets, pieces of one counted once.
    public var streets: Int
    /// How many house numbers.
    public var houses: Int
    /// How many postcodes.
    public var postcodes: Int
  }

  /// What the file holds.
  public let summary: Summary
  private let file: PlaceFile

  /// Opens and verifies a place file.
  ///
  /// - Throws: ``PlaceFileError`` when the bytes are foreign, of another version or damaged.
  public init(_ bytes: FileBytes) throws(PlaceFileError) {
    file = try PlaceFile(bytes)
    summary = Summary(file)
  }

  /// The places that `text`, an address as written, may mean, the best first.
  ///
  /// Only the first 500 characters are read. Candidates that score less than half of the best are
  /// left out.
  ///
  /// - Parameters:
  ///   - text: the address, in one line or several, with or without commas.
  ///   - near: breaks ties between places that match equally well.
  ///   - limit: how many matches to give at most.
  /// - Returns: no two matches of one place; empty when nothing resembles the text.
  public func search(_ text: String, near: Coordinate?, limit: Int) -> [PlaceMatch] {
    guard limit > 0 else { return [] }
    let query = AddressReader.read(text, in: file)
    let candidates = CandidateScoring(file: file, query: query).candidates()
    return CandidateRanking(file: file, near: near).best(of: candidates, limit: limit)
      .map { match($0, query: query) }
  }

  private func match(_ candidate: Candidate, query: AddressQuery) -> PlaceMatch {
    let labels = PlaceLabel(file: file).labels(holder: candidate.holder, house: candidate.house)
    let parts = zip(query.parts, candidate.outcomes).map { part, outcome in
      AddressPart(kind: part.kind, text: query.text(of: part), outcome: outcome)
    }
    return PlaceMatch(
      label: labels.first?.text ?? "", labels: labels, coordinate: candidate.coordinate,
      isEntrance: candidate.isEntrance, precision: candidate.precision,
      radius: Distance(metres: min(candidate.radius, 1e6)), score: candidate.score, parts: parts)
  }
}

extension Gazetteer.Summary {
  init(_ file: PlaceFile) {
    func field(_ index: Int) -> UInt32 { file.word(.summary, index) }
    func corner(_ index: Int) -> Coordinate {
      Coordinate(
        latitude: Int32(bitPattern: field(index)), longitude: Int32(bitPattern: field(index + 1)))
    }
    sourceName = file.string(field(0))
    licenceLine = file.string(field(1))
    bounds =
      field(6) == 0 ? nil : CoordinateBounds(southWest: corner(2), northEast: corner(4))
    places = Int(field(7))
    streets = Int(field(8))
    houses = Int(field(9))
    postcodes = Int(field(10))
  }
}
