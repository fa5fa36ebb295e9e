import ArgumentParser
import Briefing
import FieldModel
import Foundation
import Gazetteer
import OfficeStore
import Planning
import Quantities
import RoadNetwork

/// `rounds locate`: where addresses are on the map.
struct LocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate", abstract: "Finds addresses on the map, and lists those to be settled.",
    subcommands: [LocateAllCommand.self, LocatePinCommand.self, LocateTryCommand.self],
    defaultSubcommand: LocateAllCommand.self)
}

/// `rounds locate`: locates every address of every open case.
struct LocateAllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Locates every address; a pin set by hand is never overwritten.",
    discussion: """
      Coordinates of the case file go first, in the datum stated for their column; else the offline
      gazetteer. Addresses that are not found or doubtful are listed, and are not planned until a
      pin settles them.

      Examples:
        rounds locate
        rounds locate --dry-run --json
      """)

  @Flag(help: "Show what would be found and store nothing.")
  var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: !dryRun)
    let terminal = workspace.terminal
    let roads = try workspace.roads()
    var cases = try workspace.stored { try $0.listCases() }.filter { $0.status == .open }
    let locator = Locator(
      gazetteer: try workspace.gazetteer(), bounds: roads.summary.bounds.grown(byMetres: 2000))
    terminal.progress(Progress(stage: "locate", done: 0))
    let near = try workspace.crews().first?.base.coordinate
    let report = locator.locate(&cases, near: near)
    let located = report.entries.compactMap { entry in
      entry.location.map {
        LocatedAddress(loanCase: entry.loanCase, address: entry.address, location: $0)
      }
    }
    let lost = report.entries.filter { $0.location == nil }.map { ($0.loanCase, $0.address) }
    if !dryRun {
      try workspace.stored {
        try $0.save(located)
        try $0.forgetLocations(lost)
      }
    }
    terminal.say(
      terminal.phrases.messages.locateSummary(
        report.count(.located), report.count(.doubtful), report.count(.unlocated)))
    for entry in report.workList { show(entry, terminal) }
    if dryRun { terminal.say(terminal.phrases.messages.dryRun) }
    try terminal.answer(Answer(report))
  }

  private func show(_ entry: LocatingReport.Entry, _ terminal: Terminal) {
    let doubts = entry.doubts.map(terminal.phrases.commands.locatingDoubt)
    terminal.say("  \(entry.loanCase) \(entry.address)  \(terminal.language.list(doubts))")
    for candidate in entry.candidates.prefix(3) {
      terminal.say("      \(candidate.score)  \(candidate.label)  \(candidate.coordinate)")
    }
    for remark in entry.diagnostics {
      terminal.say("      \(terminal.phrases.sentence(for: remark))")
    }
  }

  private struct Answer: Encodable {
    struct Candidate: Encodable {
      let label: String
      let position: String
      let score: Int
    }

    struct Entry: Encodable {
      let caseNumber: String
      let address: String
      let state: String
      let doubts: [String]
      let candidates: [Candidate]
    }

    let located: Int
    let doubtful: Int
    let notLocated: Int
    let workList: [Entry]

    init(_ report: LocatingReport) {
      located = report.count(.located)
      doubtful = report.count(.doubtful)
      notLocated = report.count(.unlocated)
      workList = report.workList.map { entry in
        Entry(
          caseNumber: entry.loanCase.text, address: entry.address.text,
          state: entry.state.rawValue, doubts: entry.doubts.map(\.rawValue),
          candidates: entry.candidates.map {
            Candidate(label: $0.label, position: $0.coordinate.description, score: $0.score)
          })
      }
    }
  }
}

/// `rounds locate pin`: a dispatcher's word on where an address is.
struct LocatePinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Sets the place of an address by hand; nothing overwrites it.",
    discussion: """
      Examples:
        rounds locate pin W-0042 home-1 50.7031,-1.2954
        rounds locate pin QX0007 home-1 39.9051,83.5132 --datum gcj02
      """)

  @Argument(help: "The case number.")
  var loanCase: String
  @Argument(help: "The address, as rounds locate names it.")
  var address: String
  @Argument(help: "Latitude and longitude in degrees.")
  var position: String
  @Option(help: "The datum of the position: wgs84, gcj02 or bd09.")
  var datum = "wgs84"
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common, isWriting: true)
    let terminal = workspace.terminal
    guard let datum = Datum(rawValue: datum) else {
      throw ValidationError("--datum \(datum): known datums are wgs84, gcj02 and bd09.")
    }
    let numbers = position.split(separator: ",").compactMap { Double($0) }
    let given =
      numbers.count == 2
      ? ForeignCoordinate(datum: datum, latitude: numbers[0], longitude: numbers[1]).wgs84 : nil
    guard let coordinate = given else {
      throw ValidationError("\(position): write the position as 50.7031,-1.2954.")
    }
    let found = try workspace.findCase(loanCase)
    guard let place = found.findAddress(Identifier(address)) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.unknownAddress(address))
    }
    let bounds = try workspace.roads().summary.bounds.grown(byMetres: 2000)
    guard bounds.contains(coordinate) else {
      throw CommandFailure(.badInput, terminal.phrases.commands.outsideMap(position))
    }
    let pin = LocatedAddress(
      loanCase: found.id, address: place.id,
      location: Location(coordinate: coordinate, precision: .door, source: .pin))
    try workspace.stored { try $0.save([pin]) }
    terminal.say("\(found.id) \(place.id)  \(coordinate)")
    try terminal.answer(["caseNumber": found.id.text, "address": place.id.text])
  }
}

/// `rounds locate try`: asks the gazetteer without touching a case.
struct LocateTryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "Looks an address up in the gazetteer and changes nothing.",
    discussion: "Example:\n  rounds locate try \"14 Green Street, Ryde\"")

  @Argument(help: "The address as written.")
  var address: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let matches = try workspace.gazetteer().search(address, near: nil, limit: 8)
    for match in matches {
      workspace.terminal.say(
        "  \(Int(match.score * 1000))  \(match.label)  \(match.coordinate)  "
          + "±\(Int(match.radius.metres)) m")
    }
    if matches.isEmpty {
      workspace.terminal.say(workspace.terminal.phrases.commands.locatingDoubt(.notFound))
    }
    try workspace.terminal.answer(
      matches.map {
        [
          "label": $0.label, "position": $0.coordinate.description,
          "score": String(Int($0.score * 1000)),
        ]
      })
  }
}

extension CoordinateBounds {
  /// The box grown on all sides by at least `metres`.
  func grown(byMetres metres: Double) -> CoordinateBounds {
    let north = Int32(metres * 90)
    let east = Int32(metres * 90 * 3)
    return CoordinateBounds(
      southWest: Coordinate(
        latitude: southWest.latitude - north, longitude: southWest.longitude - east),
      northEast: Coordinate(
        latitude: northEast.latitude + north, longitude: northEast.longitude + east))
  }
}
