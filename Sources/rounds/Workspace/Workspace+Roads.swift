import Briefing
import FieldModel
import Foundation
import MapBuilding
import Quantities
import RoadNetwork

extension Workspace {
  /// The road network of the workspace's map, without the roads that `roads.yaml` closes at all hours.
  func roads() throws -> RoadNetwork {
    let network = try openedRoads()
    return try adapted(network, at: nil, schedule: roadSchedule())
  }

  /// The road network as `roads.yaml` and the map's hourly rules have it at a minute of the week.
  func roads(at minuteOfWeek: Int) throws -> RoadNetwork {
    try adapted(try openedRoads(), at: minuteOfWeek, schedule: roadSchedule())
  }

  /// The road network as the map has it.
  func openedRoads() throws -> RoadNetwork {
    guard FileManager.default.fileExists(atPath: layout.roads.path) else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noMap)
    }
    do {
      return try RoadNetwork(try MappedFile.open(layout.roads))
    } catch let error as RoadFileError {
      throw CommandFailure(
        .badInput,
        terminal.phrases.commands.badMapFile(layout.roads.path, terminal.statement(of: error)))
    }
  }

  /// What `roads.yaml` says; nothing when it is not there.
  func roadSchedule() throws -> RoadSchedule {
    guard FileManager.default.fileExists(atPath: layout.roadSchedule.path) else {
      return RoadSchedule()
    }
    let bytes = try InputFile.read(layout.roadSchedule, terminal: terminal)
    let (schedule, remarks) = RoadScheduleFile.read(bytes)
    terminal.show(remarks, of: layout.roadSchedule)
    guard let schedule else {
      throw CommandFailure(
        .badInput, terminal.phrases.commands.fileUnreadable(layout.roadSchedule.path))
    }
    return schedule
  }

  private func adapted(
    _ network: RoadNetwork, at minuteOfWeek: Int?, schedule: RoadSchedule
  ) -> RoadNetwork {
    let (conditions, unplaced) = schedule.conditions(at: minuteOfWeek, on: network)
    let reach = terminal.language.distance(RoadSchedule.Closure.reach)
    terminal.show(
      unplaced.map {
        Diagnostic(
          .warning, RemarkCode.closureOffRoads.rawValue, field: "closures", found: "\($0.place)",
          advice: reach)
      }, of: layout.roadSchedule)
    return conditions.isUsual ? network : network.adapted(to: conditions)
  }
}
