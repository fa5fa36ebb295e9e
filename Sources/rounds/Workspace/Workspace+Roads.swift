import Briefing
import Foundation
import RoadNetwork

extension Workspace {
  /// The road network of the workspace's map, without the roads that `roads.yaml` closes at all hours.
  func roads() throws -> RoadNetwork { try roadSource().network() }

  /// The workspace's map and its `roads.yaml`.
  func roadSource() throws -> RoadSource {
    guard FileManager.default.fileExists(atPath: layout.roads.path) else {
      throw CommandFailure(.unavailable, terminal.phrases.commands.noMap)
    }
    return try RoadSource(
      map: layout.roads, schedule: layout.roadSchedule, terminal: terminal)
  }
}
