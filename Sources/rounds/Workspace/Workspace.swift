import Briefing
import CaseImport
import FieldModel
import Foundation
import Gazetteer
import OfficeStore
import Quantities
import RoadNetwork
import VisitRules

/// The folder of one office: its database, its settings, and what is printed from them.
struct Workspace {
  /// Where things lie in a workspace.
  struct Layout {
    let folder: URL

    var database: URL { folder.appendingPathComponent("rounds.sqlite") }
    var settings: URL { folder.appendingPathComponent("settings.yaml") }
    var roadSchedule: URL { folder.appendingPathComponent("roads.yaml") }
    var crews: URL { folder.appendingPathComponent("crews.yaml") }
    var rules: URL { folder.appendingPathComponent("rules", isDirectory: true) }
    var checklists: URL { folder.appendingPathComponent("checklists", isDirectory: true) }
    var profiles: URL { folder.appendingPathComponent("profiles", isDirectory: true) }
    var mappings: URL { folder.appendingPathComponent("mappings", isDirectory: true) }
    var output: URL { folder.appendingPathComponent("out", isDirectory: true) }
    var map: URL { folder.appendingPathComponent("map", isDirectory: true) }
    var roads: URL { map.appendingPathComponent("roads.rounds-road") }
    var places: URL { map.appendingPathComponent("places.rounds-place") }
    var keys: URL { folder.appendingPathComponent("keys", isDirectory: true) }
  }

  let layout: Layout
  let settings: WorkspaceSettings
  let store: OfficeStore
  let terminal: Terminal
  let now: Instant
  private let lock: WorkspaceLock?

  /// Opens the workspace that `options` name.
  ///
  /// - Parameters:
  ///   - options: the folder, the language and the moment, as the command line gives them.
  ///   - isWriting: whether the command changes it, and must be the only one that does.
  /// - Throws: ``CommandFailure`` when there is no workspace, it is damaged or in use.
  init(_ options: CommonOptions, isWriting: Bool = false) throws {
    layout = Layout(folder: options.folder)
    var terminal = options.terminal()
    guard FileManager.default.fileExists(atPath: layout.database.path) else {
      throw CommandFailure(
        .noInput, terminal.phrases.commands.noWorkspace(layout.folder.path))
    }
    let settings = try Self.readSettings(layout.settings, terminal: terminal)
    self.settings = settings
    let preferred = Language(rawValue: settings.language.rawValue)
    terminal = options.terminal(preferred: preferred)
    self.terminal = terminal
    now = options.moment(offsetMinutes: settings.offsetMinutes)
    lock =
      isWriting ? try WorkspaceLock(layout.folder, message: terminal.phrases.messages.inUse) : nil
    store = try Self.openStore(layout.database, terminal: terminal)
  }

  private static func openStore(_ url: URL, terminal: Terminal) throws -> OfficeStore {
    do {
      return try OfficeStore(path: url.path)
    } catch {
      throw StoreFailure.failure(error, file: url.path, terminal: terminal)
    }
  }

  private static func readSettings(_ url: URL, terminal: Terminal) throws -> WorkspaceSettings {
    let bytes = try InputFile.read(url, terminal: terminal)
    let read = try Configuration.read(url, terminal: terminal) { () throws(ConfigurationError) in
      try SettingsFile.read(bytes)
    }
    terminal.show(read.diagnostics, of: url)
    return read.settings
  }

  // MARK: What people edit

  /// The crews of `crews.yaml`; remarks go to standard error.
  func crews() throws -> [Crew] {
    let bytes = try InputFile.read(layout.crews, terminal: terminal)
    let roster = try Configuration.read(layout.crews, terminal: terminal) {
      () throws(ConfigurationError) in try CrewFile.read(bytes)
    }
    terminal.show(roster.diagnostics, of: layout.crews)
    return roster.crews.sorted { $0.id < $1.id }
  }

  /// The rules of the folder `rules`.
  func rules() throws -> RuleBook {
    let files = try yamlFiles(in: layout.rules)
    let read = RuleFiles(
      try files.map { ($0.lastPathComponent, try InputFile.read($0, terminal: terminal)) },
      home: settings.jurisdiction)
    for (file, remarks) in read.remarks {
      terminal.show(remarks, of: layout.rules.appendingPathComponent(file))
    }
    return read.book
  }

  /// The checklist of the folder `checklists`.
  func checklist() throws -> Checklist {
    let file = layout.checklists.appendingPathComponent("checklist.yaml")
    let (checklist, remarks) = ChecklistFile.read(try InputFile.read(file, terminal: terminal))
    terminal.show(remarks, of: file)
    guard let checklist else {
      throw CommandFailure(.badInput, terminal.phrases.commands.fileUnreadable(file.path))
    }
    return checklist
  }

  private func yamlFiles(in folder: URL) throws -> [URL] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return files.filter { ["yaml", "yml"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  // MARK: The map

  /// The gazetteer of the workspace's map.
  func gazetteer() throws -> Gazetteer {
    guard FileManager.default.fileExists(atPath: layout.places.path) else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noMap)
    }
    do {
      return try Gazetteer(try MappedFile.open(layout.places))
    } catch let error as PlaceFileError {
      throw CommandFailure(
        .badInput,
        terminal.phrases.commands.badMapFile(layout.places.path, terminal.statement(of: error)))
    }
  }

  /// Runs `work` on the store, with its errors in words.
  func stored<Value>(_ work: (OfficeStore) throws -> Value) throws -> Value {
    do {
      return try work(store)
    } catch {
      throw StoreFailure.failure(error, file: layout.database.path, terminal: terminal)
    }
  }
}

/// Errors of the office database in words.
enum StoreFailure {
  static func failure(_ error: any Error, file: String, terminal: Terminal) -> any Error {
    guard let error = error as? OfficeStoreError else { return error }
    let phrases = terminal.phrases.commands
    switch error {
    case .damaged(let reason):
      return CommandFailure(.badInput, phrases.databaseDamaged(file, reason))
    case .inUse: return CommandFailure(.inUse, terminal.phrases.messages.inUse)
    case .diskFull: return CommandFailure(.cannotWrite, phrases.diskFull(file))
    case .newerVersion: return CommandFailure(.badInput, phrases.databaseNewer(file))
    case .missing: return CommandFailure(.noInput, terminal.phrases.messages.missingFile(file))
    case .refused(let reason): return CommandFailure(.failure, "\(file): \(reason)")
    }
  }
}

extension Terminal {
  /// Writes remarks on a file to standard error.
  func show(_ remarks: [Diagnostic], of file: URL) {
    for remark in remarks {
      self.remark(file.path + phrases.remarks.separator + phrases.sentence(for: remark))
    }
  }
}

/// Files of settings that people edit.
enum Configuration {
  /// Runs `work` on the file at `url`, with its errors in words.
  static func read<Value>(
    _ url: URL, terminal: Terminal, _ work: () throws(ConfigurationError) -> Value
  ) throws -> Value {
    do {
      return try work()
    } catch {
      let reason =
        switch error {
        case .missing(let remark): terminal.phrases.statement(of: remark)
        case .notYAML(let line, let problem):
          terminal.phrases.statement(
            of: Diagnostic(.error, error.code, line: line, found: problem))
        case .notText, .tooLarge, .notAMapping:
          terminal.phrases.statement(of: Diagnostic(.error, error.code))
        }
      throw CommandFailure(
        .badInput, url.path + terminal.phrases.remarks.separator + reason)
    }
  }
}

/// Files that a person hands in, read whole with a limit.
enum InputFile {
  /// The largest file read whole.
  static let limit = 64 << 20

  /// The bytes of a file of at most 64 MiB.
  static func read(_ url: URL, terminal: Terminal) throws -> [UInt8] {
    let handle = try open(url, terminal: terminal)
    defer { try? handle.close() }
    guard let data = try handle.read(upToCount: limit + 1) else { return [] }
    guard data.count <= limit else {
      throw CommandFailure(.badInput, terminal.phrases.commands.fileTooLarge(url.path))
    }
    return [UInt8](data)
  }

  /// The file at `url`, open for reading; a folder is no file.
  static func open(_ url: URL, terminal: Terminal) throws -> FileHandle {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    guard exists, !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: url.path) else {
      throw CommandFailure(.noInput, terminal.phrases.messages.missingFile(url.path))
    }
    return handle
  }
}
