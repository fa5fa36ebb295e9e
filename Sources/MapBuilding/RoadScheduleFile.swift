public import FieldModel
import Quantities
import RoadNetwork
import YamlFiles
import Yams

/// The YAML file of a road schedule, format `rounds-roads`, version 1; `Formats/Roads` describes it.
public enum RoadScheduleFile {
  static let format = "rounds-roads"

  /// Reads a schedule from the bytes of its file, UTF-8, at most 1 MiB.
  ///
  /// - Returns: the schedule, or `nil` when anything in it is wrong, with what there is to remark.
  public static func read(
    _ bytes: [UInt8]
  ) -> (schedule: RoadSchedule?, diagnostics: [Diagnostic]) {
    var reader = StrictYaml()
    guard let top = reader.top(bytes, format: format) else { return (nil, reader.diagnostics) }
    reader.expectOnly(["format", "version", "closures", "areas", "periods"], in: top)
    var schedule = RoadSchedule()
    for table in tables(top, "closures", &reader) {
      if let closure = closure(table, &reader) { schedule.closures.append(closure) }
    }
    for table in tables(top, "areas", &reader) {
      if let area = area(table, &reader) { schedule.areas.append(area) }
    }
    for table in tables(top, "periods", &reader) {
      if let period = period(table, &reader) { schedule.periods.append(period) }
    }
    return (reader.diagnostics.isEmpty ? schedule : nil, reader.diagnostics)
  }

  /// The mappings of a list that may be left out.
  private static func tables(
    _ top: StrictYaml.Table, _ key: String, _ reader: inout StrictYaml
  ) -> [StrictYaml.Table] {
    guard top.find(key) != nil else { return [] }
    return reader.list(top, key, atMost: 500).enumerated().compactMap {
      reader.table($1, at: "\(top.path(key))[\($0)]")
    }
  }

  private static func closure(
    _ table: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> RoadSchedule.Closure? {
    reader.expectOnly(["at", "reason"], in: table)
    let place = reader.read(table, "at", "not-a-place", advice: "31.2304,121.4737") {
      Coordinate(degrees: $0)
    }
    guard let place, let reason = reader.text(table, "reason", atMost: 200) else { return nil }
    return RoadSchedule.Closure(place: place, reason: reason)
  }

  private static func area(
    _ table: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> RoadSchedule.Area? {
    reader.expectOnly(["name", "modes", "outline"], in: table)
    let modes = reader.listed(
      table, "modes", known: TravelMode.allCases.map(\.rawValue)
    ) { TravelMode(rawValue: $0) }
    let outline = reader.listed(table, "outline", known: ["31.2304,121.4737"]) {
      Coordinate(degrees: $0)
    }
    guard let name = reader.text(table, "name", atMost: 200) else { return nil }
    guard outline.count >= 3 else {
      reader.remark(
        "out-of-range", table.find("outline"), table.path("outline"), found: "\(outline.count)",
        advice: "3…")
      return nil
    }
    return RoadSchedule.Area(
      name: name, area: RoadConditions.AvoidedArea(outline: outline, modes: Set(modes)))
  }

  private static func period(
    _ table: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> RoadSchedule.Period? {
    reader.expectOnly(["name", "hours", "speeds"], in: table)
    let name = reader.text(table, "name", atMost: 200)
    let hours = reader.read(
      table, "hours", "not-hours", advice: "Mo-Fr 07:00-09:00,17:00-19:00"
    ) { WeeklyHours($0) }
    guard let name, let hours, let speeds = reader.table(table, "speeds") else { return nil }
    reader.expectOnly(RoadClass.profileNames, in: speeds)
    var percents: [RoadClass: Int] = [:]
    for name in RoadClass.profileNames where speeds.find(name) != nil {
      if let roadClass = RoadClass(profileName: name) {
        percents[roadClass] = reader.share(speeds, name)
      }
    }
    return RoadSchedule.Period(name: name, hours: hours, speeds: percents)
  }
}

extension Coordinate {
  /// A place written as `latitude,longitude` in degrees (WGS-84).
  fileprivate init?(degrees text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Double(String($0).trimmed)
    }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1] else { return nil }
    self.init(degreesLatitude: latitude, longitude: longitude)
  }
}
