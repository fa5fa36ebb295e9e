import Quantities
import RoadNetwork
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the tests find maps.
enum MapFiles {
  /// The folder of the package, three levels up from this file.
  static let package: String = {
    let here = resolved(#filePath) ?? #filePath
    return "/" + here.split(separator: "/").dropLast(3).joined(separator: "/")
  }()

  /// The path of a development map beside the package; `nil` where there is none.
  static func path(ofShared file: String) -> String? {
    let path = package + "/../shared/maps/" + file
    return unsafe access(path, R_OK) == 0 ? path : nil
  }

  /// Says that a map is not on this machine; the test then proves nothing.
  static func reportAbsent(_ file: String) {
    print("skipped: \(file) is not beside the package (../shared/maps)")
  }

  private static func resolved(_ path: String) -> String? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}

/// What must hold in every road draft, whatever map it was made from.
enum DraftCheck {
  static func expectSound(_ draft: RoadDraft, sourceLocation: SourceLocation = #_sourceLocation) {
    let nodeCount = UInt32(draft.nodes.count)
    let wayCount = UInt32(draft.ways.count)
    let ways = draft.ways.filter { way in
      way.nodes.count < 2 || way.nodes.contains { $0 >= nodeCount }
    }
    #expect(ways.isEmpty, sourceLocation: sourceLocation)
    let rules = draft.restrictions.filter { rule in
      let via: [UInt32]
      switch rule.via {
      case .node(let node): via = node < nodeCount ? [] : [wayCount]
      case .ways(let ways): via = ways
      }
      return ([rule.from, rule.to] + via).contains { $0 >= wayCount }
    }
    #expect(rules.isEmpty, sourceLocation: sourceLocation)
    #expect(draft.signals.allSatisfy { $0 < nodeCount }, sourceLocation: sourceLocation)
    #expect(draft.barriers.keys.allSatisfy { $0 < nodeCount }, sourceLocation: sourceLocation)
    let scenery = draft.scenery.filter { $0.rings.isEmpty || $0.rings.contains { $0.count < 2 } }
    #expect(scenery.isEmpty, sourceLocation: sourceLocation)
    #expect(draft.labels.allSatisfy { !$0.names.isEmpty }, sourceLocation: sourceLocation)
  }
}

extension MapFiles {
  /// The content of a file; `nil` if it cannot be read.
  static func bytes(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&piece, 1, piece.count, file)
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }
}
