import ArgumentParser
import Foundation

/// The web server, apart from `rounds` so that the command line needs no server and opens no port.
@main
struct RoundsDesk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rounds-desk",
    abstract: "Answers programs over HTTP from an offline map.",
    version: "0.1.0", subcommands: [OSRMCommand.self])

  /// Runs the command that the arguments name, and ends with the exit code of its failure.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch let failure as DeskFailure {
      FileHandle.standardError.write(Data("Error: \(failure.description)\n".utf8))
      Foundation.exit(failure.code)
    } catch {
      exit(withError: error)
    }
  }
}

/// Why the server did not start or did not go on; exit codes as those of `rounds`.
struct DeskFailure: Error, CustomStringConvertible {
  let code: Int32
  let description: String

  static func badInput(_ text: String) -> DeskFailure { DeskFailure(code: 65, description: text) }
  static func noInput(_ text: String) -> DeskFailure { DeskFailure(code: 66, description: text) }
  static func unavailable(_ text: String) -> DeskFailure {
    DeskFailure(code: 69, description: text)
  }
}
