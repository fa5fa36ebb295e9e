import ArgumentParser
import Briefing
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// `rounds sync verify`: says what is in a sync file and whether it is sound.
struct SyncVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Says what is in any trip pack, visit log or receipt and whether it is sound.",
    discussion: """
      Nothing is changed. In a workspace the office's keys and the day keys of its trips open what
      they can; elsewhere, or with another office's file, only the outside is looked at. It ends
      with 2 when a file is not sound.

      Examples:
        rounds sync verify out/2026-11-23/*.trip C1.visits today.receipt
        rounds sync verify C1.trip --day-key-file key.txt --json
      """)

  @Argument(help: "Trip packs, visit logs, receipts, in any mix.")
  var files: [String]
  @Option(help: "A file that holds the day key of a pack that this workspace does not know.")
  var dayKeyFile: String?
  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let verification = try prepare()
    let terminal = verification.terminal
    var verdicts: [FileVerdict] = []
    var failure: (any Error)?
    for file in files {
      do {
        let verdict = try verification.verify(URL(fileURLWithPath: file))
        show(verdict, terminal)
        verdicts.append(verdict)
      } catch {
        terminal.remark("\(error)")
        failure = error
      }
    }
    try terminal.answer(verdicts)
    if let failure { throw failure }
    if verdicts.contains(where: { !$0.isSound }) { throw ExitCode(2) }
  }

  /// The keys that are here; none where there is no workspace.
  private func prepare() throws -> FileVerification {
    let database = Workspace.Layout(folder: common.folder).database
    guard FileManager.default.fileExists(atPath: database.path) else {
      let terminal = common.terminal()
      return FileVerification(terminal: terminal, dayKeys: try ownDayKey(terminal))
    }
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let known = try workspace.stored { try $0.listTrips() }.compactMap { DayKey(code: $0.dayKey) }
    return FileVerification(
      terminal: terminal, keys: try OfficeKeys(workspace, keys, isMaking: false).all,
      trips: try workspace.knownTrips(), dayKeys: try ownDayKey(terminal) + known)
  }

  private func ownDayKey(_ terminal: Terminal) throws -> [DayKey] {
    guard let dayKeyFile else { return [] }
    let bytes = try InputFile.read(URL(fileURLWithPath: dayKeyFile), terminal: terminal)
    let code = String(decoding: bytes, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard let key = DayKey(code: code) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.wrongDayKey)
    }
    return [key]
  }

  private func show(_ verdict: FileVerdict, _ terminal: Terminal) {
    let phrases = terminal.phrases.sync
    terminal.heading(verdict.file)
    guard let kind = verdict.kind else {
      return terminal.say("  " + phrases.notASyncFile(verdict.file, verdict.bytes == 0))
    }
    terminal.say(
      "  "
        + phrases.fileContent(phrases.kind(kind), verdict.records, verdict.events, verdict.bytes))
    if !verdict.isOpened { terminal.say("  " + phrases.onlyOutside) }
    if let pack = verdict.pack {
      terminal.say("  " + phrases.packContent(pack.trip, pack.crew, pack.date, pack.stops))
    }
    for log in verdict.logs {
      terminal.say(
        "  \(log.log)  "
          + terminal.phrases.commands.logLine(
            log.trips.joined(separator: " "), log.records, log.isClosed && log.gaps.isEmpty,
            log.gaps.map { "\($0[0])–\($0[1])" }.joined(separator: " "), log.forks.count)
          + "  \(log.headCodes.joined(separator: " "))")
    }
    for one in verdict.confirmations {
      terminal.say(
        "  "
          + phrases.receiptLine(
            one.log, one.contiguous, one.headCode ?? "–", one.held, one.want.count))
    }
    for fault in verdict.faults {
      terminal.say("  " + phrases.faultLine(fault.statement, fault.byteOffset, fault.isTornTail))
    }
    terminal.say("  " + phrases.soundness(verdict.isSound, verdict.isOpened))
  }
}
