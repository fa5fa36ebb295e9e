import FieldModel
import MapBuilding
import Quantities
import RoadNetwork
import Testing

@Suite("Roads that are closed at times")
struct ConditionalAccessTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var tags: KeyValuePairs<String, String>
    /// What each mode finds: `open`, `closed`, or the hours of closure.
    var car: String
    var motorcycle: String
    var foot: String

    var testDescription: String { "\(tags)" }
  }

  private static let samples: [Sample] = [
    Sample(
      tags: ["motorcycle:conditional": "no @ (07:00-22:00)"], car: "open",
      motorcycle: "07:00-22:00", foot: "open"),
    Sample(
      tags: ["motor_vehicle:conditional": "no @ (Mo-Fr 07:00-09:00,17:00-19:00)"],
      car: "Mo-Fr 07:00-09:00,17:00-19:00", motorcycle: "Mo-Fr 07:00-09:00,17:00-19:00",
      foot: "open"),
    Sample(
      tags: ["access:conditional": "no @ 22:00-06:00"], car: "22:00-06:00",
      motorcycle: "22:00-06:00", foot: "22:00-06:00"),
    // A closer key speaks first, with or without a condition.
    Sample(
      tags: ["access:conditional": "no @ (22:00-06:00)", "motorcycle": "yes"],
      car: "22:00-06:00", motorcycle: "open", foot: "22:00-06:00"),
    Sample(
      tags: ["motor_vehicle": "no", "motorcar:conditional": "yes @ (Sa,Su)"],
      car: "Mo-Fr 00:00-24:00", motorcycle: "closed", foot: "open"),
    Sample(
      tags: ["motor_vehicle": "no", "motor_vehicle:conditional": "yes @ (20:00-07:00)"],
      car: "07:00-20:00", motorcycle: "07:00-20:00", foot: "open"),
    // Of several clauses the last that holds counts.
    Sample(
      tags: ["motor_vehicle:conditional": "no @ (08:00-18:00); yes @ (12:00-13:00)"],
      car: "08:00-12:00,13:00-18:00", motorcycle: "08:00-12:00,13:00-18:00", foot: "open"),
    Sample(
      tags: ["motor_vehicle:conditional": "no @ (24/7)"], car: "closed", motorcycle: "closed",
      foot: "open"),
    Sample(
      tags: ["foot:conditional": "no @ (Su 06:00-12:00)"], car: "open", motorcycle: "open",
      foot: "Su 06:00-12:00"),
  ]

  @Test("are closed in the hours of the tag closest to the mode", arguments: samples)
  func closures(_ sample: Sample) throws {
    let way =
      "<way id='1'><nd ref='1'/><nd ref='2'/>" + OSMSnippet.tags(["highway": "residential"])
      + OSMSnippet.tags(sample.tags) + "</way>"
    let result = try OSMSnippet(way).roadResult()
    let road = try #require(result.draft.ways.first)
    func finding(_ mode: TravelMode) -> String {
      guard road.forward[mode] != nil, road.backward[mode] != nil else { return "closed" }
      return road.closures[mode]?.description ?? "open"
    }
    #expect(finding(.car) == sample.car)
    #expect(finding(.motorcycle) == sample.motorcycle)
    #expect(finding(.foot) == sample.foot)
    #expect(result.diagnostics.isEmpty)
  }

  @Test(
    "stay open and are counted when the condition is not one of hours",
    arguments: [
      "no @ (PH)", "no @ (Mo-Fr 07:00-09:00; SH off)", "no @ (weight&gt;3.5)", "no", "@", "",
      "no @ (sunset-sunrise)", "gibberish @ (07:00-09:00)", "no @ (07:00-09:00) @ (10:00-11:00)",
      "no @ ((((07:00-09:00", "destination @ (07:00-09:00)",
    ])
  func notUnderstood(_ condition: String) throws {
    let way = OSMSnippet.way(
      1, [1, 2], ["highway": "residential", "motor_vehicle:conditional": condition])
    let result = try OSMSnippet(way).roadResult()
    let road = try #require(result.draft.ways.first)
    #expect(road.forward[.car] == RoadDraft.Permission(speed: 250))
    #expect(road.closures.isEmpty)
    #expect(
      result.diagnostics.contains { $0.code == "map-access-conditional" && $0.found == "1" })
  }

  @Test("are bounded however long the tag is")
  func long() throws {
    let condition = Array(repeating: "no @ (07:00-09:00)", count: 3000).joined(separator: "; ")
    let way = OSMSnippet.way(
      1, [1, 2], ["highway": "residential", "motor_vehicle:conditional": condition])
    // libosmium refuses tags beyond 1,020 bytes; shorter ones are read up to sixteen clauses.
    #expect(throws: MapExtractError.self) { try OSMSnippet(way).roadResult() }
    let short = Array(repeating: "no @ (07:00-09:00)", count: 40).joined(separator: "; ")
    let road = try OSMSnippet.road(["highway": "service", "vehicle:conditional": short])
    #expect(road?.closures[.car]?.description == "07:00-09:00")
  }
}
