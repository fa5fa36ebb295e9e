import Briefing
import Foundation
import Quantities
import VisitSync

/// The office's private keys, opened for one command.
struct OfficeKeys {
  /// Every key, the newest last; old ones still open the logs that were sealed to them.
  let all: [OfficeKey]

  /// The key that new packs name.
  var current: OfficeKey? { all.last }

  /// The keys of a workspace.
  ///
  /// - Parameters:
  ///   - workspace: the workspace whose folder holds them.
  ///   - options: how they are opened where they are sealed.
  ///   - isMaking: whether a first key is made when there is none.
  /// - Throws: ``CommandFailure`` when a key file cannot be opened or written; the file system's
  ///   error when the folder cannot be made.
  init(_ workspace: Workspace, _ options: KeyOptions, isMaking: Bool) throws {
    let folder = KeyFolder(workspace)
    let access = KeyAccess(options, terminal: workspace.terminal)
    var keys = try folder.open(access).ring?.keys ?? []
    if keys.isEmpty, isMaking {
      var generator = SystemRandomNumberGenerator()
      let key = OfficeKey(using: &generator)
      try folder.add(key, on: workspace.now.date, after: [])
      keys = [key]
    }
    all = keys
  }
}
