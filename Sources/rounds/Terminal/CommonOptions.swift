import ArgumentParser
import Briefing
import Foundation
import Quantities

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customLong("workspace"), .customShort("w")],
    help: ArgumentHelp(
      "The workspace's folder; else $ROUNDS_WORKSPACE, else this folder.", valueName: "DIR"))
  var workspacePath: String?

  @Flag(help: "Write the result as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  @Option(help: "The language of the result: en or zh-Hans; else the workspace's.")
  var language: String?

  @Option(
    help: ArgumentHelp(
      "The moment to take for now, to repeat a run: 2026-11-22T08:00:00+00:00.",
      valueName: "MOMENT"))
  var now: String?

  func validate() throws {
    if let language, Language(tag: language) == nil {
      throw ValidationError("--language \(language): known languages are en and zh-Hans.")
    }
    if let now, Instant(now) == nil {
      throw ValidationError("--now \(now): write it as 2026-11-22T08:00:00+00:00.")
    }
  }

  /// The workspace's folder.
  var folder: URL {
    let path = workspacePath ?? ProcessInfo.processInfo.environment["ROUNDS_WORKSPACE"] ?? "."
    return URL(fileURLWithPath: path, isDirectory: true)
  }

  /// The terminal, in the asked language, else in `preferred`, else in the shell's.
  func terminal(preferred: Language? = nil) -> Terminal {
    let environment = ProcessInfo.processInfo.environment
    let shell = environment["LC_ALL"] ?? environment["LANG"] ?? ""
    let language = self.language.flatMap { Language(tag: $0) } ?? preferred
    return Terminal(
      language: language ?? Language(tag: shell) ?? .english, isJSON: json, isQuiet: quiet)
  }

  /// The present moment by clocks `offsetMinutes` ahead of UTC, or the one asked for.
  func moment(offsetMinutes: Int16) -> Instant {
    if let now, let instant = Instant(now) { return instant }
    let seconds = Int64(Date().timeIntervalSince1970)
    return Instant(secondsSinceEpoch: seconds, offsetMinutes: offsetMinutes)
  }
}
