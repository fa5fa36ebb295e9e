/// The numbers that make up the road file's format; its article is `Formats/RoadFile`.
///
/// Everything is little-endian. What is large is packed (``NumberWriter``) and unpacked when the file
/// is opened; the rest is aligned to eight bytes and used as it lies in the file.
enum RoadFileFormat {
  /// `RNDSROAD`.
  static let magic: [UInt8] = Array("RNDSROAD".utf8)
  static let version: UInt32 = 2
  static let headerSize = 24
  static let entrySize = 32
  static let trailerSize = 8
  static let mostSections = 256

  /// What a section holds whoever travels.
  enum Section: UInt32, CaseIterable {
    case numbers = 1
    case textStarts, texts, nameStarts, names, streets, roads, points
    case gridShape, grid
    case scenery, ringStarts, ringPointStarts, ringPoints, labels

    var name: String { "\(self)" }
  }

  /// What a section holds for one travel mode; its kind in the file is 256 · (1 + code) more.
  enum ModeSection: UInt32, CaseIterable {
    case modeNumbers = 1
    case graph, hierarchy, hours

    var name: String { "\(self)" }
  }
}

/// What all roads of one name, number and class have in common.
struct StreetRecord: BitwiseCopyable, Hashable {
  var names: UInt32
  var reference: UInt32
  var roadClass: UInt8
  /// Bit 0 bridge, 1 tunnel, 2 roundabout.
  var flags: UInt8
  var unused: UInt16 = 0
}

/// A road between two junctions.
struct RoadRecord: BitwiseCopyable, Hashable {
  var from: UInt32
  var to: UInt32
  var street: UInt32
  /// Decimetres, at least one.
  var length: UInt32
}

/// A text and the language it is in, as positions in the texts.
struct NameRecord: BitwiseCopyable, Hashable {
  var language: UInt32
  var text: UInt32
}

/// A place on the map.
struct PointRecord: BitwiseCopyable, Hashable {
  var latitude: Int32
  var longitude: Int32
}

/// A segment of a road's line: from `point` to the next.
struct SegmentRecord: BitwiseCopyable, Hashable {
  var road: UInt32
  var point: UInt32
}

/// A thing to draw and the box around it.
struct SceneryRecord: BitwiseCopyable, Hashable {
  var name: UInt32
  var kind: UInt32
  var south: Int32
  var west: Int32
  var north: Int32
  var east: Int32
}

/// A name to write on maps.
struct LabelRecord: BitwiseCopyable, Hashable {
  var names: UInt32
  var rank: UInt32
  var place: PointRecord
}

/// A vertex of the edge-based graph: a directed road and the time along it.
struct VertexRecord: BitwiseCopyable, Hashable {
  var edge: UInt32
  /// Hundredths of a second.
  var duration: UInt32
}

/// A turn into another vertex, and its own cost in hundredths of a second.
struct TurnRecord: BitwiseCopyable, Hashable {
  var head: UInt32
  var cost: UInt32
}
