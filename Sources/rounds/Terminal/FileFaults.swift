import Briefing
import FieldModel
import Foundation
import Gazetteer
import MapBuilding
import RoadNetwork
import VisitSync

/// Files that cannot be used, in words: what was found and what to do.
extension Terminal {
  /// The failure to read an extract at `path`.
  func failure(_ error: MapExtractError, path: String) -> CommandFailure {
    let (found, advice) =
      switch error.code {
      case .cannotOpen: ("", "check-path")
      case .unknownFormat: ("", "name-of-extract")
      case .damaged: (error.found, "fetch-again")
      case .tooLarge: (error.found, "cut-smaller-area")
      case .empty: ("", "check-area")
      }
    return failure(
      error.code == .cannotOpen ? .noInput : .badInput, path,
      Diagnostic(.error, error.code.rawValue, found: found, advice: advice))
  }

  /// The failure to make a map of the extract at `path`.
  func failure(_ error: RoadDraftError, path: String) -> CommandFailure {
    let remark =
      switch error {
      case .noRoads: Diagnostic(.error, "map-without-roads", advice: "check-area")
      case .tooLarge: Diagnostic(.error, "map-too-large", advice: "cut-smaller-area")
      default:
        Diagnostic(.error, "map-contradictory", found: "\(error)", advice: "fetch-again")
      }
    return failure(.badInput, path, remark)
  }

  /// What is wrong with a sync file.
  func statement(of error: SyncFileError) -> String {
    phrases.statement(of: error.diagnostic)
  }

  /// What is wrong with a road file.
  func statement(of error: RoadFileError) -> String {
    switch error {
    case .notARoadFile: statement("wrong-format")
    case .unsupportedVersion(let found, _): statement("unknown-version", found: "\(found)")
    case .truncated: statement("file-cut-short")
    case .damaged(let section): statement("file-damaged", found: section)
    }
  }

  /// What is wrong with a place file.
  func statement(of error: PlaceFileError) -> String {
    switch error {
    case .notAPlaceFile: statement("wrong-format")
    case .unsupportedVersion(let found): statement("unknown-version", found: "\(found)")
    case .truncated: statement("file-cut-short")
    case .damaged(let section): statement("file-damaged", found: section)
    }
  }

  private func statement(_ code: String, found: String = "") -> String {
    phrases.statement(of: Diagnostic(.error, code, found: found))
  }

  private func failure(
    _ code: CommandFailure.Code, _ path: String, _ remark: Diagnostic
  ) -> CommandFailure {
    CommandFailure(code, path + phrases.remarks.separator + phrases.statement(of: remark))
  }
}

extension SyncFileError {
  /// The fault as a remark.
  var diagnostic: Diagnostic {
    switch self {
    case .tooLarge: Diagnostic(.error, "sync-file-too-large")
    case .empty: Diagnostic(.error, "sync-file-empty", advice: "ask-for-another-copy")
    case .incomplete(let found, let count):
      Diagnostic(
        .error, "sync-file-incomplete", found: "\(found)/\(count)", advice: "ask-for-another-copy")
    case .line(let number, _, let fault):
      Diagnostic(.error, "sync-\(fault.code)", line: number, advice: fault.advice)
    case .mixed(let field):
      Diagnostic(.error, "sync-file-mixed", field: field, advice: "ask-for-another-copy")
    }
  }
}
