import Briefing
import Foundation
import RouteSolver
import RoutingFiles

/// A filter: one problem of JSON a line in, one answer a line out, in the same order.
///
/// It keeps nothing between lines, so any engine that pipes records through a program can run many
/// of it side by side. A line that cannot be solved is answered with what is wrong, in the form of
/// VROOM's errors, and does not stop the rest.
struct SolveFilter {
  let run: SolveRun
  let format: RoutingFileFormat?
  let form: RoutingPlanForm?
  let isExplaining: Bool

  /// Answers all lines of `input`; tells how many were solved and how many were not.
  func answerAll(from input: FileHandle) throws -> (solved: Int, failed: Int) {
    var lines = LineStream(input, limit: InputFile.limit)
    var counts = (solved: 0, failed: 0)
    var number = 0
    while let line = try lines.next() {
      number += 1
      let (text, isSolved) = answer(line, number)
      if isSolved { counts.solved += 1 } else { counts.failed += 1 }
      try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }
    return counts
  }

  private func answer(_ line: LineStream.Line, _ number: Int) -> (text: String, isSolved: Bool) {
    let terminal = run.terminal
    guard case .bytes(let bytes) = line else {
      return (
        Self.error(
          2, terminal.phrases.solving.fileFaults["routing-too-large"] ?? "", number,
          "routing-too-large"), false
      )
    }
    do {
      let file = try RoutingFile(bytes, name: "", format: format)
      let form = form ?? file.ownForm
      guard form == .plan || form == .vroom, file.canBeWritten(as: form) else {
        let text = terminal.phrases.solving.notAsForm(file.kind, form.rawValue)
        return (Self.error(2, text, number, "routing-not-supported"), false)
      }
      let answer = try run.answer(
        file, start: nil, name: terminal.phrases.solving.line(number))
      let reasons = isExplaining ? terminal.reasons(of: answer) : nil
      let text = file.text(of: answer.solution, as: form, reasons: reasons)
      return (String(text.dropLast()), true)
    } catch let error as RoutingFileError {
      return (Self.error(2, terminal.statement(of: error), number, error.code.rawValue), false)
    } catch {
      return (Self.error(1, "\(error)", number, "internal"), false)
    }
  }

  /// An error in VROOM's form, with the number of the line and a stable code.
  private static func error(
    _ code: Int, _ message: String, _ line: Int, _ fault: String
  ) -> String {
    struct Failure: Encodable {
      let code: Int
      let error: String
      let fault: String
      let line: Int
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try? encoder.encode(Failure(code: code, error: message, fault: fault, line: line))
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "{\"code\":\(code)}"
  }
}

extension Terminal {
  /// Why stops are left out, in their order.
  func reasons(of answer: SolveRun.Answer) -> [String] {
    let changes = remedies(for: answer.solution, of: answer.file.problem)
    return answer.solution.unserved.map { left in
      let reason = statement(of: left.reason, scale: answer.file.scale)
      guard let changes = changes[left.stop] else { return reason }
      return reason + phrases.remarks.separator
        + changes.map(statement(of:)).joined(separator: phrases.remarks.comma)
    }
  }
}

/// The lines of a stream as they come, none longer than a limit in memory.
struct LineStream {
  enum Line {
    case bytes([UInt8])
    /// A line beyond the limit, passed over.
    case tooLong
  }

  private let input: FileHandle
  private let limit: Int
  private var rest: [UInt8] = []
  private var scanned = 0
  private var isOver = false

  init(_ input: FileHandle, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// The next line without its end; `nil` at the end of the stream.
  mutating func next() throws -> Line? {
    var isTooLong = false
    while true {
      if let end = rest[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(rest[..<end])
        rest.removeFirst(end + 1)
        scanned = 0
        return isTooLong ? .tooLong : .bytes(line)
      }
      if isOver {
        guard !rest.isEmpty || isTooLong else { return nil }
        let line = rest
        rest = []
        scanned = 0
        return isTooLong ? .tooLong : .bytes(line)
      }
      if rest.count > limit {
        isTooLong = true
        rest = []
      }
      scanned = rest.count
      if let data = try input.read(upToCount: 1 << 16), !data.isEmpty {
        rest += data
      } else {
        isOver = true
      }
    }
  }
}
