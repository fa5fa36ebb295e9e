import Briefing
import Foundation
import Quantities
import Synchronization

/// What a command writes where: results to standard output, everything else to standard error.
struct Terminal: Sendable {
  /// The language of sentences.
  var language: Language
  /// Whether results are written as JSON.
  var isJSON: Bool
  /// Whether progress is kept to itself.
  var isQuiet: Bool

  var phrases: Phrasebook { language.phrasebook }

  /// Whether standard output is a terminal that shows colours.
  static var hasColours: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  /// Writes a line of the result, unless the result is JSON.
  func say(_ line: String) {
    if !isJSON { print(line) }
  }

  /// Writes a heading, bold on a terminal.
  func heading(_ line: String) {
    say(Self.hasColours ? "\u{1B}[1m\(line)\u{1B}[0m" : line)
  }

  /// Writes a remark to standard error.
  func remark(_ line: String) {
    // Where even that cannot be written, the exit code must still tell.
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Writes `value` as JSON, if the result is JSON.
  func answer(_ value: some Encodable) throws {
    guard isJSON else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Writes `value` as one line of JSON, at once, if the result is JSON: for commands that go on.
  func answerLine(_ value: some Encodable) throws {
    guard isJSON else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try FileHandle.standardOutput.write(
      contentsOf: try encoder.encode(value) + Data("\n".utf8))
  }

  /// Shows progress on standard error while it is a terminal, at most ten times a second.
  var progress: ProgressObserver {
    guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return { _ in } }
    let meter = ProgressMeter()
    let label = phrases.commands.stage
    return { meter.show($0, label: label($0.stage)) }
  }
}

/// Draws one line of progress over itself.
private final class ProgressMeter: Sendable {
  private let lastShown = Mutex(ContinuousClock.now - .seconds(1))

  func show(_ progress: Quantities.Progress, label: String) {
    let isOver = progress.total.map { progress.done >= $0 } ?? false
    let isDue = lastShown.withLock { last in
      let now = ContinuousClock.now
      guard isOver || last.duration(to: now) > .milliseconds(100) else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let share =
      progress.total.map { $0 > 0 ? "\(progress.done * 100 / $0) %" : "" } ?? "\(progress.done)"
    FileHandle.standardError.write(
      Data("\r\u{1B}[K\(label) \(share)\(isOver ? "\n" : "")".utf8))
  }
}
