import ArgumentParser
import FieldModel
import Foundation
import Quantities
import VisitSync

/// Records visits into a log: each is sealed and on the disk before the next one begins.
final class VisitRecorder {
  let pack: TripPack
  let by: Identifier<CrewMember>
  private let file: AppendingFile
  private var writer: VisitLogWriter
  private var generator = SystemRandomNumberGenerator()
  private let started = ContinuousClock.now

  /// Begins a log on `pack`.
  init(
    pack: TripPack, by: Identifier<CrewMember>, device: String, file: AppendingFile, at: Instant
  ) throws {
    self.pack = pack
    self.by = by
    self.file = file
    let opened = try VisitLogWriter.open(
      pack, device: device, app: "rounds \(Rounds.configuration.version)",
      present: pack.members.map(\.id), by: by, at: at, monotonic: 0, using: &generator)
    writer = opened.writer
    try file.append([10] + opened.bytes)
  }

  /// The visits closed so far.
  var visits: [Identifier<PlannedVisit>] { writer.visits }

  /// The code that stands for everything written.
  var headCode: String { writer.head.headCode }

  /// Seconds of the device's steady clock since the log was opened.
  private var monotonic: Int64 { Int64(started.duration(to: .now).components.seconds) }

  /// What became of one line of a script.
  enum Outcome {
    case recorded
    /// It is about a case that is not in the pack, or whose visit was recorded by another line.
    case passedOver
    /// It names a visit that is not in the pack, or holds what is no code, date or moment.
    case refused
  }

  /// Records a scripted visit.
  func record(_ visit: ScriptedVisit) throws -> Outcome {
    guard let stop = visit.findStop(in: pack) else {
      return visit.visit == nil && visit.caseNumber != nil ? .passedOver : .refused
    }
    if visit.visit == nil, writer.visits.contains(stop.visit) { return .passedOver }
    guard let events = visit.events(at: stop, of: pack, by: by) else { return .refused }
    try append(events)
    return .recorded
  }

  /// Appends the events of one closed visit.
  func append(_ events: [VisitEvent]) throws {
    try file.append(try writer.append(events, using: &generator))
  }

  /// Ends the log, and tells the stops that were not visited.
  func close(at moment: Instant) throws -> [Identifier<PlannedVisit>] {
    let left = pack.stops.map(\.visit).filter { !writer.visits.contains($0) }
    try file.append(
      try writer.close(
        unvisited: left.map { UnvisitedStop(visit: $0, reason: "not-reached") }, by: by,
        at: moment, monotonic: monotonic, using: &generator))
    return left
  }
}
