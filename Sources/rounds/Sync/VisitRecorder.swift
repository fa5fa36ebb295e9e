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
  private let terminal: Terminal
  private var reasons: [Identifier<PlannedVisit>: UnvisitedReason] = [:]
  /// How many files were attached, and in how many parts.
  private(set) var attached = (files: 0, parts: 0)
  private let started = ContinuousClock.now

  /// Begins a log on `pack`.
  init(
    pack: TripPack, by: Identifier<CrewMember>, device: String, file: AppendingFile, at: Instant,
    terminal: Terminal
  ) throws {
    self.pack = pack
    self.terminal = terminal
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

  /// Records a scripted visit, or why a stop was left out; file names are read from `folder`.
  ///
  /// Attachments are read before anything is sealed, so that one that is missing leaves nothing
  /// half told.
  func record(_ line: ScriptedVisit, folder: URL) throws -> Outcome {
    guard let stop = line.findStop(in: pack) else {
      return line.visit == nil && line.caseNumber != nil ? .passedOver : .refused
    }
    if let reason = line.unvisited {
      guard let reason = UnvisitedReason(rawValue: reason), line.outcome == nil else {
        return .refused
      }
      reasons[stop.visit] = reason
      return .recorded
    }
    if line.visit == nil, writer.visits.contains(stop.visit) { return .passedOver }
    guard let events = line.events(at: stop, of: pack, by: by) else { return .refused }
    let files = try (line.attach ?? []).map {
      try AttachmentFile(URL(fileURLWithPath: $0, relativeTo: folder), terminal: terminal)
    }
    try append(events, attaching: files)
    return .recorded
  }

  /// Appends the events of one closed visit, then the parts of what is attached to it.
  ///
  /// The visit is on the disk before the first part: a device that fails then leaves a visit whose
  /// attachment is announced and asked for again.
  func append(_ events: [VisitEvent], attaching files: [AttachmentFile] = []) throws {
    guard let ending = events.last else { return }
    func event(_ body: EventBody) -> VisitEvent {
      VisitEvent(body, visit: ending.visit, at: ending.at, by: by)
    }
    let announced = files.map { event(.evidenceAttached($0.announcement)) }
    try file.append(
      try writer.append(events.dropLast() + announced + [ending], using: &generator))
    for attachment in files {
      for part in attachment.parts {
        try file.append(try writer.append([event(.evidencePart(part))], using: &generator))
      }
      attached.files += 1
      attached.parts += attachment.parts.count
    }
  }

  /// Keeps why a stop was left out, to be told at the end.
  func leaveOut(_ visit: Identifier<PlannedVisit>, _ reason: UnvisitedReason) {
    reasons[visit] = reason
  }

  /// The stops of the pack of which no visit was closed.
  var left: [Identifier<PlannedVisit>] {
    pack.stops.map(\.visit).filter { !writer.visits.contains($0) }
  }

  /// Ends the log, and tells the stops that were not visited.
  func close(at moment: Instant) throws -> [UnvisitedStop] {
    let unvisited = left.map {
      UnvisitedStop(visit: $0, reason: (reasons[$0] ?? .notReached).rawValue)
    }
    try file.append(
      try writer.close(
        unvisited: unvisited, by: by, at: moment, monotonic: monotonic, using: &generator))
    return unvisited
  }
}
