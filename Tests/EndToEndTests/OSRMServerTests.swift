import Foundation
import Testing

@Suite("The OSRM server")
struct OSRMServerTests {
  private static let way = "83.495,39.005;83.505,39.02"

  @Test("answers over HTTP what rounds map says, and logs no place")
  func answers() async throws {
    let office = try Office.located()
    let server = try await DeskServer(office)
    let route = try await server.get("/route/v1/driving/\(Self.way)?steps=true")
    #expect(route.status == 200 && route.json["code"].text == "Ok")
    let expected = try office.json("map route 39.005,83.495 39.02,83.505")
    let found = route.json["routes"][0]
    #expect(found["duration"].number == expected["durationSeconds"].number)
    #expect(found["legs"][0]["steps"].list.count == expected["legs"][0]["steps"].list.count)
    let table = try await server.get("/table/v1/car/\(Self.way)?annotations=duration,distance")
    #expect(table.json["durations"][0][1].number == expected["durationSeconds"].number)
    #expect(table.json["durations"][1][1].number == 0)
    let nearest = try await server.get("/nearest/v1/car/83.495,39.005?number=2")
    #expect(nearest.json["waypoints"].list.count == 2)
    let missing = try await server.get("/trip/v1/car/\(Self.way)")
    #expect(missing.status == 400 && missing.json["code"].text == "NotImplemented")
    let wrong = try await server.get("/")
    #expect(wrong.status == 400 && wrong.json["code"].text == "InvalidUrl")
    let run = try server.stop()
    #expect(run.status == 0, "\(run)")
    #expect(run.errors.contains("GET 200 Ok route car 2"))
    #expect(run.errors.contains("GET 400 InvalidUrl"))
    #expect(!run.errors.contains("83.") && !run.errors.contains("39."))
  }

  @Test("many at once are all answered, or told to come back")
  func crowd() async throws {
    let office = try Office.located()
    let server = try await DeskServer(office, options: ["--max-requests", "2", "--quiet"])
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<40 {
        group.addTask { try await server.get("/table/v1/car/\(Self.way)").status }
      }
      return try await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(statuses.count == 40)
    #expect(statuses.contains(200) && statuses.allSatisfy { $0 == 200 || $0 == 503 })
    #expect(!server.log.contains("GET"))
  }

  @Test("keeps to its limits")
  func limits() async throws {
    let office = try Office.located()
    let server = try await DeskServer(
      office, options: ["--max-table-size", "3", "--max-url-bytes", "300"])
    let four = [Self.way, Self.way].joined(separator: ";")
    let table = try await server.get("/table/v1/car/\(four)")
    #expect(table.status == 400 && table.json["code"].text == "TooBig")
    let long = try await server.get(
      "/route/v1/car/\(Self.way)?hints=\(String(repeating: "A", count: 400));")
    #expect(long.status == 400 && long.json["code"].text == "TooBig")
  }

  @Test("says why it cannot start")
  func start() throws {
    let office = try Office.located()
    func run(_ words: [String]) throws -> Run {
      try Program.run(words, program: DeskServer.file, in: office.folder.url)
    }
    let none = try run(["osrm", "none.rounds-road", "--port", "5999"])
    #expect(none.status == 66 && none.errors.contains("none.rounds-road"), "\(none)")
    let other = try run(["osrm", office.database.path])
    #expect(other.status == 65, "\(other)")
    let mode = try run(["osrm", office.roads.path, "--mode", "bicycle"])
    #expect(mode.status == 69, "\(mode)")
    #expect(try run(["osrm", office.roads.path, "--port", "0"]).status == 64)
    let help = try run(["osrm", "--help"])
    #expect(help.succeeded && help.output.contains("Examples:"))
  }

  @Test("listening for others is said aloud")
  func open() async throws {
    let office = try Office.located()
    let server = try await DeskServer(office, options: ["--host", "0.0.0.0"])
    #expect(server.log.contains("Whoever can reach it may ask"))
  }
}
