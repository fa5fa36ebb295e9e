import ArgumentParser
import Foundation

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
      KeysCommand.self, FollowUpsCommand.self, ReportCommand.self, SolveCommand.self,
    ])

  /// Runs the command that the arguments name, and ends with the exit code of its failure.
  ///
  /// Whatever it writes tells of people's debts, so nothing is readable by other accounts.
  static func main() async {
    umask(0o077)
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      end(failure)
    } catch let error as CocoaError {
      end(CommandFailure(error))
    } catch {
      exit(withError: error)
    }
  }

  private static func end(_ failure: CommandFailure) -> Never {
    try? FileHandle.standardError.write(
      contentsOf: Data("Error: \(failure.description)\n".utf8))
    Foundation.exit(failure.code.rawValue)
  }
}
