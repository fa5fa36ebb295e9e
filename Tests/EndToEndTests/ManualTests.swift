import Foundation
import Testing

@Suite("What every command tells of itself")
struct ManualTests {
  static let commands = [
    "init", "map build", "map info", "map profiles", "map invent", "map route", "map table",
    "map nearest",
    "map isochrone", "import cases", "locate", "locate all",
    "locate pin", "locate try", "rules list", "rules explain", "case show", "case hold",
    "case lift", "case approve", "territories build", "territories import", "territories assign",
    "territories list", "territories lock", "territories export", "plan", "plan make", "plan show",
    "plan why", "print", "pack", "record", "sync import", "sync verify", "sync status",
    "sync review list", "sync review settle", "sync withdraw", "sync receipt", "sync rebuild",
    "sync erase", "keys list", "keys rotate", "keys passphrase", "keys recovery", "keys export",
    "keys restore", "keys retire", "follow-ups", "report",
    "solve",
  ]

  @Test("--help of every command explains it", arguments: commands)
  func help(command: String) throws {
    let office = Office(folder: try Folder())
    let help = try office.rounds("\(command) --help", now: nil)
    #expect(help.succeeded)
    #expect(help.output.contains("USAGE: rounds \(command)"))
    let hasSubcommands = help.output.contains("SUBCOMMANDS:")
    guard !hasSubcommands else { return }
    #expect(help.output.contains("Example"), "no example: \(command)")
    #expect(help.output.contains("--json"))
    #expect(help.output.contains("  rounds \(command.split(separator: " ")[0])"))
  }

  @Test("no command is missing above")
  func complete() throws {
    let office = Office(folder: try Folder())
    let help = try office.rounds("--help", now: nil).output
    let listed = try #require(help.components(separatedBy: "SUBCOMMANDS:").last)
    let names = listed.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      return line.split(separator: " ").first.map(String.init)
    }.filter { !["help", "See"].contains($0) }
    #expect(names.count >= 14)
    for name in names {
      #expect(Self.commands.contains { $0.split(separator: " ")[0] == name }, "\(name)")
    }
  }

  @Test("a mistake in the words of a command ends with 64 and the way to help")
  func usage() throws {
    let office = try Office.located()
    for words in [
      "plan", "plan --from 2026-13-01", "plan --from 2026-11-23 --days 99", "nonsense",
      "report --language fr", "territories build --count 0", "import cases",
      "locate pin E-0000 home-1 here", "case hold E-0000 --kind bored",
      "case lift E-0000 --kind bored --by X --reason Y", "case lift E-0000 --kind dispute --by X",
      "map invent --size 200",
      "sync import office --watch --interval 0", "sync import a b --watch", "sync erase --by X",
      "sync erase --case A --visit B --by X --reason Y", "sync review settle 7K2M-Q9TD --by X",
      "sync withdraw V1 --by X", "keys passphrase --remove --new-passphrase-file a", "keys export",
      "map route", "map route 39.0,83.5", "map route here there", "map nearest 39.0,83.5 --count 0",
      "map isochrone 39.0,83.5 --minutes 0", "map table --from a.csv --output t --format xml",
      "map route 39.0,83.5 39.0,83.5 --mode tank", "map route 39.0,83.5 39.0,83.5 --at noon",
      "map route 39.0,83.5 39.0,83.5 --roads roads.yaml",
    ] {
      let run = try office.rounds(words)
      #expect(run.status == 64, "\(run)")
      #expect(run.errors.contains("--help") || run.errors.contains("Usage"), "\(run)")
      #expect(run.output.isEmpty)
    }
  }

  @Test(
    "results are sentences in the language asked for, and JSON where asked for",
    arguments: [
      "map info", "map route 39.005,83.495 39.02,83.505", "map nearest 39.005,83.495",
      "map isochrone 39.005,83.495 --minutes 5", "locate --dry-run", "rules list",
      "rules explain E-0020 --from 2026-11-23",
      "territories list", "plan show", "plan why E-0020", "sync status", "sync review list",
      "sync rebuild",
      "keys list", "follow-ups", "report", "case show E-0000",
    ])
  func languages(command: String) throws {
    let office = try Office.planned()
    let english = try office.rounds("\(command) --language en").checked().output
    let chinese = try office.rounds("\(command) --language zh-Hans").checked().output
    #expect(!english.isEmpty && english != chinese)
    #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(try office.json(command).value != nil)
  }
}
