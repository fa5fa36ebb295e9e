public import MapBuilding
import Quantities
import RoadNetwork

/// Reads bytes as an extract and takes what came of it through all that follows: drafts, road file
/// and back.
public enum ExtractTrial {
  /// How an input ended.
  public enum Outcome: Hashable, Sendable {
    /// The extract was refused.
    case refused(MapExtractError.Code)
    /// It was read, but has no roads to make a file of.
    case noRoads
    /// It became a road file.
    case built(roads: Int)
    /// It became a road file that cannot be opened, which must never be.
    case cannotBeOpened
  }

  /// Reads `input` as a file called `name`, whose ending tells the format.
  @discardableResult
  public static func run(_ input: [UInt8], name: String) -> Outcome {
    let extract: MapExtract
    do {
      extract = try MapReader.read(input, name: name)
    } catch {
      return .refused(error.code)
    }
    _ = MapBuilder().placeDraft(from: extract)
    guard let file = try? RoadFileBuilder.build(MapBuilder().roadDraft(from: extract).draft) else {
      return .noRoads
    }
    guard (try? RoadNetwork(FileBytes(file.bytes))) != nil else { return .cannotBeOpened }
    return .built(roads: file.report.roads)
  }
}
