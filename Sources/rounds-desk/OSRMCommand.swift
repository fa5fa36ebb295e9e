import ArgumentParser
import Briefing
import DispatchDesk
import Foundation
import Quantities
import RoadNetwork

/// `rounds-desk osrm`: an OSRM server from a road file.
struct OSRMCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "osrm",
    abstract: "Answers OSRM's HTTP API v1 (route, table, nearest) from a road file.",
    discussion: """
      Programs made for an OSRM server work unchanged. The profile in a URL may name a mode of the
      map (car, motorcycle, e-bike, bicycle, foot); other words, such as driving, mean --mode.
      Nothing is written but one line a request, without coordinates. There is no encryption and
      no password: keep to this machine's own address, or put a proxy with both in front.

      Examples:
        rounds-desk osrm office/map/roads.rounds-road --port 5000
        curl 'http://127.0.0.1:5000/route/v1/driving/-1.2954,50.7031;-1.1602,50.7279?steps=true'
      """)

  @Argument(help: "A road file, made by rounds map build.")
  var map: String
  @Option(help: "The port to listen at, 1 to 65535.")
  var port = 5000
  @Option(help: "The address to listen at.")
  var host = "127.0.0.1"
  @Option(help: "Who travels where a profile does not say: car, motorcycle, e-bike, bicycle, foot.")
  var mode = TravelMode.car.rawValue
  @Option(help: "The most coordinates of a table, 1 to 10000.")
  var maxTableSize = OSRMLimits().tableSize
  @Option(help: "The most coordinates of a route, 2 to 10000.")
  var maxRouteSize = OSRMLimits().routeSize
  @Option(help: "The most roads that nearest lists, 1 to 100.")
  var maxNearestSize = OSRMLimits().nearestSize
  @Option(help: "The longest path and query in bytes, 256 to 75000.")
  var maxURLBytes = OSRMLimits().urlBytes
  @Option(help: "How many requests are worked on at once, 1 to 1000; others are told to come back.")
  var maxRequests = 64
  @Flag(name: .shortAndLong, help: "Write no line for each request.")
  var quiet = false
  @Option(help: "The language of messages: en or zh-Hans.")
  var language: String?

  func validate() throws {
    try Self.require(1...65_535, "--port", port)
    try Self.require(1...10_000, "--max-table-size", maxTableSize)
    try Self.require(2...10_000, "--max-route-size", maxRouteSize)
    try Self.require(1...RoadNetwork.mostCandidates, "--max-nearest-size", maxNearestSize)
    try Self.require(256...75_000, "--max-url-bytes", maxURLBytes)
    try Self.require(1...1000, "--max-requests", maxRequests)
    guard TravelMode(rawValue: mode) != nil else {
      let known = TravelMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--mode \(mode): known modes are \(known).")
    }
    if let language, Language(tag: language) == nil {
      throw ValidationError("--language \(language): known languages are en and zh-Hans.")
    }
  }

  func run() async throws {
    let network = try DeskMap.open(map, phrases: phrases)
    let mode = TravelMode(rawValue: mode) ?? .car
    let modes = network.summary.modes.map(\.mode)
    guard modes.contains(mode) else {
      throw DeskFailure.unavailable(phrases.roads.noMode(phrases.words.mode(mode), words(modes)))
    }
    var limits = OSRMLimits()
    limits.tableSize = maxTableSize
    limits.routeSize = maxRouteSize
    limits.nearestSize = maxNearestSize
    limits.urlBytes = maxURLBytes
    let isQuiet = quiet
    let server = OSRMServer(
      service: OSRMService(network: network, mode: mode, limits: limits), host: host, port: port,
      maxRequests: maxRequests, log: { if !isQuiet { Self.remark($0) } })
    if !Self.loopback.contains(host) { Self.remark(phrases.roads.openToOthers(host)) }
    let greeting = phrases.roads.serving(
      "http://\(host.contains(":") ? "[\(host)]" : host):\(port)", network.summary.source.name,
      words(modes))
    do {
      try await server.run { Self.remark(greeting) }
    } catch {
      throw DeskFailure.unavailable("\(host):\(port): \(error)")
    }
    Self.remark(phrases.roads.servedOut)
  }

  private static let loopback: Set<String> = ["127.0.0.1", "::1", "localhost"]

  private var phrases: Phrasebook {
    let environment = ProcessInfo.processInfo.environment
    let tag = language ?? environment["LC_ALL"] ?? environment["LANG"] ?? ""
    return (Language(tag: tag) ?? .english).phrasebook
  }

  private func words(_ modes: [TravelMode]) -> String {
    phrases.language.list(modes.map(phrases.words.mode))
  }

  @Sendable
  private static func remark(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  private static func require(_ range: ClosedRange<Int>, _ name: String, _ value: Int) throws {
    guard range.contains(value) else {
      throw ValidationError("\(name) \(value): \(range.lowerBound) to \(range.upperBound).")
    }
  }
}
