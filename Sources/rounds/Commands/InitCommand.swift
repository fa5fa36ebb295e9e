import ArgumentParser
import Briefing
import CaseImport
import Foundation
import OfficeStore
import VisitRules

/// `rounds init`: makes a workspace.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a workspace: database, rules, checklists, crews and settings.",
    discussion: """
      Examples:
        rounds init office --name "Newport office" --jurisdiction GENERIC-STRICT --currency GBP
        rounds init 清溪 --language zh-Hans --jurisdiction CN --currency CNY --time-zone +08:00
      """)

  @Argument(help: "The folder; made if it is not there.")
  var folder: String
  @Option(help: "What the office is called on sheets.")
  var name: String?
  @Option(help: "The rules where an address does not say otherwise: CN or GENERIC-STRICT.")
  var jurisdiction = "GENERIC-STRICT"
  @Option(help: "The currency of amounts that do not name one.")
  var currency = "CNY"
  @Option(help: "How far clocks are ahead of UTC.")
  var timeZone = "+08:00"
  @Flag(help: "Only say what would be made.")
  var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let terminal = common.terminal()
    let layout = Workspace.Layout(folder: URL(fileURLWithPath: folder, isDirectory: true))
    guard !FileManager.default.fileExists(atPath: layout.database.path) else {
      throw CommandFailure(.cannotWrite, terminal.phrases.commands.workspaceExists(folder))
    }
    let files = try files(terminal)
    if !dryRun { try make(layout, files, terminal) }
    for file in files { terminal.say("  \(file.path)") }
    terminal.say(
      dryRun ? terminal.phrases.messages.dryRun : terminal.phrases.messages.workspaceMade(folder))
    try terminal.answer(Answer(workspace: folder, files: files.map(\.path), dryRun: dryRun))
  }

  private struct Answer: Encodable {
    let workspace: String
    let files: [String]
    let dryRun: Bool
  }

  private func files(_ terminal: Terminal) throws -> [(path: String, bytes: [UInt8])] {
    let settings = """
      name: \(name ?? URL(fileURLWithPath: folder).lastPathComponent)
      language: \(terminal.language.rawValue)
      time_zone: "\(timeZone)"
      jurisdiction: \(jurisdiction)
      currency: \(currency)
      navigation_app: geo

      """
    let (_, remarks) = try Configuration.read(
      URL(fileURLWithPath: "settings.yaml"), terminal: terminal
    ) { () throws(ConfigurationError) in try SettingsFile.read(Array(settings.utf8)) }
    if let remark = remarks.first {
      throw CommandFailure(.badInput, terminal.phrases.sentence(for: remark))
    }
    return BundledRules.files.map { ($0.path, $0.bytes) } + [
      ("settings.yaml", Array(settings.utf8)),
      ("crews.yaml", Array(terminal.phrases.commands.crewsTemplate.utf8)),
    ]
  }

  private func make(
    _ layout: Workspace.Layout, _ files: [(path: String, bytes: [UInt8])], _ terminal: Terminal
  ) throws {
    let manager = FileManager.default
    for folder in [
      layout.rules, layout.checklists, layout.mappings, layout.output, layout.map, layout.keys,
    ] {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: layout.keys.path)
    for file in files {
      let target = layout.folder.appendingPathComponent(file.path)
      guard !manager.fileExists(atPath: target.path) else { continue }
      try AtomicFile.write(file.bytes, to: target)
    }
    do {
      _ = try OfficeStore(path: layout.database.path, isNew: true)
    } catch {
      throw StoreFailure.failure(error, file: layout.database.path, terminal: terminal)
    }
  }
}
