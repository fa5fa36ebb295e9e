import Briefing
import Foundation
import Quantities

/// A passphrase as it was typed or stands in a file; it is never an argument, which other accounts
/// could read, and never shown.
struct Passphrase: CustomStringConvertible {
  let text: String

  /// Hides the text from logs and failures.
  var description: String { "passphrase" }

  init(_ text: String) { self.text = text }

  /// The longest that is taken, in bytes.
  static let longest = 1024

  /// The first line of a file.
  static func read(_ file: URL, terminal: Terminal) throws -> Passphrase {
    let bytes = try InputFile.read(file, terminal: terminal)
    let line = bytes.prefix { $0 != 10 && $0 != 13 }
    guard !line.isEmpty, line.count <= longest,
      let text = String(validating: line, as: UTF8.self)
    else { throw CommandFailure(.badInput, terminal.phrases.keys.noPassphraseInFile(file.path)) }
    return Passphrase(text)
  }

  /// What somebody types at the terminal, unseen.
  ///
  /// - Parameters:
  ///   - question: what is asked for.
  ///   - option: the option that names a file, for where there is no terminal.
  ///   - terminal: where failures are told.
  /// - Returns: what was typed.
  /// - Throws: ``CommandFailure`` where there is no terminal, or nothing was typed.
  static func ask(
    _ question: String, orFile option: String, terminal: Terminal
  ) throws -> Passphrase {
    switch HiddenPrompt.read(question) {
    case .noTerminal: throw CommandFailure(.unavailable, terminal.phrases.keys.noTerminal(option))
    case .cancelled: throw CommandFailure(.failure, terminal.phrases.keys.cancelled)
    case .line(let line):
      guard !line.isEmpty, line.utf8.count <= longest else {
        throw CommandFailure(.badInput, terminal.phrases.keys.emptyPassphrase)
      }
      return Passphrase(line)
    }
  }

  /// A new passphrase from a file, or typed twice the same.
  static func choose(
    _ file: String?, orFile option: String, terminal: Terminal
  ) throws -> Passphrase {
    if let file { return try read(URL(fileURLWithPath: file), terminal: terminal) }
    let phrases = terminal.phrases.keys
    let first = try ask(phrases.askNewPassphrase, orFile: option, terminal: terminal)
    let second = try ask(phrases.askAgain, orFile: option, terminal: terminal)
    guard first.text == second.text else {
      throw CommandFailure(.badInput, phrases.passphrasesDiffer)
    }
    return first
  }
}

/// Reads a line from the terminal without showing it.
enum HiddenPrompt {
  /// What came of asking.
  enum Answer {
    case line(String)
    /// The prompt was left with Ctrl-C or Ctrl-D, or what was typed is no text.
    case cancelled
    case noTerminal
  }

  /// Asks `question` on the terminal itself, whatever standard input and output are.
  static func read(_ question: String) -> Answer {
    let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return .noTerminal }
    defer { close(terminal) }
    var settings = termios()
    guard unsafe tcgetattr(terminal, &settings) == 0 else { return .noTerminal }
    let usual = settings
    // Without signals and line editing Ctrl-C is a byte, so that the terminal is never left without
    // its echo.
    settings.c_lflag &= ~tcflag_t(ECHO | ISIG | ICANON)
    guard unsafe tcsetattr(terminal, TCSAFLUSH, &settings) == 0 else { return .noTerminal }
    write("\(question) ", to: terminal)
    let line = readLine(from: terminal)
    settings = usual
    unsafe tcsetattr(terminal, TCSANOW, &settings)
    write("\n", to: terminal)
    return line.map(Answer.line) ?? .cancelled
  }

  private static func write(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = unsafe Foundation.write(terminal, bytes, bytes.count)
  }

  private static func readLine(from terminal: Int32) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.count <= 4096 {
      let count = unsafe Foundation.read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      switch byte {
      case 3, 4: return nil
      case 10, 13: return String(validating: line, as: UTF8.self)
      case 8, 127: removeCharacter(from: &line)
      case 21: line = []
      default: line.append(byte)
      }
    }
    return nil
  }

  /// Takes the last character away, with all its bytes of UTF-8.
  private static func removeCharacter(from line: inout [UInt8]) {
    while let last = line.popLast(), last & 0xC0 == 0x80 {}
  }
}
