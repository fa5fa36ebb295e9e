import Foundation
import Quantities
import RoadNetwork
import TestSupport
import Testing

@testable import DispatchDesk

@Suite("Answers of OSRM's API")
struct OSRMServiceTests {
  private let town: RoadSketch
  private let service: OSRMService

  /// A street A B C, one down from B to E, and an island F G that nothing leads to.
  init() throws {
    town = try RoadSketch(
      """
      A---B---C
          |
          E
      """, streets: ["AB", "BC", "BE"], modes: [.car, .foot]
    ) { draft, _ in draft.ways[1].reference = "G312" }
    service = OSRMService(network: town.network, mode: .car)
  }

  private func text(_ node: Character, north: Double = 0) -> String {
    let place = town.coordinate(of: node)
    return "\(place.degreesLongitude),\(place.degreesLatitude + north)"
  }

  private func ask(_ target: String, status: Int = 200) throws -> [String: Any] {
    let answer = service.answer(to: target)
    #expect(answer.status == status, "\(String(decoding: answer.body, as: UTF8.self))")
    let value = try JSONSerialization.jsonObject(with: Data(answer.body))
    return try #require(value as? [String: Any])
  }

  private func list(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  @Test("a route is the engine's own, with legs, sums and waypoints")
  func route() throws {
    let reply = try ask(
      "/route/v1/driving/\(text("A"));\(text("E"));\(text("C"))?overview=full&geometries=geojson")
    #expect(reply["code"] as? String == "Ok")
    let route = try #require(try list(reply["routes"]).first)
    let legs = try list(route["legs"])
    let expected = [
      town.network.route(from: town["A"], to: town["E"], mode: .car),
      town.network.route(from: town["E"], to: town["C"], mode: .car),
    ].compactMap { $0 }
    #expect(legs.map { $0["duration"] as? Int } == expected.map { Int($0.duration.value) })
    #expect(route["duration"] as? Int == expected.reduce(0) { $0 + Int($1.duration.value) })
    #expect(route["weight"] as? Int == route["duration"] as? Int)
    #expect(route["weight_name"] as? String == "duration")
    let metres = try #require(route["distance"] as? Double)
    #expect(abs(metres - expected.reduce(0) { $0 + $1.distance.metres }) < 0.11)
    let geometry = try #require(route["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "LineString")
    #expect((geometry["coordinates"] as? [[Double]])?.count ?? 0 >= 4)
    let waypoints = try list(reply["waypoints"])
    #expect(waypoints.count == 3)
    #expect(waypoints.allSatisfy { ($0["hint"] as? String)?.count == 32 })
    #expect(waypoints.allSatisfy { ($0["location"] as? [Double])?.count == 2 })
    #expect(legs.allSatisfy { ($0["steps"] as? [Any])?.isEmpty == true })
  }

  @Test("steps have what a turn-by-turn client reads")
  func steps() throws {
    let reply = try ask("/route/v1/car/\(text("A"));\(text("E", north: 0.0001))?steps=true")
    let legs = try list(try list(reply["routes"]).first?["legs"])
    let steps = try list(legs.first?["steps"])
    #expect(steps.count == 3)
    let manoeuvres = try steps.map { try #require($0["maneuver"] as? [String: Any]) }
    #expect(manoeuvres.map { $0["type"] as? String } == ["depart", "turn", "arrive"])
    #expect(manoeuvres[1]["modifier"] as? String == "right")
    #expect(manoeuvres[0]["bearing_before"] as? Int == 0)
    #expect(manoeuvres[0]["bearing_after"] as? Int == 90)
    #expect(manoeuvres[1]["bearing_before"] as? Int == 90)
    #expect(manoeuvres[1]["bearing_after"] as? Int == 180)
    #expect(manoeuvres[2]["bearing_after"] as? Int == 0)
    #expect(steps.map { $0["name"] as? String } == ["AB", "BE", "BE"])
    #expect(steps.allSatisfy { $0["mode"] as? String == "driving" })
    #expect(steps.allSatisfy { $0["driving_side"] as? String == "right" })
    #expect(
      steps.reduce(0) { $0 + ($1["duration"] as? Int ?? 0) } == legs.first?["duration"] as? Int)
    #expect(legs.first?["summary"] as? String == "AB, BE")
    for (position, step) in steps.enumerated() {
      let crossing = try #require(try list(step["intersections"]).first)
      let bearings = try #require(crossing["bearings"] as? [Int])
      #expect((crossing["entry"] as? [Bool])?.count == bearings.count)
      if position == 1 {
        let (back, ahead) = (crossing["in"] as? Int ?? 9, crossing["out"] as? Int ?? 9)
        #expect(bearings[back] == 270 && bearings[ahead] == 180)
      }
      let line = Polyline.decode(try #require(step["geometry"] as? String), digits: 5, limit: 99)
      #expect((line?.count ?? 0) >= 2)
    }
    let numbered = try ask("/route/v1/car/\(text("A"));\(text("C"))?steps=true&overview=false")
    let second = try list(try list(try list(numbered["routes"]).first?["legs"]).first?["steps"])
    #expect(second.contains { $0["ref"] as? String == "G312" })
    #expect(try list(numbered["routes"]).first?["geometry"] == nil)
  }

  @Test("annotations add up to the leg, one for each part of the line")
  func annotations() throws {
    let reply = try ask(
      "/route/v1/car/\(text("A"));\(text("E"))?annotations=true&overview=full&geometries=geojson")
    let route = try #require(try list(reply["routes"]).first)
    let leg = try #require(try list(route["legs"]).first)
    let annotation = try #require(leg["annotation"] as? [String: [Double]])
    let points = (route["geometry"] as? [String: Any])?["coordinates"] as? [[Double]]
    #expect(Set(annotation.keys) == ["distance", "duration", "weight", "speed"])
    #expect(annotation.values.allSatisfy { $0.count == (points?.count ?? 0) - 1 })
    let seconds = try #require(leg["duration"] as? Int)
    #expect(abs((annotation["duration"] ?? []).reduce(0, +) - Double(seconds)) < 0.1)
    let metres = try #require(leg["distance"] as? Double)
    #expect(abs((annotation["distance"] ?? []).reduce(0, +) - metres) < 1)
  }

  @Test("a table is the engine's own; rows, columns and both kinds as asked")
  func table() throws {
    let places = ["A", "B", "C", "E"].map { text(Character($0)) }.joined(separator: ";")
    let reply = try ask(
      "/table/v1/car/\(places)?sources=0;3&destinations=1;2;3&annotations=duration,distance")
    let expected = town.network.table(
      sources: [town["A"], town["E"]], targets: [town["B"], town["C"], town["E"]], mode: .car)
    #expect((reply["durations"] as? [[Int]])?.flatMap { $0 } == expected.durations.map { Int($0) })
    let metres = (reply["distances"] as? [[Double]])?.flatMap { $0 }
    #expect(metres == expected.distances.map { Double($0) / 10 })
    #expect(try list(reply["sources"]).count == 2 && list(reply["destinations"]).count == 3)
    let plain = try ask("/table/v1/car/\(places)?scale_factor=2&skip_waypoints=true")
    #expect(plain["distances"] == nil && plain["sources"] == nil)
    let scaled = try #require(plain["durations"] as? [[Int]])
    #expect(scaled[0][1] == 2 * Int(expected.durations[0]))
  }

  @Test("a place without a road near is told by its number, and not by its coordinates")
  func noSegment() throws {
    let far = "0.123456,40.654321"
    let off = service.answer(to: "/route/v1/car/\(text("A"));\(far)")
    #expect(off.code == "NoSegment" && off.status == 400)
    let message = String(decoding: off.body, as: UTF8.self)
    #expect(message.contains("coordinate 1") && !message.contains("40.6"))
    let narrow = service.answer(to: "/nearest/v1/car/\(text("A", north: 0.001))?radiuses=20")
    #expect(narrow.code == "NoSegment")
  }

  @Test("nearest lists roads with names, as many as asked")
  func nearest() throws {
    let reply = try ask("/nearest/v1/car/\(text("B", north: 0.0001))?number=3")
    let waypoints = try list(reply["waypoints"])
    #expect(waypoints.count == 3)
    #expect(Set(waypoints.compactMap { $0["name"] as? String }) == ["AB", "BC", "BE"])
    let distances = waypoints.compactMap { $0["distance"] as? Double }
    #expect(distances == distances.sorted())
    let bound = try ask("/nearest/v1/car/\(text("B", north: 0.0001))?number=3&bearings=180,30")
    #expect(try list(bound["waypoints"]).compactMap { $0["name"] as? String } == ["BE"])
  }

  @Test("a hint gives the same place again; a foreign or damaged one is passed over")
  func hints() throws {
    let coordinates = "\(text("A"));\(text("E", north: 0.0002))"
    let first = try ask("/route/v1/car/\(coordinates)")
    let hints = try list(first["waypoints"]).compactMap { $0["hint"] as? String }
    let again = try ask("/route/v1/car/\(coordinates)?hints=\(hints.joined(separator: ";"))")
    #expect(
      try list(again["waypoints"]).map { $0["location"] as? [Double] }
        == list(first["waypoints"]).map { $0["location"] as? [Double] })
    #expect(
      try list(again["routes"]).first?["duration"] as? Int
        == list(first["routes"]).first?["duration"] as? Int)
    for bad in ["x", String(repeating: "A", count: 32), String(hints[0].reversed())] {
      let reply = try ask("/route/v1/car/\(coordinates)?hints=\(bad);")
      #expect(
        try list(reply["routes"]).first?["duration"] as? Int
          == list(first["routes"]).first?["duration"] as? Int)
    }
  }

  @Test("a profile may name another mode of the map, and none that it lacks")
  func profiles() throws {
    let way = "\(text("A"));\(text("E"))?steps=true"
    func mode(_ profile: String) throws -> String? {
      let reply = try ask("/route/v1/\(profile)/\(way)")
      let steps = try list(try list(try list(reply["routes"]).first?["legs"]).first?["steps"])
      return steps.first?["mode"] as? String
    }
    #expect(try mode("driving") == "driving")
    #expect(try mode("anything") == "driving")
    #expect(try mode("foot") == "walking")
    #expect(try ask("/route/v1/bike/\(way)", status: 400)["code"] as? String == "InvalidValue")
  }

  @Test("what is logged names no place")
  func log() {
    let answer = service.answer(to: "/route/v1/car/\(text("A"));\(text("E"))")
    #expect(answer.summary == "route car 2")
    #expect(service.answer(to: "/route/v1/car/50.70312,1.29544").summary == "–")
  }
}
