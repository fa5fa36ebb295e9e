import Briefing
import CaseImport
import FieldModel
import Foundation
import Quantities

/// Places of the command line or of a file that a person hands in.
struct PlaceList {
  var points: [NamedPoint]
  /// How many rows of the file could not be used.
  var leftOut: Int

  private static let mostFeatures = 1_000_000

  init(points: [NamedPoint], leftOut: Int) {
    self.points = points
    self.leftOut = leftOut
  }

  /// The places of a CSV table, or the points of a GeoJSON file (`.geojson`, `.json`).
  ///
  /// - Throws: ``CommandFailure`` when there is no such file or no place in it.
  init(file: String, terminal: Terminal) throws {
    let url = URL(fileURLWithPath: file)
    let bytes = try InputFile.read(url, terminal: terminal)
    if ["geojson", "json"].contains(url.pathExtension.lowercased()) {
      try self.init(geoJSON: bytes, file: file, terminal: terminal)
    } else {
      let read: (points: [NamedPoint], diagnostics: [Diagnostic])
      do {
        read = try PointTable.read(bytes)
      } catch {
        throw CommandFailure(
          .badInput,
          "\(file): \(terminal.phrases.commands.caseFileError(error.code, error.detail))")
      }
      terminal.show(Array(read.diagnostics.prefix(200)), of: url)
      if read.diagnostics.count > 200 {
        terminal.remark(terminal.phrases.commands.moreRemarks(read.diagnostics.count - 200))
      }
      self.init(points: read.points, leftOut: read.diagnostics.count)
    }
    guard !points.isEmpty else {
      throw CommandFailure(.badInput, terminal.phrases.roads.noPlaces(file))
    }
  }

  private init(geoJSON bytes: [UInt8], file: String, terminal: Terminal) throws {
    let phrases = terminal.phrases.roads
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let features = root["features"] as? [[String: Any]], features.count <= Self.mostFeatures
    else { throw CommandFailure(.badInput, phrases.notPoints(file, "FeatureCollection")) }
    points = try features.enumerated().map { position, feature in
      let geometry = feature["geometry"] as? [String: Any]
      guard geometry?["type"] as? String == "Point",
        let numbers = geometry?["coordinates"] as? [Double], numbers.count >= 2,
        let place = Coordinate(degreesLatitude: numbers[1], longitude: numbers[0])
      else { throw CommandFailure(.badInput, phrases.notPoints(file, "features[\(position)]")) }
      let properties = feature["properties"] as? [String: Any] ?? [:]
      let name = [feature["id"], properties["id"], properties["name"]].lazy.compactMap {
        ($0 as? String) ?? ($0 as? NSNumber)?.stringValue
      }.first
      return NamedPoint(name: name ?? String(position + 1), coordinate: place)
    }
    leftOut = 0
  }
}
