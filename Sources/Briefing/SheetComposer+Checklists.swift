import FieldModel
import Quantities

extension SheetComposer {
  /// The day's checklists; the doorstep list holds what every door calls for.
  var checklists: [ChecklistBlock] {
    let sections: [ChecklistSection] = [
      .planGate, .beforeLeaving, .vehicle, .doorstep, .talking, .after,
    ]
    return sections.compactMap { section in
      let triggers = section == .doorstep ? [.third] : sources.dayTriggers
      let lines = sources.checklist.items(in: section, for: triggers).map(line)
      guard !lines.isEmpty else { return nil }
      let isSigned = section == .planGate || section == .beforeLeaving || section == .after
      return ChecklistBlock(
        title: phrases.words.section(section), lines: lines,
        signature: isSigned ? phrases.sheet.signedBy : "")
    }
  }

  var emergencyCard: EmergencyCard {
    EmergencyCard(
      title: phrases.words.section(.emergency), numbers: numbers,
      lines: sources.checklist.items(in: .emergency, for: sources.dayTriggers).map(line))
  }

  /// What one door calls for beyond every door's list.
  func ticks(at stop: PlannedStop) -> [TickLine] {
    let triggers = sources.stopTriggers[stop.visit] ?? []
    return sources.checklist.items
      .filter {
        [.doorstep, .talking].contains($0.section) && $0.trigger != .always
          && $0.trigger != .third && triggers.contains($0.trigger)
      }
      .map(line)
  }

  private func line(_ item: ChecklistItem) -> TickLine {
    TickLine(
      code: item.id.text, text: language == .english ? item.english : item.chinese,
      isMandatory: item.isMandatory)
  }
}
