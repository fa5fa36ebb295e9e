import Briefing
import FieldModel
import Quantities
import VisitSync

/// Asks which items of a stop's checklist were done; what nobody answers stays unanswered.
struct ChecklistQuestions {
  let stop: PackStop
  let pack: TripPack
  let questions: Questions

  private struct Line {
    let checklist: PackChecklist
    let item: PackChecklistItem
  }

  /// The answers in order of the items.
  func ask() -> [ChecklistAnswer] {
    let lines = stop.checklistItems.compactMap(line)
    guard !lines.isEmpty else { return [] }
    show(lines)
    var answers: [Int: ChecklistAnswer] = [:]
    for (question, answer) in asked {
      let open = Set(lines.indices).subtracting(answers.keys)
      guard !open.isEmpty else { break }
      let numbers = questions.ask(question) { NumberList.read($0, in: open) } ?? []
      for number in numbers { answers[number] = self.answer(lines[number], answer) }
    }
    let left = lines.indices.filter { answers[$0] == nil }
    if !left.isEmpty {
      questions.terminal.remark(
        phrases.itemsUnanswered(left.count, left.count { lines[$0].item.isMandatory }))
    }
    return lines.indices.compactMap { answers[$0] }
  }

  private var phrases: CommandPhrases { questions.terminal.phrases.commands }

  private var asked: [(question: String, answer: ChecklistAnswer.Answer)] {
    [
      (phrases.askItemsDone, .done), (phrases.askItemsNotApplicable, .notApplicable),
      (phrases.askItemsNotDone, .no),
    ]
  }

  private func line(_ id: Identifier<ChecklistItem>) -> Line? {
    for checklist in pack.checklists {
      if let item = checklist.items.first(where: { $0.id == id }) {
        return Line(checklist: checklist, item: item)
      }
    }
    return nil
  }

  private func show(_ lines: [Line]) {
    for (position, line) in lines.enumerated() {
      let text =
        questions.terminal.language == .english ? line.item.english : line.item.chinese
      questions.terminal.say(
        "    \(position + 1)  \(line.item.id)\(line.item.isMandatory ? "*" : "")  \(text)")
    }
  }

  /// An answer to one line; `nil` where a reason is needed and none is given.
  private func answer(_ line: Line, _ answer: ChecklistAnswer.Answer) -> ChecklistAnswer? {
    var reason: String?
    if answer == .no {
      reason = questions.ask(phrases.askItemReason(line.item.id.text))
      if reason == nil { return nil }
    }
    return ChecklistAnswer(
      checklist: line.checklist.id, hash: line.checklist.hash, item: line.item.id, answer: answer,
      reason: reason)
  }
}

/// Numbers of lines as a person writes them: `1-4, 7`.
enum NumberList {
  /// The positions from 0, in order; `nil` where something is no number, or names a line that is
  /// not open.
  static func read(_ text: String, in open: Set<Int>) -> [Int]? {
    let parts = text.split { $0 == "," || $0 == "，" || $0 == "、" || $0.isWhitespace }
    var found: Set<Int> = []
    for part in parts {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first <= last, 1 <= first, last <= 1000
      else { return nil }
      found.formUnion((first...last).map { $0 - 1 })
    }
    return found.isSubset(of: open) ? found.sorted() : nil
  }
}
