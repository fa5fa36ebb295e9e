import Foundation
import Testing

@Suite("Plans on the times of a matrix server")
struct MatrixServerTests {
  private static let plan = "plan --from 2026-11-23 --days 1 --iterations 300 --json"

  /// An office that is ready to plan, with a matrix server in its settings.
  private func office(_ matrix: String) throws -> Office {
    let office = try Office.located()
    try office.rounds("territories build --count 2").checked()
    try office.rounds("territories assign").checked()
    let settings = try String(
      contentsOf: office["office/settings.yaml"], encoding: .utf8)
    try office.write(settings + "\nmatrix: \(matrix)\n", to: "office/settings.yaml")
    return office
  }

  private func stops(_ plan: JSON) -> Int {
    plan["routes"].list.reduce(0) { $0 + $1["stops"].list.count }
  }

  @Test("an OSRM server is asked in blocks under its limit, and the checker agrees")
  func osrm() async throws {
    let plain = try Office.located()
    let server = try await DeskServer(plain, options: ["--max-table-size", "8"])
    let office = try office("{ osrm: \"http://127.0.0.1:\(server.port)\", places: 8 }")
    let run = try office.rounds(Self.plan)
    let plan = try run.checked().json()
    #expect(stops(plan) > 4)
    #expect(run.errors.contains("asked of http://127.0.0.1:\(server.port)"))
    #expect(server.log.contains("GET 200 Ok table car 8"))
    #expect(!server.log.contains("TooBig"))
    let packed = try office.json("pack --date 2026-11-23 --output packs")
    #expect(!packed.list.isEmpty)
    _ = try server.stop()
    let alone = try office.rounds("pack --date 2026-11-23 --output again")
    #expect(alone.status == 69 && alone.errors.contains("cannot be reached"), "\(alone)")
  }

  @Test("a Valhalla server is asked for sources and targets")
  func valhalla() throws {
    let server = try CannedServer { path, body in
      guard path == "/sources_to_targets",
        let object = try? JSONSerialization.jsonObject(with: Data(body.utf8))
      else { return (404, "{}") }
      let question = JSON(object)
      guard question["costing"].text == "auto" else { return (400, #"{"error_code":125}"#) }
      func places(_ key: String) -> [(Double, Double)] {
        question[key].list.map {
          (
            ($0["lat"].value as? NSNumber)?.doubleValue ?? 0,
            ($0["lon"].value as? NSNumber)?.doubleValue ?? 0
          )
        }
      }
      let rows = places("sources").map { from in
        places("targets").map { to -> String in
          let kilometres = hypot(from.0 - to.0, (from.1 - to.1) * 0.78) * 111.2
          return #"{"time":\#(Int(kilometres * 120)),"distance":\#(kilometres)}"#
        }.joined(separator: ",")
      }
      return (200, #"{"sources_to_targets":[[\#(rows.joined(separator: "],["))]]}"#)
    }
    let office = try office("{ valhalla: \"\(server.address)\", places: 10 }")
    let plan = try office.rounds(Self.plan).checked().json()
    #expect(stops(plan) > 4)
    #expect(server.paths.count > 4)
  }

  @Test(
    "an answer that is no table is named, and no plan is stored",
    arguments: [
      ("nonsense", "did not answer in the form"), ("[]", "did not answer in the form"),
      (#"{"code":"TooBig","message":"no"}"#, "TooBig"),
      (#"{"code":"Ok","durations":[[0]],"distances":[[0]]}"#, "another size"),
      (#"{"code":"Ok"}"#, "another size"),
      (#"{"code":"Ok","durations":[[0,-5],[3,0]],"distances":[[0,1],[1,0]]}"#, "cannot be"),
      (#"{"code":"Ok","durations":[[0,1e99],[3,0]],"distances":[[0,1],[1,0]]}"#, "cannot be"),
      (#"{"code":"Ok","durations":[[0,"x"],[3,0]],"distances":[[0,1],[1,0]]}"#, "cannot be"),
    ])
  func badAnswers(body: String, expected: String) throws {
    let server = try CannedServer { _, _ in (200, body) }
    let office = try office("{ osrm: \"\(server.address)\", places: 4 }")
    let run = try office.rounds(Self.plan)
    #expect(run.status == 69, "\(run)")
    #expect(run.errors.contains(expected), "\(run.errors)")
    #expect(try office.rounds("plan show").status == 69)
  }

  @Test("trips that the server knows no way for are unreachable, not free")
  func nulls() throws {
    let server = try CannedServer { path, _ in
      func count(_ option: String) -> Int? {
        path.components(separatedBy: option + "=").dropFirst().first
          .map { $0.split(separator: "&")[0].split(separator: ";").count }
      }
      let places = path.split(separator: "?")[0].split(separator: ";").count
      let (rows, columns) = (count("sources") ?? places, count("destinations") ?? places)
      let row = "[" + repeatElement("null", count: columns).joined(separator: ",") + "]"
      let table = "[" + repeatElement(row, count: rows).joined(separator: ",") + "]"
      return (200, #"{"code":"Ok","durations":\#(table),"distances":\#(table)}"#)
    }
    let office = try office("{ osrm: \"\(server.address)\", places: 4 }")
    let plan = try office.rounds(Self.plan).checked().json()
    #expect(stops(plan) == 0)
  }

  @Test("a busy server is asked again, one that hangs up or is not there is named")
  func patience() throws {
    let busy = try CannedServer { _, _ in (503, "{}") }
    let office = try office("{ osrm: \"\(busy.address)\" }")
    let run = try office.rounds(Self.plan)
    #expect(run.status == 69 && run.errors.contains("too busy"), "\(run)")
    #expect(busy.paths.count >= 3)
    let rude = try CannedServer { _, _ in nil }
    let other = try self.office("{ osrm: \"\(rude.address)\" }")
    #expect(try other.rounds(Self.plan).errors.contains("cannot be reached"))
    let nobody = try self.office("{ osrm: \"http://127.0.0.1:\(try DeskServer.freePort())\" }")
    let none = try nobody.rounds(Self.plan)
    #expect(none.status == 69 && none.errors.contains("cannot be reached"), "\(none)")
  }

  @Test("a redirection is not followed")
  func redirection() throws {
    let target = try CannedServer { _, _ in (200, "{}") }
    let server = try CannedServer { _, _ in (302, "moved") }
    let office = try office("{ osrm: \"\(server.address)\" }")
    #expect(try office.rounds(Self.plan).status == 69)
    #expect(target.paths.isEmpty)
  }

  @Test(
    "settings that name no server are refused, so that no other times are used unseen",
    arguments: [
      "http://127.0.0.1:5000", "{ osrm: here }", "{ osrm: \"ftp://a\" }",
      "{ google: \"http://a\" }",
      "{ osrm: \"http://a\", valhalla: \"http://b\" }", "{ osrm: \"http://a\", modes: [tank] }",
      "{ osrm: \"http://a b\" }", "{ osrm: \"http://\" }",
    ])
  func settings(matrix: String) throws {
    let run = try office(matrix).rounds(Self.plan)
    #expect(run.status == 65, "\(run)")
    #expect(run.errors.contains("matrix"), "\(run.errors)")
  }

  @Test("modes that the server is not named for are timed on the map")
  func modes() throws {
    let server = try CannedServer { _, _ in (500, "no") }
    let office = try office("{ osrm: \"\(server.address)\", modes: [foot] }")
    try office.rounds(Self.plan).checked()
    #expect(server.paths.isEmpty)
  }
}
