import Briefing
import FieldModel
import Foundation
import MapBuilding
import Quantities

/// The travel profiles of a folder, in place of the bundled ones of the same name.
struct ProfileFolder {
  let folder: URL
  let terminal: Terminal

  /// The profiles of `modes`: from the folder where it has their file, else the bundled ones.
  ///
  /// - Throws: ``CommandFailure`` when the folder is not there or one of its files has a fault; the
  ///   remarks are then on standard error. A map is never built with half a profile.
  func profiles(of modes: [TravelMode]) throws -> [TravelProfile] {
    let names = try fileNames()
    let known = TravelProfile.bundledFiles
    for name in names where !known.contains(where: { $0.name == name }) {
      terminal.show(
        [
          Diagnostic(
            .warning, "unknown-value", found: name,
            advice: known.map(\.name).joined(separator: " "))
        ], of: folder)
    }
    return try known.filter { modes.contains($0.mode) }.map { file in
      names.contains(file.name) ? try read(file) : TravelProfile.bundled(file.mode)
    }
  }

  private func fileNames() throws -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      throw CommandFailure(.noInput, terminal.phrases.messages.missingFile(folder.path))
    }
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
  }

  private func read(_ bundled: TravelProfile.BundledFile) throws -> TravelProfile {
    let url = folder.appendingPathComponent(bundled.name)
    let (profile, remarks) = TravelProfileFile.read(try InputFile.read(url, terminal: terminal))
    terminal.show(remarks, of: url)
    guard let profile else {
      throw CommandFailure(.badInput, terminal.phrases.commands.profileUnreadable(url.path))
    }
    guard profile.mode == bundled.mode else {
      let remark = Diagnostic(
        .error, "unknown-value", field: "mode", found: profile.mode.rawValue,
        advice: bundled.mode.rawValue)
      terminal.show([remark], of: url)
      throw CommandFailure(.badInput, terminal.phrases.commands.profileUnreadable(url.path))
    }
    return profile
  }
}
