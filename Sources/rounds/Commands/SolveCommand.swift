import ArgumentParser
import Briefing
import Foundation
import Quantities
import RouteSolver
import RoutingFiles

/// `rounds solve`: solves routing problems of files and streams.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solves routing problems: TSPLIB, VRPLIB, Solomon, VROOM's JSON and others.",
    discussion: """
      Reads a problem, searches a plan until the budget is used up, has it checked
      independently, and writes it. As a filter it reads a problem in JSON a line and
      writes a plan a line, so that Spark, Ray or Slurm can run many of it side by side.
      It needs no workspace.

      Examples:
        rounds solve X-n200-k36.vrp --seconds 10 --output plan.json
        rounds solve R101.txt --seconds 5 --clock cpu --output R101.sol --as sol
        rounds solve problem.json --iterations 20000 --seed 7 --explain --json
        rounds solve day.json --format vroom --seconds 1
        rounds solve - --seconds 2 < problems.jsonl > plans.jsonl
      """)

  @Argument(help: ArgumentHelp("Files to solve; - reads a problem a line.", valueName: "file"))
  var files: [String] = []
  @Option(
    help: "tsplib, vrplib, solomon, orienteering, field, normal or vroom; else guessed.")
  var format: String?
  @Option(help: "How long to search, in seconds; 10 when no --iterations are given.")
  var seconds: Double?
  @Option(help: "How to measure them: wall (elapsed) or cpu (processor time of the process).")
  var clock = SolveClock.wall.rawValue
  @Option(help: "How long to search, in iterations; the same number gives the same plan.")
  var iterations: Int?
  @Option(help: "Chance.")
  var seed: UInt64 = 1
  @Option(
    help:
      "How many threads search together, 1 or 2; 2 unless the clock is cpu or problems come by line."
  )
  var threads: Int?
  @Option(help: "A plan to begin from: JSON, .sol, .tour or VROOM's answer.")
  var start: String?
  @Flag(help: "Say why stops are left out.")
  var explain = false
  @Option(help: "The file to write; with several files a folder. Else standard output.")
  var output: String?
  @Option(name: .customLong("as"), help: "plan, sol, tour or vroom; else as the ending says.")
  var form: String?
  @Flag(help: "Replace files that are there.")
  var force = false
  @Flag(help: "Read a problem a line from standard input, as - does.")
  var lines = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let format, RoutingFileFormat(rawValue: format) == nil {
      let known = RoutingFileFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--format \(format): \(known).")
    }
    if let form, RoutingPlanForm(rawValue: form) == nil {
      throw ValidationError("--as \(form): plan, sol, tour or vroom.")
    }
    if SolveClock(rawValue: clock) == nil {
      throw ValidationError("--clock \(clock): wall or cpu.")
    }
    if let seconds, !(0...1_000_000).contains(seconds) {
      throw ValidationError("--seconds \(seconds): 0 to 1,000,000.")
    }
    if let iterations, iterations < 0 {
      throw ValidationError("--iterations \(iterations): not below 0.")
    }
    if let threads, !(1...SolveEffort.mostThreads).contains(threads) {
      throw ValidationError("--threads \(threads): 1 or 2.")
    }
    let isFilter = lines || files.contains("-")
    if isFilter, files.contains(where: { $0 != "-" }) || output != nil || start != nil {
      throw ValidationError("A filter takes no files, no --output and no --start.")
    }
    if !isFilter, files.isEmpty { throw ValidationError("Name a file, or - for a stream.") }
    if start != nil, files.count > 1 { throw ValidationError("--start goes with one file.") }
  }

  func run() throws {
    let isFilter = lines || files.contains("-")
    let clock = SolveClock(rawValue: clock) ?? .wall
    let usual = isFilter || clock == .cpu ? 1 : SolveEffort.mostThreads
    let run = SolveRun(
      terminal: common.terminal(),
      effort: SolveEffort(
        seconds: seconds ?? (iterations == nil ? 10 : nil), iterations: iterations,
        clock: clock, seed: seed, threads: threads ?? usual))
    if isFilter { return try filter(run) }
    let targets = try targets(run.terminal)
    var answers: [SolveReport] = []
    for (file, target) in zip(files, targets) { answers.append(try solve(file, target, run)) }
    if answers.count == 1 {
      try run.terminal.answer(answers[0])
    } else {
      try run.terminal.answer(answers)
    }
  }

  private func filter(_ run: SolveRun) throws {
    var silent = run.terminal
    silent.isQuiet = true
    let filter = SolveFilter(
      run: SolveRun(terminal: silent, effort: run.effort),
      format: format.flatMap(RoutingFileFormat.init(rawValue:)),
      form: form.flatMap(RoutingPlanForm.init(rawValue:)), isExplaining: explain)
    let counts = try filter.answerAll(from: .standardInput)
    if !common.quiet {
      run.terminal.remark(run.terminal.phrases.solving.linesDone(counts.solved, counts.failed))
    }
    if counts.failed > 0 { throw ExitCode(2) }
  }

  /// Where each plan is to be written; none of them there already, unless by force.
  private func targets(_ terminal: Terminal) throws -> [URL?] {
    guard let output else { return files.map { _ in nil } }
    let urls = files.map { file -> URL in
      guard files.count > 1 else { return URL(fileURLWithPath: output) }
      let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
      let ending = ["sol": "sol", "tour": "tour"][form ?? ""] ?? "plan.json"
      return URL(fileURLWithPath: output, isDirectory: true)
        .appendingPathComponent("\(name).\(ending)")
    }
    for url in urls { try OutputFile.refuseReplacing(url, force: force, terminal: terminal) }
    return urls
  }

  private func solve(_ path: String, _ target: URL?, _ run: SolveRun) throws -> SolveReport {
    let terminal = run.terminal
    let url = URL(fileURLWithPath: path)
    let bytes = try InputFile.read(url, terminal: terminal)
    let file = try reading(path, terminal) { () throws(RoutingFileError) in
      try RoutingFile(
        bytes, name: url.deletingPathExtension().lastPathComponent,
        format: format.flatMap(RoutingFileFormat.init(rawValue:)))
    }
    let form = try form(of: file, path, target, terminal)
    var plan: RoutingPlan?
    if let start {
      let bytes = try InputFile.read(URL(fileURLWithPath: start), terminal: terminal)
      plan = try reading(start, terminal) { () throws(RoutingFileError) in
        try file.readPlan(bytes)
      }
    }
    let answer = try run.answer(file, start: plan, name: path)
    let reasons = explain ? terminal.reasons(of: answer) : nil
    let text = file.text(of: answer.solution, as: form, reasons: reasons)
    if let target {
      try AtomicFile.write(Array(text.utf8), to: target)
    } else if !terminal.isJSON {
      FileHandle.standardOutput.write(Data(text.utf8))
    }
    tell(answer, reasons, target, terminal)
    return SolveReport(
      answer, path: path, output: target?.path, reasons: reasons, effort: run.effort)
  }

  /// What `read` gives; its error in words, with the file's name.
  private func reading<Value>(
    _ path: String, _ terminal: Terminal, _ read: () throws(RoutingFileError) -> Value
  ) throws -> Value {
    do {
      return try read()
    } catch {
      throw CommandFailure(
        .badInput, path + terminal.phrases.remarks.separator + terminal.statement(of: error))
    }
  }

  private func form(
    of file: RoutingFile, _ path: String, _ target: URL?, _ terminal: Terminal
  ) throws -> RoutingPlanForm {
    let ending = target.flatMap { RoutingPlanForm(rawValue: $0.pathExtension.lowercased()) }
    let form = form.flatMap(RoutingPlanForm.init(rawValue:)) ?? ending ?? file.ownForm
    guard file.canBeWritten(as: form) else {
      throw CommandFailure(
        .badInput, terminal.phrases.solving.notAsForm("\(path) (\(file.kind))", form.rawValue))
    }
    return form
  }

  /// Says what came out: on standard error when the plan itself is on standard output.
  private func tell(
    _ answer: SolveRun.Answer, _ reasons: [String]?, _ target: URL?, _ terminal: Terminal
  ) {
    guard !terminal.isJSON, !(terminal.isQuiet && target == nil) else { return }
    let words = terminal.phrases.solving
    let say = target == nil ? terminal.remark : terminal.say
    let file = answer.file
    say(words.problem(file.name, file.kind, file.nodes.count, file.problem.vehicles.count))
    let sentence = file.isScore ? words.score : words.summary
    say(
      sentence(
        SolveReport.text(answer.published), answer.solution.routes.count,
        answer.solution.unserved.count, terminal.language.number(answer.solution.iterations),
        SolveReport.text((answer.seconds * 100).rounded() / 100)))
    for (position, reason) in (reasons ?? []).enumerated() {
      say(words.leftOut("\(file.nodes[answer.solution.unserved[position].stop.position])", reason))
    }
    if let target { say(words.written(target.path)) }
  }
}
