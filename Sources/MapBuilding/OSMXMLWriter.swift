import COsmium
import Quantities

/// Writes an extract as OpenStreetMap XML, plain or compressed, with nothing but positions and tags.
public struct OSMXMLWriter: Sendable {
  /// What the file's header names as its maker; readers tell invented maps by it.
  static let generator = "rounds map invent"

  private static let pieceSize = 1 << 20
  private let extract: MapExtract

  /// A writer for `extract`.
  public init(_ extract: MapExtract) { self.extract = extract }

  /// The whole file, `.osm`.
  public func bytes() -> [UInt8] {
    var all: [UInt8] = []
    write { all += $0 }
    return all
  }

  /// The whole file compressed, `.osm.gz`.
  public func gzipped() -> [UInt8] {
    var all: [UInt8] = []
    writeGzipped { all += $0 }
    return all
  }

  /// Gives the file piece by piece, so that large towns need little memory.
  public func write<Failure>(_ take: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var text = XMLText()
    header(&text)
    for position in extract.coordinates.indices {
      node(position, &text)
      if text.bytes.count >= Self.pieceSize { try take(text.takeBytes()) }
    }
    for position in 0..<extract.wayCount {
      way(extract.way(position), &text)
      if text.bytes.count >= Self.pieceSize { try take(text.takeBytes()) }
    }
    for position in 0..<extract.relationCount { relation(extract.relation(position), &text) }
    text.add("</osm>\n")
    try take(text.takeBytes())
  }

  /// Gives the compressed file piece by piece.
  public func writeGzipped<Failure>(_ take: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let gzip = GzipStream()
    try write { (piece: [UInt8]) throws(Failure) in try take(gzip.add(piece)) }
    try take(gzip.finish())
  }

  private func header(_ text: inout XMLText) {
    text.add("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\" generator=\"")
    text.add(Self.generator)
    text.add("\">\n")
    guard let bounds = extract.bounds else { return }
    text.add(" <bounds minlat=\"")
    text.addDegrees(bounds.southWest.latitude)
    text.add("\" minlon=\"")
    text.addDegrees(bounds.southWest.longitude)
    text.add("\" maxlat=\"")
    text.addDegrees(bounds.northEast.latitude)
    text.add("\" maxlon=\"")
    text.addDegrees(bounds.northEast.longitude)
    text.add("\"/>\n")
  }
}

extension OSMXMLWriter {
  private func node(_ position: Int, _ text: inout XMLText) {
    let coordinate = extract.coordinates[position]
    text.add(" <node id=\"")
    text.add(extract.nodeIDs[position])
    text.add("\" lat=\"")
    text.addDegrees(coordinate.latitude)
    text.add("\" lon=\"")
    text.addDegrees(coordinate.longitude)
    let tags = extract.nodeTags(at: UInt32(position))
    guard !tags.isEmpty else { return text.add("\"/>\n") }
    text.add("\">\n")
    add(tags, &text)
    text.add(" </node>\n")
  }

  private func way(_ way: MapExtract.Way, _ text: inout XMLText) {
    text.add(" <way id=\"")
    text.add(way.id)
    text.add("\">\n")
    for node in way.nodes where node != MapExtract.missingNode {
      text.add("  <nd ref=\"")
      text.add(extract.nodeIDs[Int(node)])
      text.add("\"/>\n")
    }
    add(way.tags, &text)
    text.add(" </way>\n")
  }

  private func relation(_ relation: MapExtract.Relation, _ text: inout XMLText) {
    text.add(" <relation id=\"")
    text.add(relation.id)
    text.add("\">\n")
    for member in relation.members {
      text.add("  <member type=\"")
      text.add(String(describing: member.entity))
      text.add("\" ref=\"")
      text.add(member.id)
      text.add("\" role=\"")
      text.addEscaped(member.role)
      text.add("\"/>\n")
    }
    add(relation.tags, &text)
    text.add(" </relation>\n")
  }

  private func add(_ tags: Tags, _ text: inout XMLText) {
    for (key, value) in tags.pairs {
      text.add("  <tag k=\"")
      text.addEscaped(key)
      text.add("\" v=\"")
      text.addEscaped(value)
      text.add("\"/>\n")
    }
  }
}
