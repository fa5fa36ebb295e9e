import ArgumentParser
import Briefing
import FieldModel
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// `rounds sync erase`: deletes what was recorded of a case, a visit or a record.
struct SyncEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Deletes the recorded bytes of a case, visit or record; its place in the log stays.",
    discussion: """
      For a request for erasure. The signed bytes are deleted and overwritten in the database; the
      record's name and its place in the chain stay, so that the rest of the log can still be
      verified, and the same record never comes back from a file. What followed from it for a case,
      such as a stop flag, goes with it. Visit logs on sticks, packs and backups are not reached.

      Examples:
        rounds sync erase --case W-0042 --by "M. Hale" --reason "request of 3 March" --dry-run
        rounds sync erase --visit VNB2WEN8F1 --by "M. Hale" --reason "request of 3 March"
      """)

  @Option(name: .customLong("case"), help: "Every visit of this case.")
  var loanCase: String?
  @Option(help: "This visit.")
  var visit: String?
  @Option(help: "This record, by its identity.")
  var record: String?
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard [loanCase, visit, record].compactMap(\.self).count == 1 else {
      throw ValidationError("Name one of --case, --visit and --record.")
    }
  }

  func run() throws {
    let workspace = try Workspace(common, isWriting: !decision.dryRun)
    let terminal = workspace.terminal
    let records = try find(in: workspace)
    guard !records.isEmpty else {
      throw CommandFailure(.badInput, terminal.phrases.sync.nothingToErase)
    }
    if !decision.dryRun {
      let erasures = records.map {
        StoredErasure(
          identity: $0.identity.text, by: decision.by, reason: decision.reason, at: workspace.now)
      }
      _ = try workspace.stored { try $0.erase(erasures) }
      try workspace.refreshEffects()
    }
    for record in records {
      terminal.say("  \(record.record.log)  \(record.record.sequence)  \(record.identity)")
    }
    terminal.say(terminal.phrases.sync.erased(records.count, decision.dryRun))
    try terminal.answer(
      Answer(
        records: records.map {
          Answer.Record(
            identity: $0.identity.text, log: $0.record.log.text, seq: Int($0.record.sequence))
        }, dryRun: decision.dryRun))
  }

  private func find(in workspace: Workspace) throws -> [SignedRecord] {
    let records = try workspace.records().set.records
    if let record { return records.filter { $0.identity.text == record } }
    let visits = try visits(in: workspace, records)
    var found = records.filter { record in
      record.record.events.contains { event in event.visit.map(visits.contains) ?? false }
    }
    // Corrections may stand in records that name no visit.
    let names = Set(found.map(\.identity))
    found += records.filter { record in
      !names.contains(record.identity)
        && record.record.events.contains { event in
          event.body.target.map { names.contains($0.record) } ?? false
        }
    }
    return found
  }

  /// The visits named, or those of the case named, by every plan that was packed or is stored.
  private func visits(
    in workspace: Workspace, _ records: [SignedRecord]
  ) throws -> Set<Identifier<PlannedVisit>> {
    if let visit { return [Identifier(visit)] }
    guard let loanCase else { return [] }
    let wanted = Identifier<LoanCase>(loanCase)
    let told = Set(records.flatMap { $0.record.events.compactMap(\.visit) })
    var visits: Set<Identifier<PlannedVisit>> = []
    for (visit, stored) in try workspace.stored({ try $0.listStops(of: told) })
    where stored.stop.cases.contains(wanted) { visits.insert(visit) }
    for stops in try workspace.packedStops().values {
      for (visit, stored) in stops where stored.stop.cases.contains(wanted) {
        visits.insert(visit)
      }
    }
    return visits
  }

  private struct Answer: Encodable {
    struct Record: Encodable {
      let identity: String
      let log: String
      let seq: Int
    }

    let records: [Record]
    let dryRun: Bool
  }
}
