import ArgumentParser
import Briefing
import FieldModel
import Foundation
import Quantities
import VisitSync

/// `rounds record`: writes down visits on a machine that has no workspace.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Opens a trip pack and records visits, each sealed to the office as it is closed.",
    discussion: """
      It needs no workspace and no network. Every closed visit is on the disk before the next one
      begins, sealed so that this machine cannot open it again. Running it again on the same pack
      begins a new log; the file may be the same.

      Without a script it asks: the outcome, who was met, the address, and what belongs to the
      outcome; then payments, the stop's checklist, a note and files to attach, where an empty line
      skips the question and leaves nothing in its place. At the end of the day it asks why each
      other stop was left out.

      A script has one JSON object a line, naming the visit, or a case of it:
        {"visit":"V…","arrived":"2026-11-23T10:02:00+00:00","ended":"2026-11-23T10:15:00+00:00",
         "outcome":"O01","met":"borrower","address":"confirmed",
         "promise":{"amount_minor":25000,"currency":"GBP","due":"2026-12-01","channel":"transfer"},
         "note":"…","attach":["door.jpg"]}
        {"visit":"V…","unvisited":"no-time"}
      Without times the planned ones are taken. Lines about cases that are not in the pack are
      passed over.

      Examples:
        rounds record 2026-11-23-C1.trip --log C1.visits
        rounds record 2026-11-23-C1.trip --day-key-file key.txt --script visits.jsonl --log C1.visits
      """)

  @Argument(help: "The trip pack.")
  var pack: String
  @Option(help: "A file that holds the day key; else $ROUNDS_DAY_KEY, else it is asked for.")
  var dayKeyFile: String?
  @Option(help: "The visit log to append to.")
  var log: String
  @Option(help: "A script of visits; - for standard input. Else visits are asked for one by one.")
  var script: String?
  @Option(help: "Who writes, a staff number of the pack; else its first member.")
  var by: String?
  @Option(help: "What the crew calls this device.")
  var device = "laptop"
  @OptionGroup var common: CommonOptions

  func run() throws {
    let terminal = common.terminal()
    let pack = try open(terminal)
    let member = try writer(of: pack, terminal)
    let file = try AppendingFile(URL(fileURLWithPath: log))
    let recorder = try VisitRecorder(
      pack: pack, by: member, device: device, file: file,
      at: common.moment(offsetMinutes: pack.issued.offsetMinutes), terminal: terminal)
    if let script {
      try record(script, with: recorder, terminal)
    } else {
      try VisitPrompt(recorder: recorder, terminal: terminal).run()
    }
    let unvisited = try recorder.close(at: common.moment(offsetMinutes: pack.issued.offsetMinutes))
    report(recorder, unvisited, terminal)
    try terminal.answer(
      Answer(
        log: log, visits: recorder.visits.map(\.text),
        unvisited: unvisited.map { Answer.Unvisited(visit: $0.visit.text, reason: $0.reason) },
        attachments: recorder.attached.files, parts: recorder.attached.parts,
        headCode: recorder.headCode))
  }

  private func report(
    _ recorder: VisitRecorder, _ unvisited: [UnvisitedStop], _ terminal: Terminal
  ) {
    terminal.say(terminal.phrases.messages.recorded(recorder.visits.count))
    if recorder.attached.files > 0 {
      terminal.say(
        terminal.phrases.sync.attached(recorder.attached.files, recorder.attached.parts))
    }
    let reasons = Dictionary(grouping: unvisited, by: \.reason).sorted { $0.key < $1.key }
    for (reason, stops) in reasons {
      terminal.say(
        terminal.phrases.sync.leftOut(stops.count, terminal.phrases.sync.unvisited(reason)))
    }
    terminal.say(terminal.phrases.commands.headCode(recorder.headCode))
  }

  private struct Answer: Encodable {
    struct Unvisited: Encodable {
      let visit: String
      let reason: String
    }

    let log: String
    let visits: [String]
    let unvisited: [Unvisited]
    let attachments: Int
    let parts: Int
    let headCode: String
  }

  private func open(_ terminal: Terminal) throws -> TripPack {
    let url = URL(fileURLWithPath: pack)
    let bytes = try InputFile.read(url, terminal: terminal)
    guard let key = DayKey(code: try dayKey(terminal)) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.wrongDayKey)
    }
    do {
      return try TripPackFile.read(bytes, dayKey: key)
    } catch {
      throw CommandFailure(
        .badInput,
        terminal.phrases.commands.packUnreadable(url.path, terminal.statement(of: error)))
    }
  }

  private func dayKey(_ terminal: Terminal) throws -> String {
    if let dayKeyFile {
      let bytes = try InputFile.read(URL(fileURLWithPath: dayKeyFile), terminal: terminal)
      return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    if let key = ProcessInfo.processInfo.environment["ROUNDS_DAY_KEY"] { return key }
    terminal.remark(terminal.phrases.commands.askDayKey)
    return readLine() ?? ""
  }

  private func writer(of pack: TripPack, _ terminal: Terminal) throws -> Identifier<CrewMember> {
    let wanted = by.map { Identifier<CrewMember>($0) } ?? pack.members.first?.id
    guard let wanted, pack.members.contains(where: { $0.id == wanted }) else {
      let known = pack.members.map(\.id.text).joined(separator: ", ")
      throw ValidationError("--by \(by ?? "–"): the pack's members are \(known).")
    }
    return wanted
  }

  private func record(
    _ path: String, with recorder: VisitRecorder, _ terminal: Terminal
  ) throws {
    let bytes =
      path == "-"
      ? [UInt8](FileHandle.standardInput.readDataToEndOfFile())
      : try InputFile.read(URL(fileURLWithPath: path), terminal: terminal)
    let folder =
      path == "-"
      ? URL(fileURLWithPath: ".", isDirectory: true)
      : URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      for (position, visit) in try VisitScript.read(bytes).enumerated() {
        guard case .refused = try recorder.record(visit, folder: folder) else { continue }
        throw CommandFailure(
          .badInput,
          terminal.phrases.commands.scriptFault(
            path, position + 1, visit.visit ?? visit.caseNumber ?? "visit?"))
      }
    } catch let fault as ScriptFault {
      throw CommandFailure(
        .badInput, terminal.phrases.commands.scriptFault(path, fault.line, fault.found))
    }
  }
}
