import Gazetteer
import MapBuilding
import RoadNetwork

/// A tiny map in OpenStreetMap XML: nodes `1`…`9` on a small grid near `latitude`, `longitude`, plus
/// whatever a test adds.
struct OSMSnippet {
  var latitude = 48.0
  var longitude = 8.0
  /// Tags of single nodes by id.
  var nodeTags: [Int: KeyValuePairs<String, String>] = [:]
  var body = ""

  init(_ body: String = "", latitude: Double = 48, longitude: Double = 8) {
    self.body = body
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The file: nine nodes, a hundred metres or so apart, then the body.
  var text: String {
    var text = "<?xml version='1.0'?><osm version='0.6'>"
    for id in 1...9 {
      let north = latitude + 0.001 * Double((id - 1) / 3)
      let east = longitude + 0.001 * Double((id - 1) % 3)
      text +=
        "<node id='\(id)' lat='\(north)' lon='\(east)'>\(Self.tags(nodeTags[id] ?? [:]))</node>"
    }
    return text + body + "</osm>"
  }

  var bytes: [UInt8] { Array(text.utf8) }

  static func tags(_ tags: KeyValuePairs<String, String>) -> String {
    tags.map { "<tag k='\($0.key)' v='\($0.value)'/>" }.joined()
  }

  static func way(
    _ id: Int, _ nodes: [Int], _ tags: KeyValuePairs<String, String>
  ) -> String {
    let references = nodes.map { "<nd ref='\($0)'/>" }.joined()
    return "<way id='\(id)'>\(references)\(Self.tags(tags))</way>"
  }

  static func relation(
    _ id: Int, _ members: [(String, Int, String)], _ tags: KeyValuePairs<String, String>
  ) -> String {
    let list = members.map { "<member type='\($0.0)' ref='\($0.1)' role='\($0.2)'/>" }.joined()
    return "<relation id='\(id)'>\(list)\(Self.tags(tags))</relation>"
  }

  func extract() throws -> MapExtract { try MapReader.read(bytes, name: "snippet.osm") }

  func roads() throws -> RoadDraft { try roadResult().draft }

  func roadResult() throws -> MapBuilder.RoadResult {
    MapBuilder().roadDraft(from: try extract())
  }

  func places() throws -> PlaceDraft { MapBuilder().placeDraft(from: try extract()).draft }

  /// The one road from node 1 to node 2 with `tags`.
  static func road(
    _ tags: KeyValuePairs<String, String>, latitude: Double = 48, longitude: Double = 8
  ) throws -> RoadDraft.Way? {
    let snippet = OSMSnippet(way(1, [1, 2], tags), latitude: latitude, longitude: longitude)
    return try snippet.roads().ways.first
  }
}
