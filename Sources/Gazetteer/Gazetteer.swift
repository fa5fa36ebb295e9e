public import Quantities

/// Finds places and addresses of one map without a network, in Chinese and Latin scripts.
public final class Gazetteer: Sendable {
  /// What a place file holds.
  public struct Summary: Hashable, Sendable {
    /// The file the places were taken from, without its folder.
    public var sourceName: String
    /// What must be printed beside every map.
    public var licenceLine: String
    /// The box around every place, street and house; `nil` for an empty map.
    public var bounds: CoordinateBounds?
    public var places: Int
    public var streets: Int
    public var houses: Int
    public var postcodes: Int
  }

  /// What the file holds.
  public let summary: Summary

  /// Opens and verifies a place file.
  ///
  /// - Throws: ``PlaceFileError`` when the bytes are foreign, of another version or damaged.
  public init(_ bytes: FileBytes) throws(PlaceFileError) {
    throw .notAPlaceFile
  }

  /// The places that `text`, an address as written, may mean, the best first.
  ///
  /// Only the first 500 characters are read.
  ///
  /// - Parameters:
  ///   - near: breaks ties between places that match equally well.
  ///   - limit: how many matches to give at most.
  public func search(_ text: String, near: Coordinate?, limit: Int) -> [PlaceMatch] {
    []
  }
}
