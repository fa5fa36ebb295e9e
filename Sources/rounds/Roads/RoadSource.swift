import Briefing
import FieldModel
import Foundation
import MapBuilding
import Quantities
import RoadNetwork

/// Roads of a map, with what a `roads.yaml` says of them.
struct RoadSource {
  let terminal: Terminal
  /// The network as the map has it.
  let network: RoadNetwork
  /// Closures, areas and hours; empty without a file.
  let schedule: RoadSchedule
  private let scheduleFile: URL?

  /// The roads of a road file and, where there is one, of a schedule.
  ///
  /// - Throws: ``CommandFailure`` when a file is missing or cannot be used.
  init(map: URL, schedule file: URL?, terminal: Terminal) throws {
    self.terminal = terminal
    scheduleFile = file
    network = try RoadNetwork.open(map, terminal: terminal)
    guard let file, FileManager.default.fileExists(atPath: file.path) else {
      schedule = RoadSchedule()
      return
    }
    let (read, remarks) = RoadScheduleFile.read(try InputFile.read(file, terminal: terminal))
    terminal.show(remarks, of: file)
    guard let read else {
      throw CommandFailure(.badInput, terminal.phrases.commands.fileUnreadable(file.path))
    }
    schedule = read
  }

  /// The network without what is closed at all hours, or as it is at a minute of the week.
  func network(at minuteOfWeek: Int? = nil) -> RoadNetwork {
    let (conditions, unplaced) = schedule.conditions(at: minuteOfWeek, on: network)
    let reach = terminal.language.distance(RoadSchedule.Closure.reach)
    let remarks = unplaced.map {
      Diagnostic(
        .warning, RemarkCode.closureOffRoads.rawValue, field: "closures", found: "\($0.place)",
        advice: reach)
    }
    if let scheduleFile { terminal.show(remarks, of: scheduleFile) }
    return conditions.isUsual ? network : network.adapted(to: conditions)
  }
}

extension RoadNetwork {
  /// The network of the road file at `url`.
  ///
  /// - Throws: ``CommandFailure`` when there is no such file or it cannot be used.
  static func open(_ url: URL, terminal: Terminal) throws -> RoadNetwork {
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw CommandFailure(.noInput, terminal.phrases.messages.missingFile(url.path))
    }
    do {
      return try RoadNetwork(try MappedFile.open(url))
    } catch let error as RoadFileError {
      throw CommandFailure(
        .badInput,
        terminal.phrases.commands.badMapFile(url.path, terminal.statement(of: error)))
    }
  }
}
