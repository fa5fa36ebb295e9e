import Quantities
import RoadNetwork
import YamlFiles
import Yams

extension TravelProfileFile {
  static func speed(
    _ top: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> TravelProfile.Speed? {
    guard let table = reader.table(top, "speed") else { return nil }
    reader.expectOnly(
      [
        "top", "pushing", "posted", "services", "surfaces", "track_types", "smoothness", "regions",
      ], in: table)
    let most = reader.speed(table, "top")
    let pushing = reader.speed(table, "pushing")
    let services = speeds(table, "services", &reader)
    let surfaces = speeds(table, "surfaces", &reader)
    let trackTypes = speeds(table, "track_types", &reader)
    let smoothness = speeds(table, "smoothness", &reader)
    let regions = regions(table, &reader)
    guard let posted = reader.table(table, "posted") else { return nil }
    reader.expectOnly(["keys", "use", "share", "unlimited"], in: posted)
    let keys = reader.tagKeys(posted, "keys")
    let use: TravelProfile.Speed.PostedUse? = reader.word(posted, "use")
    let share = reader.share(posted, "share")
    let unlimited = reader.speed(posted, "unlimited")
    guard let most, let pushing, let use, let share, let unlimited else { return nil }
    return TravelProfile.Speed(
      top: most, pushing: pushing, postedKeys: keys, postedUse: use, postedShare: share,
      unlimited: unlimited, services: services, surfaces: surfaces, trackTypes: trackTypes,
      smoothness: smoothness, regions: regions)
  }

  /// Speeds by any word.
  private static func speeds(
    _ parent: StrictYaml.Table, _ key: String, _ reader: inout StrictYaml
  ) -> [String: Int] {
    guard let table = reader.table(parent, key) else { return [:] }
    var result: [String: Int] = [:]
    for (word, _) in table.fields { result[word] = reader.speed(table, word) }
    return result
  }

  private static func regions(
    _ parent: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> [TravelRegion: TravelProfile.Speed.Table] {
    guard let table = reader.table(parent, "regions") else { return [:] }
    reader.expectOnly(TravelRegion.allCases.map(\.rawValue), in: table)
    var result: [TravelRegion: TravelProfile.Speed.Table] = [:]
    for region in TravelRegion.allCases
    where region == .generic || table.find(region.rawValue) != nil {
      guard let own = reader.table(table, region.rawValue) else { continue }
      reader.expectOnly(["roads", "numbers"], in: own)
      result[region] = TravelProfile.Speed.Table(
        roads: roads(own, &reader), numbers: numbers(own, &reader))
    }
    return result
  }

  private static func roads(
    _ parent: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> [RoadClass: Int] {
    guard let table = reader.table(parent, "roads") else { return [:] }
    reader.expectOnly(RoadClass.profileNames, in: table)
    var result: [RoadClass: Int] = [:]
    for name in RoadClass.profileNames {
      guard let roadClass = RoadClass(profileName: name) else { continue }
      result[roadClass] = reader.speed(table, name)
    }
    return result
  }

  private static func numbers(
    _ parent: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> [TravelProfile.Speed.Number] {
    guard parent.find("numbers") != nil else { return [] }
    return reader.list(parent, "numbers", atMost: 100).enumerated().compactMap { index, node in
      let path = parent.path("numbers[\(index + 1)]")
      guard let table = reader.table(node, at: path) else { return nil }
      reader.expectOnly(["letter", "digits", "speed"], in: table)
      let letter = reader.read(table, "letter", "unknown-value", advice: "A…Z") {
        $0.count == 1 ? $0.first : nil
      }
      var digits: Set<Int>?
      if table.find("digits") != nil {
        digits = Set(
          reader.listed(table, "digits", known: (1...6).map(String.init)) {
            Int($0).flatMap { (1...6).contains($0) ? $0 : nil }
          })
      }
      guard let letter, let speed = reader.speed(table, "speed") else { return nil }
      return TravelProfile.Speed.Number(letter: letter, digits: digits, speed: speed)
    }
  }
}
