import ArgumentParser
import Briefing
import Foundation
import MapBuilding
import Quantities

/// `rounds map profiles`: how each travel mode reads the map.
struct MapProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "Lists the travel profiles, or writes the bundled ones out to be changed.",
    discussion: """
      A profile is a YAML file that says where a mode may go, how fast, and what turns cost it. The \
      files of the workspace's profiles folder are taken in place of the bundled ones of the same \
      name at the next rounds map build. It needs no workspace.

      Examples:
        rounds map profiles
        rounds map profiles --write office/profiles
        rounds map profiles --write office/profiles --modes e-bike --force
      """)

  @Option(help: ArgumentHelp("The folder to write them into; made if needed.", valueName: "DIR"))
  var write: String?
  @Option(help: "Only these modes, such as car,e-bike.")
  var modes: String?
  @Flag(help: "Replace files that are there.")
  var force = false
  @Flag(help: "Only say what would be written.")
  var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let terminal = common.terminal()
    let wanted = try modes.map(ModeOption.read) ?? TravelMode.allCases
    let files = TravelProfile.bundledFiles.filter { wanted.contains($0.mode) }
    if let write {
      try self.write(files, into: URL(fileURLWithPath: write, isDirectory: true), terminal)
    } else {
      try list(files, terminal)
    }
  }

  private func list(_ files: [TravelProfile.BundledFile], _ terminal: Terminal) throws {
    let folder = Workspace.Layout(folder: common.folder).profiles
    let answers = files.map { file in
      let own = folder.appendingPathComponent(file.name)
      let isOwn = FileManager.default.fileExists(atPath: own.path)
      return Answer(
        mode: file.mode.rawValue, file: isOwn ? own.path : file.name, isBundled: !isOwn)
    }
    for (file, answer) in zip(files, answers) {
      terminal.say(
        terminal.phrases.commands.profileLine(
          terminal.phrases.words.mode(file.mode), answer.file, answer.isBundled))
    }
    try terminal.answer(answers)
  }

  private func write(
    _ files: [TravelProfile.BundledFile], into folder: URL, _ terminal: Terminal
  ) throws {
    let targets = files.map { folder.appendingPathComponent($0.name) }
    for target in targets {
      try OutputFile.refuseReplacing(target, force: force, terminal: terminal)
    }
    if !dryRun {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try AtomicFile.write(zip(files, targets).map { ($0.bytes, $1) })
    }
    for target in targets { terminal.say("  \(target.path)") }
    if dryRun { terminal.say(terminal.phrases.messages.dryRun) }
    try terminal.answer(
      zip(files, targets).map {
        Answer(mode: $0.mode.rawValue, file: $1.path, isBundled: true)
      })
  }

  private struct Answer: Encodable {
    let mode: String
    let file: String
    let isBundled: Bool
  }
}

/// Travel modes as options name them.
enum ModeOption {
  /// The modes of a list such as `car,foot`.
  static func read(_ text: String) throws -> [TravelMode] {
    try text.split(separator: ",").map { word in
      guard let mode = TravelMode(rawValue: String(word)) else {
        let known = TravelMode.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--modes \(word): known modes are \(known).")
      }
      return mode
    }
  }
}
