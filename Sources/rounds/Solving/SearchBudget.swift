import Foundation
import Quantities
import Synchronization

/// Stops a search when its seconds or its iterations are used up, and tells how far it is.
///
/// The clock is read at every sixteenth question: a question is asked before each iteration, and
/// asking for processor time takes as long as a short one.
final class SearchBudget: StoppingRule {
  private let seconds: Double?
  private let iterations: Int?
  private let clock: SolveClock
  private let started: Double
  private let progress: ProgressObserver
  private let questions = Atomic<Int>(0)
  /// Whether the budget was seen to be used up, after which it stays so for all who ask.
  private let isSpent = Atomic<Bool>(false)

  init(_ effort: SolveEffort, progress: @escaping ProgressObserver) {
    seconds = effort.seconds
    iterations = effort.iterations
    clock = effort.clock
    started = effort.clock.now
    self.progress = progress
  }

  func shouldStop(iterations done: Int, best: Cost) -> Bool {
    if let iterations, done >= iterations { return true }
    if isSpent.load(ordering: .relaxed) { return true }
    let question = questions.add(1, ordering: .relaxed).oldValue
    guard question & 15 == 0 else { return false }
    let share = fractionDone(iterations: done) ?? 0
    progress(Progress(stage: "solve.search", done: min(999, Int(share * 1000)), total: 1000))
    guard let seconds, clock.now - started >= seconds else { return false }
    isSpent.store(true, ordering: .relaxed)
    return true
  }

  func fractionDone(iterations done: Int) -> Double? {
    let ofTime = seconds.map { (clock.now - started) / max($0, 0.001) }
    let ofIterations = iterations.map { Double(done) / Double(max($0, 1)) }
    return [ofTime, ofIterations].compactMap { $0 }.max().map { min(1, $0) }
  }

  /// Says that the search is over.
  func end() { progress(Progress(stage: "solve.search", done: 1000, total: 1000)) }
}
