import ArgumentParser
import Briefing
import CaseImport
import Crypto
import FieldModel
import Foundation
import OfficeStore
import Quantities

/// `rounds import`: takes in what others hand over.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in lenders' case files.",
    subcommands: [ImportCasesCommand.self])
}

/// `rounds import cases`: a lender's spreadsheet into cases.
struct ImportCasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases",
    abstract: "Reads a lender's case file and takes over what is new, changed, cured or gone.",
    discussion: """
      UTF-8 or GB 18030; commas, semicolons or tabs; headers in English or Chinese. A row that
      cannot be read is named with line and column, and never stops the others.

      Examples:
        rounds import cases cases.csv --dry-run
        rounds import cases cases.csv --mapping mappings/first-bank.yaml
      """)

  @Argument(help: "The file.")
  var file: String
  @Option(help: "How this lender writes: a file of the folder mappings.")
  var mapping: String?
  @Option(help: "Whose file it is, if the file does not say.")
  var lender: String?
  @Option(help: "The day on which the figures were true; else today.")
  var asOf: String?
  @Flag(help: "Show what would change and write nothing.")
  var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let url = URL(fileURLWithPath: file)
    let (batch, digest) = try read(url, workspace)
    let stored = try workspace.stored { try $0.listFileCases() }
    let changes = CaseChanges.between(
      old: stored, new: batch, lender: lender.map { Identifier($0) })
    if !dryRun, !changes.isEmpty {
      let source = ImportBatch(
        lender: batch.cases.first?.lender ?? Identifier(lender ?? ""), fileDigest: digest,
        importedAt: workspace.now, rows: batch.rows)
      try workspace.stored { try $0.save(changes.written, from: source) }
    }
    try show(batch, changes, of: url, terminal)
    if (batch.diagnosticCounts[.error] ?? 0) > 0 { throw ExitCode(2) }
  }

  private func read(_ url: URL, _ workspace: Workspace) throws -> (CaseBatch, digest: String) {
    let terminal = workspace.terminal
    let handle = try InputFile.open(url, terminal: terminal)
    defer { try? handle.close() }
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: 0)
    var digest = SHA256()
    do {
      var reader = CaseFileReader(
        mapping: try readMapping(workspace), asOf: try day(workspace),
        offsetMinutes: workspace.settings.offsetMinutes)
      var done = 0
      let progress = terminal.progress
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
        digest.update(data: chunk)
        try reader.feed([UInt8](chunk))
        done += chunk.count
        progress(Progress(stage: "import.read", done: done, total: Int(size)))
      }
      let batch = try reader.finish()
      return (batch, Hexadecimal.text(digest.finalize()))
    } catch let error as CaseFileError {
      throw CommandFailure(
        .badInput,
        "\(url.path): \(terminal.phrases.commands.caseFileError(error.code, error.detail))")
    }
  }

  /// The lender's mapping; a currency that it does not state is the office's.
  private func readMapping(_ workspace: Workspace) throws -> ColumnMapping {
    let terminal = workspace.terminal
    guard let path = mapping else {
      return ColumnMapping(
        lender: lender.map { Identifier($0) }, currency: workspace.settings.currency)
    }
    let url = URL(fileURLWithPath: path)
    let bytes = try InputFile.read(url, terminal: terminal)
    let read = try Configuration.read(url, terminal: terminal) {
      () throws(ConfigurationError) in try ColumnMapping.read(bytes)
    }
    terminal.show(read.diagnostics, of: url)
    var mapping = read.mapping
    mapping.currency = mapping.currency ?? workspace.settings.currency
    if let lender { mapping.lender = Identifier(lender) }
    return mapping
  }

  private func day(_ workspace: Workspace) throws -> ServiceDate {
    guard let asOf else { return workspace.now.date }
    guard let date = ServiceDate(asOf) else {
      throw ValidationError("--as-of \(asOf): write the day as 2026-11-22.")
    }
    return date
  }

  private func show(
    _ batch: CaseBatch, _ changes: CaseChanges, of url: URL, _ terminal: Terminal
  ) throws {
    let messages = terminal.phrases.messages
    terminal.show(Array(batch.diagnostics.prefix(200)), of: url)
    let kept = batch.diagnosticCounts.values.reduce(0, +)
    if kept > 200 { terminal.remark(terminal.phrases.commands.moreRemarks(kept - 200)) }
    terminal.say(messages.rowsRead(batch.rows, batch.rowsLeftOut))
    terminal.say(
      messages.importSummary(
        changes.new.count, changes.changed.count, changes.unchanged.count, changes.cured.count,
        changes.gone.count))
    for change in changes.changed.prefix(20) {
      terminal.say("  \(change.loanCase.id): \(change.fields.joined(separator: ", "))")
    }
    for conflict in changes.conflicts {
      terminal.remark(terminal.phrases.commands.caseConflict(conflict.text))
    }
    if dryRun { terminal.say(messages.dryRun) }
    if changes.isEmpty { terminal.say(messages.nothingChanged) }
    try terminal.answer(
      Answer(
        rows: batch.rows, rowsLeftOut: batch.rowsLeftOut, encoding: batch.encoding.rawValue,
        new: changes.new.map(\.id.text), changed: changes.changed.map(\.loanCase.id.text),
        cured: changes.cured.map(\.id.text), gone: changes.gone.map(\.id.text),
        unchanged: changes.unchanged.count, conflicts: changes.conflicts.map(\.text),
        dryRun: dryRun, remarks: batch.diagnostics.map(RemarkAnswer.init)))
  }

  private struct Answer: Encodable {
    let rows: Int
    let rowsLeftOut: Int
    let encoding: String
    let new: [String]
    let changed: [String]
    let cured: [String]
    let gone: [String]
    let unchanged: Int
    let conflicts: [String]
    let dryRun: Bool
    let remarks: [RemarkAnswer]
  }
}

/// A remark as JSON.
struct RemarkAnswer: Encodable {
  let severity: String
  let code: String
  let line: Int?
  let field: String
  let found: String
  let advice: String

  init(_ remark: Diagnostic) {
    severity = "\(remark.severity)"
    code = remark.code
    line = remark.line
    field = remark.field
    found = remark.found
    advice = remark.advice
  }
}

extension CaseFileError {
  /// What was found, in the file's own words.
  var detail: String {
    switch self {
    case .empty, .headerTooLong: ""
    case .wrongEncoding(let found): found
    case .missingColumns(let columns): columns.joined(separator: ", ")
    case .repeatedColumn(let field, let headers): "\(field): \(headers.joined(separator: ", "))"
    case .tooManyColumns(let count): "\(count)"
    case .tooManyRows(let limit): "\(limit)"
    }
  }
}
