import Briefing
import FieldModel
import Foundation
import Quantities
import RoadNetwork

/// Road files mapped into memory for as long as the server runs.
enum DeskMap {
  /// The network of the file at `path`.
  ///
  /// - Throws: ``DeskFailure`` when there is no such file or it is no road file of this version.
  static func open(_ path: String, phrases: Phrasebook) throws -> RoadNetwork {
    guard let data = try? NSData(contentsOfFile: path, options: .alwaysMapped) else {
      throw DeskFailure.noInput(phrases.messages.missingFile(path))
    }
    // SAFETY: The bytes stay where they are while `data` lives, which the release holds.
    nonisolated(unsafe) let owner = data
    let bytes = unsafe FileBytes(
      UnsafeRawBufferPointer(start: data.bytes, count: data.length)
    ) { _ = unsafe owner.length }
    do {
      return try RoadNetwork(bytes)
    } catch {
      throw DeskFailure.badInput(phrases.commands.badMapFile(path, reason(error, phrases)))
    }
  }

  private static func reason(_ error: RoadFileError, _ phrases: Phrasebook) -> String {
    let (code, found) =
      switch error {
      case .notARoadFile: ("wrong-format", "")
      case .unsupportedVersion(let found, _): ("unknown-version", "\(found)")
      case .truncated: ("file-cut-short", "")
      case .damaged(let section): ("file-damaged", section)
      }
    return phrases.statement(of: Diagnostic(.error, code, found: found))
  }
}
