import ArgumentParser

/// The command line: the one place where everything is put together.
@main
struct Rounds: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rounds",
    abstract: "Plans lawful, safe field visits, prints them, and brings the outcomes home.",
    discussion: """
      A first day, from a spreadsheet to sheets on paper:

        rounds init office --jurisdiction GENERIC-STRICT
        cd office
        rounds map build ../isle-of-wight.osm.pbf
        rounds import cases ../cases.csv
        rounds locate
        rounds territories build --count 4
        rounds territories assign
        rounds plan --from 2026-11-23 --days 3
        rounds print --date 2026-11-23

      Every command answers --help with examples, and --json where a program might read it.
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, MapCommand.self, ImportCommand.self, LocateCommand.self,
      RulesCommand.self, CaseCommand.self, TerritoriesCommand.self, PlanCommand.self,
      PrintCommand.self, PackCommand.self, RecordCommand.self, SyncCommand.self,
      FollowUpsCommand.self, ReportCommand.self,
    ])
}
