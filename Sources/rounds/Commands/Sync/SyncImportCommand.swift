import ArgumentParser
import Briefing
import Foundation
import Quantities
import VisitSync

/// `rounds sync import`: merges visit logs.
struct SyncImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Verifies and merges visit logs; twice or in another order makes no difference.",
    discussion: """
      A line that does not open is kept, named and never merged; it does not stop the others. Of a
      folder every *.visits is taken; trip packs and receipts are named and passed over.

      With --watch it looks into a folder until Ctrl-C. A file is taken once it has been still for
      one interval, and the workspace is free for other commands in between.

      Examples:
        rounds sync import C1.visits C2.visits
        rounds sync import stick --json
        rounds sync import /srv/inbox --watch --interval 10
      """)

  @Argument(help: "Visit logs, or folders of them.")
  var files: [String]
  @Flag(help: "Go on looking into the one folder named, until Ctrl-C.")
  var watch = false
  @Option(help: "Seconds between two looks, from 0.1 to 3600.")
  var interval = 5.0
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0.1...3600).contains(interval) else {
      throw ValidationError("--interval \(interval): 0.1 to 3600 seconds are possible.")
    }
    if watch, files.count != 1 { throw ValidationError("--watch looks into exactly one folder.") }
  }

  func run() throws {
    if watch { return try runWatch() }
    let workspace = try Workspace(common, isWriting: true)
    let (imports, failure) = try take(try listed(workspace.terminal), in: workspace)
    try workspace.terminal.answer(imports)
    if let failure { throw failure }
    if imports.contains(where: { $0.quarantined > 0 || $0.kind != "visits" }) { throw ExitCode(2) }
  }

  /// The files named, with folders opened.
  private func listed(_ terminal: Terminal) throws -> [URL] {
    try files.flatMap { path -> [URL] in
      let url = URL(fileURLWithPath: path)
      guard url.isFolder else { return [url] }
      let logs = try FolderWatch.logs(in: url)
      if logs.isEmpty { terminal.remark(terminal.phrases.sync.noLogs(url.path)) }
      return logs
    }
  }

  /// Takes in `files` one by one; one that cannot be read does not hold up the others.
  private func take(
    _ files: [URL], in workspace: Workspace
  ) throws -> (imports: [Import], failure: (any Error)?) {
    let terminal = workspace.terminal
    let keys = try OfficeKeys(workspace, keys, isMaking: false).all
    guard !keys.isEmpty else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noOfficeKey)
    }
    let importing = LogImport(workspace: workspace, keys: keys, trips: try workspace.knownTrips())
    var imports: [Import] = []
    var failure: (any Error)?
    for file in files {
      do {
        imports.append(try importing.run(file))
      } catch {
        terminal.remark("\(error)")
        failure = error
      }
    }
    try workspace.refreshEffects()
    for done in imports { say(done, terminal) }
    return (imports, failure)
  }

  private func say(_ done: Import, _ terminal: Terminal) {
    guard done.kind == SyncFileKind.visitLog.rawValue else { return }
    terminal.say(
      "\(done.file)  "
        + terminal.phrases.messages.syncSummary(done.new, done.known, done.quarantined))
    for log in done.rollbacks { terminal.remark(terminal.phrases.sync.rolledBack(done.file, log)) }
  }

  // MARK: Watching

  private func runWatch() throws {
    let folder = URL(fileURLWithPath: files[0], isDirectory: true)
    let terminal = try Workspace(common).terminal
    guard folder.isFolder else {
      throw CommandFailure(.noInput, terminal.phrases.messages.missingFile(folder.path))
    }
    StopRequest.listen()
    terminal.remark(terminal.phrases.sync.watching(folder.path))
    var watch = FolderWatch(folder)
    while !StopRequest.isMade {
      let still = try watch.look()
      if !still.isEmpty, try takeWatched(still, terminal) {
        for file in still { watch.take(file) }
      }
      StopRequest.wait(seconds: interval)
    }
    terminal.remark(terminal.phrases.sync.watchEnded)
  }

  /// Takes in files that lie still; whether that was possible now.
  private func takeWatched(_ files: [URL], _ terminal: Terminal) throws -> Bool {
    do {
      let workspace = try Workspace(common, isWriting: true)
      for done in try take(files, in: workspace).imports { try terminal.answerLine(done) }
      return true
    } catch let failure as CommandFailure where failure.code == .inUse {
      terminal.remark(failure.description)
      return false
    }
  }
}

extension URL {
  /// Whether a folder lies there.
  var isFolder: Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
